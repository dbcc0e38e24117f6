#pragma once
// What was used of a limit in the last n months ("1 per rolling 12 months"). A use counts until the same day n months
// later, when it is free again. Memory is set aside once, when the ledger is made: one entry per person and day.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/date.h"
#include "model/terms.h"

namespace preauth {

inline constexpr std::size_t kMostPersons = 8;

class RollingUse {
 public:
  explicit RollingUse(const LimitTerms& limit);
  // Pre: dates come in order. Uses that have run out by `date` are forgotten.
  std::int64_t used(std::size_t person, Date date);
  void add(std::size_t person, Date date, std::int64_t amount);

 private:
  struct Entry {
    Date until;  // first day on which it no longer counts
    std::uint32_t person = 0;
    std::int64_t amount = 0;
  };
  std::int32_t months_;
  std::size_t first_ = 0;  // entries before it have run out
  std::vector<Entry> entries_;
  std::array<std::int64_t, kMostPersons> used_{};
};

}  // namespace preauth
