#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"

using namespace preauth;

namespace {

LimitRule read(const std::string& phrase) {
  const PhraseResult<LimitPhrase> result = parse_limit(phrase);
  CAPTURE(phrase);
  REQUIRE(result.value);
  REQUIRE_FALSE(result.value->none);
  return result.value->rule;
}

}  // namespace

TEST_CASE("limits_have_a_quantity_a_unit_and_a_period") {
  struct Row {
    std::string phrase;
    std::int64_t quantity;
    LimitUnit unit;
    LimitPeriod period;
    std::int32_t months;
    std::string text;
  };
  const std::vector<Row> rows = {
      {"60 days per year", 60, LimitUnit::days, LimitPeriod::year, 12, "60 days per year"},
      {"30 visits per benefit period", 30, LimitUnit::visits, LimitPeriod::benefit_period, 12,
       "30 visits per benefit period"},
      {"20 hours/year", 1'200, LimitUnit::hours, LimitPeriod::year, 12, "20 hours per year"},  // 20 x 60
      {"1.5 hours per year", 90, LimitUnit::hours, LimitPeriod::year, 12, "90 minutes per year"},
      {"$5,000 per lifetime", 500'000, LimitUnit::dollars, LimitPeriod::lifetime, 12, "$5,000 per lifetime"},
      {"5000 Dollars per Year", 500'000, LimitUnit::dollars, LimitPeriod::year, 12, "$5,000 per year"},
      {"1 visit per 12 months rolling", 1, LimitUnit::visits, LimitPeriod::rolling_months, 12,
       "1 visit per 12 months rolling"},
      {"1 visit per rolling 12 months", 1, LimitUnit::visits, LimitPeriod::rolling_months, 12,
       "1 visit per 12 months rolling"},
      {"10 days per stay", 10, LimitUnit::days, LimitPeriod::admission, 12, "10 days per admission"},
      {"3 visits per 6 months", 3, LimitUnit::visits, LimitPeriod::calendar_months, 6, "3 visits per 6 months"},
      {"1 visit per 3 years", 1, LimitUnit::visits, LimitPeriod::calendar_months, 36, "1 visit per 36 months"},
      {"30 Visit(s) per Year", 30, LimitUnit::visits, LimitPeriod::year, 12, "30 visits per year"},
      {"5 Visit(s) per 6 Months", 5, LimitUnit::visits, LimitPeriod::calendar_months, 6, "5 visits per 6 months"},
      {"10 Days per Month", 10, LimitUnit::days, LimitPeriod::calendar_months, 1, "10 days per month"},
      {"1500 Dollars per Episode", 150'000, LimitUnit::dollars, LimitPeriod::episode, 12, "$1,500 per episode"},
      {"limited to 60 days per calendar year", 60, LimitUnit::days, LimitPeriod::year, 12, "60 days per year"},
      {"60 visits annual max", 60, LimitUnit::visits, LimitPeriod::year, 12, "60 visits per year"},
      {"up to 30 sessions a year", 30, LimitUnit::visits, LimitPeriod::year, 12, "30 visits per year"},
      {"190 days lifetime", 190, LimitUnit::days, LimitPeriod::lifetime, 12, "190 days per lifetime"},
      {"60-day maximum per plan year", 60, LimitUnit::days, LimitPeriod::year, 12, "60 days per year"},
      {"60 days per year per member", 60, LimitUnit::days, LimitPeriod::year, 12, "60 days per year"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    const LimitRule rule = read(row.phrase);
    CHECK(rule.quantity == Known(row.quantity));
    CHECK(rule.unit == row.unit);
    CHECK(rule.period == row.period);
    CHECK(rule.months == row.months);
    CHECK(rule.text == row.text);
    CHECK(read(rule.text).text == row.text);
  }
}

TEST_CASE("no_limit_is_no_rule") {
  for (const std::string phrase : {"none", "no limit", "unlimited", "No maximum"}) {
    CAPTURE(phrase);
    const PhraseResult<LimitPhrase> result = parse_limit(phrase);
    REQUIRE(result.value);
    CHECK(result.value->none);
  }
}

TEST_CASE("limits_may_be_ranges_or_unknown") {
  CHECK(read("20..30 visits per year").quantity == Known<std::int64_t>::between(20, 30));
  CHECK(read("$5,000..$6,000 per year").quantity == Known<std::int64_t>::between(500'000, 600'000));
  CHECK(read("unknown visits per year").quantity == Known<std::int64_t>::unknown());
  CHECK(read("20..30 visits per year").text == "20..30 visits per year");
  CHECK(read("20..30 hours per year").text == "20..30 hours per year");
}

TEST_CASE("limits_that_cannot_be_calculated_name_why") {
  struct Row {
    std::string phrase;
    std::size_t offset;
    std::size_t length;
    std::string reason;
  };
  const std::vector<Row> rows = {
      {"2 Item(s) per Year", 2, 4, "a limit counted in items (visits, days, hours or dollars can be)"},
      {"1 Exam(s) per Benefit Period", 2, 4, "a limit counted in exams (visits, days, hours or dollars can be)"},
      {"3 visits per week", 13, 4, "a limit per week"},
      {"60 days", 3, 4, "a limit without its period (per year, per admission, per lifetime …)"},
      {"60 per year", 0, 2, "a limit without its unit (visits, days, hours or dollars)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    const PhraseResult<LimitPhrase> result = parse_limit(row.phrase);
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].kind == PhraseProblem::Kind::cannot_model);
    CHECK(result.problems[0].offset == row.offset);
    CHECK(result.problems[0].length == row.length);
    CHECK(result.problems[0].detail == row.reason);
  }
}
