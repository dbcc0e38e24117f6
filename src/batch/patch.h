#pragma once
// What a column can change in a treatment that was read once: the first day, amounts used so far, prices, lengths. Of
// such a column only the number differs from row to row; every other column is part of what makes a case.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/treatment.h"

namespace preauth {

enum class PatchKind : std::uint8_t { none, start, used_as_of, used_amount, price, schedule };

struct Patch {
  PatchKind kind = PatchKind::none;
  bool of_deductible = false;             // used_amount: else of the out-of-pocket maximum
  Network network = Network::in;          // used_amount
  std::string owner;                      // price: facility; schedule: option
  Benefit benefit = Benefit::outpatient;  // price
  bool of_billed = false;                 // price: else of the allowed amount
  std::size_t step = 0;                   // schedule, from 0
};

// By the path of a field: "client.start", "so_far.deductible.in", "facilities.lakeside.prices.iop.allowed",
// "options.iop.steps.1.schedule".
Patch patch_of(std::string_view path);

// Where the patch goes; nullptr where the treatment has no such place.
Field<Date>* date_of(const Patch& patch, Treatment& treatment);
Field<Money>* amount_of(const Patch& patch, Treatment& treatment);
Field<PriceText>* price_of(const Patch& patch, Treatment& treatment);
Field<Schedule>* schedule_of(const Patch& patch, Treatment& treatment);

}  // namespace preauth
