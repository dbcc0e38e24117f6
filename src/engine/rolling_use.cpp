#include "engine/rolling_use.h"

#include <algorithm>

namespace preauth {

RollingUse::RollingUse(const LimitTerms& limit) : months_(std::max(limit.months, 1)) {
  constexpr std::int64_t kLongestMonth = 31;
  // Each entry uses at least one unit, so there are never more than the quantity, nor more than days; one for the
  // start.
  const std::int64_t days = kLongestMonth * months_ + 1;
  entries_.reserve(static_cast<std::size_t>(std::clamp<std::int64_t>(limit.quantity, 0, days)) + 1);
}

std::int64_t RollingUse::used(std::size_t person, Date date) {
  while (first_ < entries_.size() && entries_[first_].until <= date) {
    used_[entries_[first_].person] -= entries_[first_].amount;
    ++first_;
  }
  return used_[person];
}

void RollingUse::add(std::size_t person, Date date, std::int64_t amount) {
  if (amount == 0) return;
  const Date until = add_months(date, months_);
  used_[person] += amount;
  if (entries_.size() > first_ && entries_.back().until == until && entries_.back().person == person) {
    entries_.back().amount += amount;
    return;
  }
  if (entries_.size() == entries_.capacity()) {
    entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
  }
  entries_.push_back({until, static_cast<std::uint32_t>(person), amount});
}

}  // namespace preauth
