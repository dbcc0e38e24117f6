#include "engine/distribution.h"

#include <algorithm>
#include <numeric>

#include "base/money.h"

namespace preauth {
namespace {

constexpr std::int64_t kPositions = kLastPosition + 1;

// The distance times position² / half², rounded down: exact in 128 bits.
std::int64_t squared_part(std::int64_t distance, std::int64_t position, std::int64_t whole) {
  const WideInteger square = static_cast<WideInteger>(position) * position;
  return static_cast<std::int64_t>(static_cast<WideInteger>(distance) * square / (whole * whole));
}

std::int64_t skewed(const Unknown& unknown, std::int64_t position) {
  constexpr std::int64_t kHalf = kPositions / 2;
  if (position < kHalf) {
    return unknown.likely - squared_part(unknown.likely - unknown.low, kHalf - position, kHalf);
  }
  return unknown.likely + squared_part(unknown.high - unknown.likely, position - kHalf, kHalf - 1);
}

std::int64_t even(const Unknown& unknown, std::int64_t position) {
  if (unknown.kind == UnknownKind::count) {  // every whole number alike, both ends included
    return unknown.low + (unknown.high - unknown.low + 1) * position / kPositions;
  }
  const WideInteger part = static_cast<WideInteger>(unknown.high - unknown.low) * position;
  return unknown.low + static_cast<std::int64_t>(part / kLastPosition);
}

std::int64_t chosen(const Unknown& unknown, std::int64_t position) {
  if (unknown.weights.empty()) return position * (unknown.high + 1) / kPositions;
  const std::int64_t total = std::accumulate(unknown.weights.begin(), unknown.weights.end(), std::int64_t{0});
  std::int64_t upto = 0;
  for (std::size_t i = 0; i < unknown.weights.size(); ++i) {
    upto += unknown.weights[i];
    if (position * total < upto * kPositions) return static_cast<std::int64_t>(i);
  }
  return unknown.high;
}

}  // namespace

Quantile quantile(const Unknown& unknown, std::int64_t position) {
  if (unknown.kind == UnknownKind::choice) {
    const std::int64_t choice = chosen(unknown, position);
    return {choice, static_cast<std::uint8_t>(choice)};
  }
  const std::uint8_t cell = static_cast<std::uint8_t>(position * kCells / kPositions);
  return {unknown.spread == Spread::even ? even(unknown, position) : skewed(unknown, position), cell};
}

std::uint8_t count_cells(const Unknown& unknown) {
  return unknown.kind == UnknownKind::choice ? static_cast<std::uint8_t>(unknown.high + 1) : kCells;
}

}  // namespace preauth
