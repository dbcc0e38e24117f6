#pragma once
// Bars made of characters. Every sign has an ASCII form, and meaning never rests on colour.

#include <optional>
#include <string>
#include <string_view>

#include "messages/lang.h"
#include "model/estimate.h"
#include "report/chart_axis.h"

namespace preauth {

struct ChartSigns {
  std::string_view whole;  // lowest to highest
  std::string_view first;  // the two ends of it
  std::string_view last;
  std::string_view usual;  // 10th to 90th percentile
  std::string_view likely;
  std::string_view beyond;  // goes on beyond the axis
  std::string_view tick;    // of the axis, the first and last included
  std::string_view first_tick;
  std::string_view last_tick;
  std::string_view swing;  // of the tornado
};
const ChartSigns& chart_signs(bool ascii);

// axis.columns signs, spaces at the end left out: the range, the usual range on it, the likely figure on both. What
// lies beyond the axis is one sign in the last column.
std::string range_bar(const ChartAxis& axis, const OptionEstimate& option, const ChartSigns& signs);
// The ruler, and the amounts below its ticks.
std::string axis_line(const ChartAxis& axis, const ChartSigns& signs);
std::string tick_labels(const ChartAxis& axis, Lang lang);
// `columns` for the greatest; at least one for any amount.
std::string swing_bar(Money swing, Money greatest, int columns, const ChartSigns& signs);

}  // namespace preauth
