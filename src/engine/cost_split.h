#pragma once
// The division of one covered line between patient and plan, in the order that the row's phrase states: pure
// arithmetic on what may be charged and what is left of the deductible. Who remembers what was charged before, and how
// far the out-of-pocket maximum reaches, is the caller's business.

#include <cstdint>
#include <limits>

#include "base/money.h"
#include "model/terms.h"

namespace preauth {

// What this line may be charged before the deductible and its own allowed amount are looked at.
struct Due {
  Money copay;
  Rate coinsurance;
  Money cap_left = Money::cents(std::numeric_limits<std::int64_t>::max());  // copay and coinsurance together

  friend bool operator==(const Due&, const Due&) = default;
};

struct SplitRules {
  DeductibleOrder order = DeductibleOrder::deductible_first;
  CrossingCopay crossing = CrossingCopay::charged;
  CoinsuranceBase base = CoinsuranceBase::net_of_copay;

  friend bool operator==(const SplitRules&, const SplitRules&) = default;
};

// deductible + copay + coinsurance <= allowed.
struct Split {
  Money deductible;
  Money copay;
  Money coinsurance;
  bool crossed = false;  // a copay is due on the line that meets the deductible: rules.crossing_copay mattered
  bool both = false;     // copay and coinsurance on one line: rules.coinsurance_base mattered

  constexpr Money total() const { return deductible + copay + coinsurance; }
};

// Pre: nothing is negative. `deductible_left` is not looked at where the deductible does not apply.
constexpr Split split_line(SplitRules rules, Money allowed, const Due& due, Money deductible_left) {
  Split split;
  switch (rules.order) {
    case DeductibleOrder::does_not_apply:
      split.copay = least(due.copay, allowed);
      break;
    case DeductibleOrder::deductible_first:
      split.deductible = least(deductible_left, allowed);
      split.copay = least(due.copay, allowed - split.deductible);
      split.crossed = split.deductible.is_positive() && split.copay.is_positive();
      if (split.crossed && rules.crossing == CrossingCopay::not_charged) split.copay = Money();
      break;
    case DeductibleOrder::copay_first:
      split.copay = least(due.copay, allowed);
      split.deductible = least(deductible_left, allowed - split.copay);
      break;
  }
  if (due.coinsurance.is_zero()) return split;
  const Money after_deductible = allowed - split.deductible;
  const Money rest = after_deductible - split.copay;
  split.both = split.copay.is_positive();
  const Money base = split.both && rules.base == CoinsuranceBase::allowed ? after_deductible : rest;
  split.coinsurance = least(least(share_of(base, due.coinsurance), rest), due.cap_left - split.copay);
  return split;
}

}  // namespace preauth
