// When money is due, and what daily life costs beside it.

#include <doctest/doctest.h>

#include "report/sheet_cash.h"

namespace preauth {
namespace {

Date day(int month, int day_of_month) { return *Date::from_civil(2026, month, day_of_month); }

ExplainedLine line(Date date, std::int64_t owed, std::uint16_t step = 1) {
  ExplainedLine made;
  made.line.date = date;
  made.line.step = step;
  made.line.level = Level::iop;
  made.line.benefit = Benefit::iop;
  made.result.amounts.copay = Money::dollars(owed);
  return made;
}

Run run(Date date, std::uint16_t step) {
  Run made;
  made.line.date = date;
  made.line.step = step;
  return made;
}

// Three days at $100 in January and February, with the given deposits of its two steps.
struct Case {
  OptionEstimate option;
  Treatment treatment;
};

Case with_deposits(std::int64_t first, std::int64_t second) {
  Case made;
  made.option.id = "a";
  made.option.first_day = day(1, 30);
  made.option.last_day = day(2, 20);
  made.option.lines = {line(day(1, 30), 100), line(day(2, 2), 100), line(day(2, 20), 100, 2)};
  made.option.runs = {run(day(1, 30), 1), run(day(2, 20), 2)};
  Option stated;
  stated.id = "a";
  for (const std::int64_t amount : {first, second}) {
    Step step;
    if (amount > 0) step.deposit.known = Money::dollars(amount);
    stated.steps.push_back(step);
  }
  made.option.deposit = Money::dollars(first + second);
  made.treatment.options = {stated};
  return made;
}

TEST_CASE("a_deposit_moves_money_forward_and_is_taken_off_what_is_owed") {
  struct Row {
    std::string name;
    std::int64_t first;
    std::int64_t second;
    std::int64_t before;
    std::int64_t january;
    std::int64_t february;
    std::int64_t unused;
  };
  const std::vector<Row> rows = {
      {"no deposit", 0, 0, 0, 100, 200, 0},
      {"less than the first day costs", 40, 0, 40, 60, 200, 0},         // 100 - 40
      {"more than the first month costs", 150, 0, 150, 0, 150, 0},      // 150 - 100 = 50 off the 200
      {"more than is owed at all", 350, 0, 350, 0, 0, 50},              // 350 - 300
      {"of the second step: due in its month", 0, 70, 0, 100, 200, 0},  // 100 + 70 + (100 - 70)
      {"of both, the second too large", 40, 150, 40, 60, 250, 50},      // 100 + 150 + 0; 150 - 100 = 50 left
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Case made = with_deposits(row.first, row.second);
    const CashPlan cash = cash_plan(made.option, made.treatment);
    REQUIRE(cash.months.size() == 2);
    CHECK(cash.before == Money::dollars(row.before));
    CHECK(cash.months[0].month == day(1, 1));
    CHECK(cash.months[0].due == Money::dollars(row.january));
    CHECK(cash.months[1].due == Money::dollars(row.february));
    CHECK(cash.unused == Money::dollars(row.unused));
    CHECK(cash.total() == Money::dollars(300) + cash.unused);
  }
}

TEST_CASE("a_month_without_care_is_named_too") {
  OptionEstimate option;
  option.first_day = day(1, 31);
  option.last_day = day(3, 1);
  option.lines = {line(day(1, 31), 10), line(day(3, 1), 20)};
  const CashPlan cash = cash_plan(option, Treatment());
  REQUIRE(cash.months.size() == 3);
  CHECK(cash.months[1].month == day(2, 1));
  CHECK(cash.months[1].due == Money());
}

TEST_CASE("daily_life_counts_workdays_trips_and_days_of_child_care") {
  OptionEstimate option;
  // Friday, Saturday and Monday in one place as visits, then a stay of two nights that is one trip.
  option.lines = {line(day(1, 30), 0), line(day(1, 31), 0), line(day(2, 2), 0), line(day(2, 3), 0), line(day(2, 4), 0)};
  option.lines[3].line.admission = 1;
  option.lines[4].line.admission = 1;
  Life life;
  life.unpaid_day_off.known = Money::dollars(100);
  life.travel_per_visit.known = Known<Money>::between(Money::dollars(10), Money::dollars(20));
  const LifeCost cost = life_cost(option, life);
  CHECK(cost.days_off == 4);                 // all but the Saturday
  CHECK(cost.trips == 4);                    // three visits and one stay
  CHECK(cost.childcare_days == 0);           // no amount is stated
  CHECK(cost.total == Money::dollars(460));  // 4 x 100 + 4 x 15
}

TEST_CASE("virtual_care_needs_no_trip") {
  OptionEstimate option;
  option.lines = {line(day(1, 30), 0)};
  option.lines[0].line.level = Level::virtual_iop;
  Life life;
  life.travel_per_visit.known = Money::dollars(10);
  CHECK(life_cost(option, life).total.is_zero());
}

}  // namespace
}  // namespace preauth
