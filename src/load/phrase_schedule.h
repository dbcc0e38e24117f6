#pragma once
// What reading and writing a schedule share: how often a pattern comes within a length, over ranges too.

#include <cstdint>

#include "base/known.h"
#include "model/treatment.h"

namespace preauth {

inline constexpr std::int64_t kDaysPerWeek = 7;
inline constexpr std::uint8_t kMondayToFriday = 0b0011111;

template <class Function>
Known<std::int64_t> map(const Known<std::int64_t>& known, Function function) {
  if (known.is_unknown()) return known;
  const std::int64_t low = function(known.low());
  const std::int64_t high = function(known.high());
  return low == high ? Known(low) : Known<std::int64_t>::between(low, high);
}

// The first day included. Pre: days > 0.
std::int64_t count_within(const Schedule& pattern, std::int64_t days);

}  // namespace preauth
