// Round ticks and the columns of amounts.

#include "report/chart_axis.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace preauth;

namespace {

Money usd(std::int64_t dollars) { return Money::dollars(dollars); }

}  // namespace

TEST_CASE("ticks_are_the_smallest_round_amount_of_which_few_make_up_the_span") {
  struct Row {
    std::int64_t amount;
    int most;
    std::int64_t step;
  };
  // 7,580 = 3.79 × 2,000; 1.5 × 5,000. 100 = 1 × 100. 101 = 1.01 × 100, so 200 when one must do.
  for (const Row& row : {Row{7580, 4, 2000}, Row{7580, 3, 5000}, Row{100, 1, 100}, Row{101, 1, 200}, Row{4, 5, 1},
                         Row{0, 3, 1}, Row{1'000'000, 5, 200'000}}) {
    CAPTURE(row.amount);
    CHECK(round_step(usd(row.amount), row.most) == usd(row.step));
  }
}

TEST_CASE("the_axis_ends_at_a_whole_number_of_ticks") {
  const ChartAxis axis = axis_for({usd(7580), usd(3330), usd(480)}, 56);  // 56 / 10 = 5 ticks at most: 4 × 2,000
  CHECK(axis.end == usd(8000));
  CHECK(axis.step == usd(2000));
  CHECK_FALSE(axis_for({usd(1900), usd(480)}, 56).cut);
}

TEST_CASE("columns_are_rounded_to_the_nearest") {
  ChartAxis axis;
  axis.end = usd(8000);
  axis.step = usd(2000);
  axis.columns = 41;  // 40 steps of $200
  struct Row {
    std::int64_t cents;
    int column;
  };
  for (const Row& row :
       {Row{0, 0}, Row{99'99, 0}, Row{100'00, 1}, Row{299'99, 1}, Row{4000'00, 20}, Row{8000'00, 40}}) {
    CAPTURE(row.cents);
    CHECK(axis.column_of(Money::cents(row.cents)) == row.column);
  }
}

TEST_CASE("one_outlier_cuts_the_axis_at_about_twice_the_next") {
  // 45,000 > 8 × 4,760: 2 × 4,760 = 9,520, in at most 5 ticks: 5 × 2,000.
  const ChartAxis cut = axis_for({usd(4760), usd(45'000)}, 56);
  CHECK(cut.cut);
  CHECK(cut.end == usd(10'000));
  CHECK_FALSE(cut.shows(usd(10'001)));
  CHECK_FALSE(axis_for({usd(45'000)}, 56).cut);                         // nothing to crush
  CHECK_FALSE(axis_for({usd(45'000), usd(45'000), usd(100)}, 56).cut);  // two are no outlier
  CHECK_FALSE(axis_for({usd(800), usd(100)}, 56).cut);                  // 8 times is not more than 8 times
  CHECK(axis_for({usd(801), usd(100)}, 56).cut);
  CHECK_FALSE(axis_for({usd(400), usd(0)}, 56).cut);
}

TEST_CASE("an_axis_of_nothing_has_a_dollar") {
  for (const std::vector<Money>& highs : {std::vector<Money>{}, std::vector<Money>{Money()}}) {
    const ChartAxis axis = axis_for(highs, 30);
    CHECK(axis.end == usd(1));
    CHECK(axis.column_of(Money()) == 0);
  }
}
