#pragma once
// The distribution of an unknown, as a table of quantiles in integers: position 0 is its lowest value, kLastPosition
// its highest. A choice keeps its chances; a stated range is even; a skewed one has its default in the middle and thins
// out to both ends with the square of the distance, which gives prices their long tail.

#include <cstdint>

#include "engine/unknowns.h"

namespace preauth {

inline constexpr std::int64_t kLastPosition = 65'535;
inline constexpr std::uint8_t kCells = 16;  // parts of equal chance that a numeric distribution is cut into

struct Quantile {
  std::int64_t value = 0;
  std::uint8_t cell = 0;  // the choice, or the part of a numeric distribution
};

// Pre: 0 <= position <= kLastPosition.
Quantile quantile(const Unknown& unknown, std::int64_t position);
std::uint8_t count_cells(const Unknown& unknown);

}  // namespace preauth
