#include "report/sheet_bars.h"

#include <algorithm>
#include <string>

namespace preauth {
namespace {

constexpr int kLength = 1'000;
constexpr int kThinnest = 6;    // a range of nothing is still to be seen
constexpr int kMarkWidth = 12;  // of the likely figure

std::string text(int number) { return std::to_string(number); }

void put_rect(HtmlWriter& html, std::string_view name, int from, int to, int top, int height) {
  const int width = std::max(to - from, kThinnest);
  html.element("rect", "",
               {{"class", name},
                {"x", text(std::min(from, kLength - width))},
                {"y", text(top)},
                {"width", text(width)},
                {"height", text(height)}});
}

// In the first picture only: the others refer to it.
void put_pattern(HtmlWriter& html) {
  html.open("defs").open("pattern", {{"id", "hatch"},
                                     {"width", "10"},
                                     {"height", "10"},
                                     {"patternUnits", "userSpaceOnUse"},
                                     {"patternTransform", "rotate(45)"}});
  html.element("line", "", {{"class", "hatch"}, {"x1", "0"}, {"y1", "0"}, {"x2", "0"}, {"y2", "10"}}).close().close();
}

void put_bar(HtmlWriter& html, const SheetBar& bar, std::size_t number) {
  const std::string id = "bar-" + std::to_string(number);
  html.open("div", {{"class", "bar"}}).element("p", bar.label);
  html.open("svg", {{"viewBox", "0 0 1000 36"}, {"role", "img"}, {"aria-labelledby", id}});
  html.element("title", bar.label + ": " + bar.words, {{"id", id}});
  if (number == 1) put_pattern(html);
  html.element("line", "", {{"class", "track"}, {"x1", "0"}, {"y1", "18"}, {"x2", "1000"}, {"y2", "18"}});
  put_rect(html, "whole", bar.low, bar.high, 8, 20);
  if (bar.usual_low < bar.usual_high) put_rect(html, "usual", bar.usual_low, bar.usual_high, 8, 20);
  put_rect(html, "likely", std::max(bar.likely - kMarkWidth / 2, 0), bar.likely + kMarkWidth / 2, 1, 34);
  html.close().close();
}

void put_axis(HtmlWriter& html, const SheetBars& bars) {
  html.open("div", {{"class", "bar"}}).element("p", bars.axis, {{"class", "small"}});
  html.open("svg", {{"viewBox", "0 0 1000 44"}, {"aria-hidden", "true"}});
  for (const auto& [place, label] : bars.ticks) {
    const std::string x = text(place);
    html.element("line", "", {{"class", "track"}, {"x1", x}, {"y1", "0"}, {"x2", x}, {"y2", "12"}});
    const std::string_view anchor = place == 0 ? "start" : place == kLength ? "end" : "middle";
    html.element("text", label, {{"class", "tick"}, {"x", x}, {"y", "40"}, {"text-anchor", anchor}});
  }
  html.close().close();
}

}  // namespace

void put_bars(HtmlWriter& html, const SheetBars& bars) {
  for (std::size_t i = 0; i < bars.bars.size(); ++i) put_bar(html, bars.bars[i], i + 1);
  put_axis(html, bars);
}

}  // namespace preauth
