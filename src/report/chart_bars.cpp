#include "report/chart_bars.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "report/amount_text.h"

namespace preauth {
namespace {

constexpr ChartSigns kUnicode = {"─", "├", "┤", "━", "●", "»", "┬", "├", "┤", "█"};
constexpr ChartSigns kAscii = {"-", "|", "|", "=", "O", ">", "+", "|", "|", "#"};

// One sign per column.
class Row {
 public:
  explicit Row(int columns) : cells_(static_cast<std::size_t>(columns), " ") {}

  void put(int column, std::string_view sign) { cells_[static_cast<std::size_t>(column)] = sign; }
  void fill(int from, int to, std::string_view sign) {
    for (int column = from; column <= to; ++column) put(column, sign);
  }
  std::string text() const {
    std::string text;
    for (const std::string_view cell : cells_) text += cell;
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  }

 private:
  std::vector<std::string_view> cells_;
};

}  // namespace

const ChartSigns& chart_signs(bool ascii) { return ascii ? kAscii : kUnicode; }

std::string range_bar(const ChartAxis& axis, const OptionEstimate& option, const ChartSigns& signs) {
  Row row(axis.columns);
  const auto column = [&](Money amount) { return axis.column_of(least(amount, axis.end)); };
  const Money low = option.low.patient();
  const Money high = option.high.patient();
  if (low < high && axis.shows(low)) {
    row.fill(column(low), column(high), signs.whole);
    if (option.bands && axis.shows(option.bands->p10)) {
      row.fill(column(option.bands->p10), column(option.bands->p90), signs.usual);
    }
    row.put(column(low), signs.first);
    row.put(column(high), signs.last);
  }
  if (axis.shows(option.likely.patient())) row.put(column(option.likely.patient()), signs.likely);
  if (!axis.shows(high)) row.put(axis.columns - 1, signs.beyond);
  return row.text();
}

std::string axis_line(const ChartAxis& axis, const ChartSigns& signs) {
  Row row(axis.columns);
  row.fill(0, axis.columns - 1, signs.whole);
  for (Money at; at <= axis.end; at += axis.step) row.put(axis.column_of(at), signs.tick);
  row.put(0, signs.first_tick);
  row.put(axis.columns - 1, axis.cut ? signs.beyond : signs.last_tick);
  return row.text();
}

std::string tick_labels(const ChartAxis& axis, Lang lang) {
  std::string line;
  for (Money at; at <= axis.end; at += axis.step) {
    const std::string label = rounded(lang, at);
    const int width = display_width(label);
    const int begin = std::clamp(axis.column_of(at) - width / 2, 0, std::max(axis.columns - width, 0));
    const int gap = begin - display_width(line);
    line += std::string(static_cast<std::size_t>(std::max(gap, at.is_zero() ? 0 : 1)), ' ') + label;
  }
  return line;
}

std::string swing_bar(Money swing, Money greatest, int columns, const ChartSigns& signs) {
  const WideInteger scaled = static_cast<WideInteger>(swing.count_cents()) * columns;
  const std::int64_t length = std::max<std::int64_t>(divide_half_away(scaled, greatest.count_cents()), 1);
  std::string bar;
  for (std::int64_t i = 0; i < length; ++i) bar += signs.swing;
  return bar;
}

}  // namespace preauth
