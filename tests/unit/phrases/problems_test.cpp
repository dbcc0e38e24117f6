// Every kind of problem with the exact place of the word at fault.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"

using namespace preauth;

namespace {

using Kind = PhraseProblem::Kind;

struct Row {
  std::string phrase;
  Kind kind;
  std::size_t offset;
  std::size_t length;
  std::string suggestion = {};
};

template <class Result>
void check_problem(const Result& result, const Row& row) {
  CAPTURE(row.phrase);
  CHECK_FALSE(result.value);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].kind == row.kind);
  CHECK(result.problems[0].offset == row.offset);
  CHECK(result.problems[0].length == row.length);
  CHECK(result.problems[0].suggestion == row.suggestion);
}

}  // namespace

TEST_CASE("problems_of_cost_shares_point_at_the_word") {
  const std::string long_phrase(2'001, '$');
  const std::vector<Row> rows = {
      {"", Kind::empty, 0, 0},
      {"  , ", Kind::empty, 0, 4},
      {"20% coinsurence after deductible", Kind::unexpected_word, 4, 11, "coinsurance"},
      {"$40 copay after deductable", Kind::unexpected_word, 16, 10, "deductible"},
      {"$40 copay zzzzzz", Kind::unexpected_word, 10, 6},
      {"$40 copay \xE2\x82\xAC", Kind::unexpected_word, 10, 3},
      {"after deductible", Kind::missing_amount, 6, 10},
      {"copay after deductible", Kind::missing_amount, 0, 5},
      {"first 3 visits $0", Kind::missing_amount, 16, 1},
      {"first 3 visits $0, then", Kind::missing_amount, 19, 4},
      {"$", Kind::missing_amount, 0, 1},
      {"20", Kind::missing_percent_sign, 0, 2, "20%"},
      {"40 copay", Kind::missing_percent_sign, 0, 2, "$40"},
      {"20 coinsurance", Kind::missing_percent_sign, 0, 2, "20%"},
      {"$20 then 150% coinsurance", Kind::rate_out_of_range, 9, 4},
      {"-$20 copay", Kind::negative_amount, 0, 4},
      {"$-20 copay", Kind::negative_amount, 1, 3},
      {"-20%", Kind::negative_amount, 0, 3},
      {"$1,000,000,000,000.01 copay", Kind::too_large, 0, 21},
      {"$99999999999999999999", Kind::too_large, 1, 20},
      {"first 20,001 visits $0, then $40", Kind::too_large, 6, 6},
      {"$40-$20 copay", Kind::bad_range, 0, 7},
      {"30%..10%", Kind::bad_range, 0, 8},
      {"$300 per day for days 5-1", Kind::bad_days, 17, 8},
      {"$300 per day for days 0-5", Kind::bad_days, 17, 8},
      {"first 0 visits $0, then $40", Kind::bad_days, 0, 14},
      {"$300 per day for days 1-5; $0 per day for days 5-90", Kind::days_overlap, 42, 9},
      {"$300 per day for days 1-5; $0 per day for days 7-90", Kind::days_gap, 42, 9},
      {"$300 per day for days 2-5", Kind::days_gap, 17, 8},
      {"$40 copay $50 copay", Kind::contradiction, 10, 3},
      {"$40 copay after deductible; deductible does not apply", Kind::contradiction, 28, 25},
      {"no charge, 20%", Kind::contradiction, 11, 3},
      {"$300 per day per admission", Kind::contradiction, 13, 13},
      {"$40 copay; first 3 visits $0", Kind::contradiction, 11, 14},
      {"greater of $24.50 per day or $25 per admission", Kind::cannot_model, 0, 10},
      {"$35 office visit and 20% other outpatient", Kind::cannot_model, 25, 5},
      {"$0 or 20%", Kind::cannot_model, 3, 2},
      {"$300 copay per episode", Kind::cannot_model, 11, 11},
      {"20% of billed charges", Kind::cannot_model, 0, 13},
      {"plan pays 80%", Kind::unexpected_word, 0, 4},
      {"not covered, $40", Kind::trailing_text, 13, 3},
      {"Medicare Part A then 20%", Kind::trailing_text, 16, 8},
      {long_phrase, Kind::too_long, 2'000, 1},
      {"$10.123 copay", Kind::bad_number, 1, 6},
      {"$1,0000 copay", Kind::bad_number, 1, 6},
      {"$1.2.3", Kind::bad_number, 1, 5},
      {"20.00001%", Kind::bad_number, 0, 8},
      {"first 1.5 visits $0, then $40", Kind::bad_number, 6, 3},
  };
  for (const Row& row : rows) check_problem(parse_cost_share(row.phrase, {}), row);
}

TEST_CASE("problems_of_values_point_at_the_word") {
  check_problem(parse_money(""), {"", Kind::empty, 0, 0});
  check_problem(parse_money("$10.123"), {"$10.123", Kind::bad_number, 1, 6});
  check_problem(parse_money("-5"), {"-5", Kind::negative_amount, 0, 2});
  check_problem(parse_money("$5 or so"), {"$5 or so", Kind::trailing_text, 3, 5});
  check_problem(parse_money("$400..$250"), {"$400..$250", Kind::bad_range, 0, 10});
  check_problem(parse_money("$1,000,000,000,001"), {"$1,000,000,000,001", Kind::too_large, 1, 17});
  check_problem(parse_rate("0.2"), {"0.2", Kind::missing_percent_sign, 0, 3, "20%"});
  check_problem(parse_rate("120%"), {"120%", Kind::rate_out_of_range, 0, 4});
  check_problem(parse_price("$1.1234567/day"), {"$1.1234567/day", Kind::bad_number, 1, 9});
  check_problem(parse_price("$5/dya"), {"$5/dya", Kind::unexpected_word, 3, 3, "day"});
  check_problem(parse_days("2.5 days"), {"2.5 days", Kind::bad_number, 0, 3});
  check_problem(parse_days("20000 weeks"), {"20000 weeks", Kind::too_large, 6, 5});
  check_problem(parse_plan_amount("not $5"), {"not $5", Kind::unexpected_word, 4, 1});
  check_problem(parse_penalty("$500 per admisson"), {"$500 per admisson", Kind::unexpected_word, 9, 8, "admission"});
}

TEST_CASE("problems_of_limits_and_schedules_point_at_the_word") {
  check_problem(parse_limit("60 visist per year"), {"60 visist per year", Kind::unexpected_word, 3, 6, "visit"});
  check_problem(parse_limit("2.5 visits per year"), {"2.5 visits per year", Kind::bad_number, 0, 3});
  check_problem(parse_limit("30000 visits per year"), {"30000 visits per year", Kind::too_large, 0, 5});
  check_problem(parse_limit("-3 days per year"), {"-3 days per year", Kind::negative_amount, 0, 2});
  check_problem(parse_schedule("3 days/wekk for 9 weeks"), {"wekk", Kind::unexpected_word, 7, 4, "week"});
  check_problem(parse_schedule("8 days/week for 2 weeks"), {"8 days/week", Kind::bad_days, 0, 11});
  check_problem(parse_schedule("0 days"), {"0 days", Kind::bad_days, 0, 6});
  check_problem(parse_schedule("Fri-Mon for 2 weeks"), {"Fri-Mon", Kind::bad_range, 0, 7});
  check_problem(parse_schedule("3 days/week 2 visits/week"), {"twice", Kind::contradiction, 12, 13});
  check_problem(parse_schedule("3-5 days/week for 9 weeks"), {"3-5", Kind::cannot_model, 0, 9});
  check_problem(parse_schedule("for"), {"for", Kind::missing_amount, 0, 3});
  check_problem(parse_schedule("10,000,000 visits"), {"10,000,000", Kind::too_large, 0, 10});
}

TEST_CASE("a_long_misspelling_gets_no_suggestion") {
  const std::string word(1'000, 'c');
  check_problem(parse_cost_share("$40 " + word, {}), {"ccc…", Kind::unexpected_word, 4, 1'000});
}
