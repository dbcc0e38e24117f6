#include "report/chart_axis.h"

#include <algorithm>
#include <array>

namespace preauth {
namespace {

constexpr std::int64_t kOutlier = 8;  // times the next greatest
constexpr std::int64_t kRoomForOutlier = 2;
// Room for a label and the space beside it: "$80,000", "$1,000,000".
constexpr int kColumnsPerTick = 10;
constexpr int kColumnsPerLongTick = 14;
constexpr Money kLongLabel = Money::dollars(100'000);
constexpr int kMostTicks = 6;

std::int64_t steps_in(Money amount, Money step) {
  return (amount.count_cents() + step.count_cents() - 1) / step.count_cents();
}

}  // namespace

int ChartAxis::column_of(Money amount) const {
  const WideInteger scaled = static_cast<WideInteger>(amount.count_cents()) * (columns - 1);
  return static_cast<int>(divide_half_away(scaled, end.count_cents()));
}

Money round_step(Money amount, int most) {
  Money decade = Money::dollars(1);
  while (true) {
    for (const std::int64_t times : {1, 2, 5}) {
      if (steps_in(amount, decade * times) <= most) return decade * times;
    }
    decade = decade * 10;
  }
}

ChartAxis axis_for(std::vector<Money> highs, int columns) {
  std::sort(highs.begin(), highs.end(), std::greater<>());
  ChartAxis axis;
  axis.columns = columns;
  Money span = highs.empty() ? Money() : highs[0];
  if (highs.size() > 1 && highs[1].is_positive() && highs[0] > highs[1] * kOutlier) {
    axis.cut = true;
    span = highs[1] * kRoomForOutlier;
  }
  const int each = span < kLongLabel ? kColumnsPerTick : kColumnsPerLongTick;
  axis.step = round_step(span, std::clamp(columns / each, 1, kMostTicks));
  axis.end = axis.step * std::max<std::int64_t>(steps_in(span, axis.step), 1);
  return axis;
}

}  // namespace preauth
