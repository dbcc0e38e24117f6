// Bars by hand: 21 columns for $0 to $2,000, so that a column is $100.

#include "report/chart_bars.h"

#include <string>

#include <doctest/doctest.h>

using namespace preauth;

namespace {

ChartAxis hundreds() {
  ChartAxis axis;
  axis.end = Money::dollars(2000);
  axis.step = Money::dollars(1000);
  axis.columns = 21;
  return axis;
}

OptionEstimate option(std::int64_t low, std::int64_t likely, std::int64_t high) {
  OptionEstimate made;
  made.low.copay = Money::dollars(low);
  made.likely.copay = Money::dollars(likely);
  made.high.copay = Money::dollars(high);
  return made;
}

const ChartSigns& plain() { return chart_signs(true); }

}  // namespace

TEST_CASE("a_bar_runs_from_low_to_high_with_the_usual_range_and_the_likely_figure_on_it") {
  OptionEstimate wide = option(300, 800, 1500);
  CHECK(range_bar(hundreds(), wide, plain()) == "   |----O------|");  // columns 3, 8 and 15
  wide.bands = Bands{Money::dollars(500), Money::dollars(800), Money::dollars(1200)};
  CHECK(range_bar(hundreds(), wide, plain()) == "   |-===O====--|");  // 5 to 12
  CHECK(range_bar(hundreds(), wide, chart_signs(false)) == "   ├─━━━●━━━━──┤");
}

TEST_CASE("one_figure_is_one_sign") {
  CHECK(range_bar(hundreds(), option(480, 480, 480), plain()) == "     O");
  CHECK(range_bar(hundreds(), option(0, 0, 0), plain()) == "O");
}

TEST_CASE("the_likely_figure_at_an_end_stands_on_it") {
  CHECK(range_bar(hundreds(), option(300, 300, 600), plain()) == "   O--|");
  CHECK(range_bar(hundreds(), option(300, 600, 600), plain()) == "   |--O");
}

TEST_CASE("what_goes_on_beyond_the_axis_is_marked_in_its_last_column") {
  CHECK(range_bar(hundreds(), option(1500, 1800, 9000), plain()) == "               |--O->");
  CHECK(range_bar(hundreds(), option(1500, 5000, 9000), plain()) == "               |---->");
  CHECK(range_bar(hundreds(), option(5000, 5000, 9000), plain()) == "                    >");
  CHECK(range_bar(hundreds(), option(5000, 5000, 5000), plain()) == "                    >");
}

TEST_CASE("the_ruler_has_a_tick_per_step_and_labels_below") {
  ChartAxis axis = hundreds();
  CHECK(axis_line(axis, plain()) == "|---------+---------|");
  CHECK(tick_labels(axis, Lang::en) == "$0     $1,000  $2,000");  // six columns around 10, the last at the end
  axis.cut = true;
  CHECK(axis_line(axis, plain()) == "|---------+--------->");
  CHECK(axis_line(hundreds(), chart_signs(false)) == "├─────────┬─────────┤");
}

TEST_CASE("swings_are_measured_by_the_greatest") {
  CHECK(swing_bar(Money::dollars(100), Money::dollars(100), 10, plain()) == "##########");
  CHECK(swing_bar(Money::dollars(45), Money::dollars(100), 10, plain()) == "#####");  // 4.5, half away from zero
  CHECK(swing_bar(Money::cents(1), Money::dollars(100), 10, plain()) == "#");
}
