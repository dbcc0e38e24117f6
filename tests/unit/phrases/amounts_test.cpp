#include <string>

#include <doctest/doctest.h>

#include "load/phrase.h"

using namespace preauth;

namespace {

template <class T>
Known<T> value(const PhraseResult<Known<T>>& result) {
  REQUIRE(result.problems.empty());
  REQUIRE(result.value);
  return *result.value;
}

PriceText price(std::int64_t micros, PriceUnit unit) { return {UnitPrice::micros(micros), unit}; }

}  // namespace

TEST_CASE("money_is_read_with_or_without_its_sign") {
  CHECK(value(parse_money("2000")) == Known(Money::dollars(2'000)));
  CHECK(value(parse_money("$2,000.50")) == Known(Money::cents(200'050)));
  CHECK(value(parse_money("$ 40.5")) == Known(Money::cents(4'050)));
  CHECK(value(parse_money(".50")) == Known(Money::cents(50)));
  CHECK(value(parse_money("2000 dollars")) == Known(Money::dollars(2'000)));
  CHECK(value(parse_money("$250..$400")) == Known<Money>::between(Money::dollars(250), Money::dollars(400)));
  CHECK(value(parse_money("$250-400")) == Known<Money>::between(Money::dollars(250), Money::dollars(400)));
  CHECK(value(parse_money("$250..$250")) == Known(Money::dollars(250)));
  CHECK(value(parse_money("unknown")) == Known<Money>::unknown());
  CHECK(value(parse_money("$1,000,000,000,000")) == Known(Money::largest_stated()));
}

TEST_CASE("rates_need_their_percent_sign") {
  CHECK(value(parse_rate("20%")) == Known(Rate::percent(20)));
  CHECK(value(parse_rate("12.5 %")) == Known(Rate::parts_per_million(125'000)));
  CHECK(value(parse_rate("0.0001%")) == Known(Rate::parts_per_million(1)));
  CHECK(value(parse_rate("10-30%")) == Known<Rate>::between(Rate::percent(10), Rate::percent(30)));
  CHECK(value(parse_rate("100%")) == Known(Rate::percent(100)));
  CHECK(value(parse_rate("unknown")) == Known<Rate>::unknown());
  CHECK(parse_rate("0.2").problems.at(0).suggestion == "20%");
  CHECK(parse_rate("20").problems.at(0).suggestion == "20%");
  CHECK(parse_rate("0.125").problems.at(0).suggestion == "12.5%");
}

TEST_CASE("prices_have_a_unit_and_up_to_six_decimals") {
  CHECK(value(parse_price("$319.38/day")) == Known(price(319'380'000, PriceUnit::day)));
  CHECK(value(parse_price("$9,800 per stay")) == Known(price(9'800'000'000, PriceUnit::stay)));
  CHECK(value(parse_price("$135.61")) == Known(price(135'610'000, PriceUnit::visit)));
  CHECK(value(parse_price("$63.884321 per session")) == Known(price(63'884'321, PriceUnit::visit)));
  CHECK(value(parse_price("$250..$400 a week")) ==
        Known<PriceText>::between(price(250'000'000, PriceUnit::week), price(400'000'000, PriceUnit::week)));
  CHECK(value(parse_price("$800 per diem")) == Known(price(800'000'000, PriceUnit::day)));
  CHECK(value(parse_price("$500/month")) == Known(price(500'000'000, PriceUnit::month)));
  CHECK(parse_price("$90/hour").problems.at(0).kind == PhraseProblem::Kind::cannot_model);
}

TEST_CASE("days_may_be_weeks_and_ranges") {
  CHECK(value(parse_days("5 days")) == Known<std::int32_t>(5));
  CHECK(value(parse_days("every 3 days")) == Known<std::int32_t>(3));
  CHECK(value(parse_days("7..10 days")) == Known<std::int32_t>::between(7, 10));
  CHECK(value(parse_days("2 weeks")) == Known<std::int32_t>(14));
  CHECK(value(parse_days("first 5 days")) == Known<std::int32_t>(5));
  CHECK(value(parse_days("5")) == Known<std::int32_t>(5));
  CHECK(value(parse_days("unknown")) == Known<std::int32_t>::unknown());
  CHECK(parse_days("12 visits").problems.at(0).kind == PhraseProblem::Kind::cannot_model);
}

TEST_CASE("amounts_of_a_plan_can_be_none_or_not_covered") {
  CHECK(value(parse_plan_amount("$30,000")) == Known(PlanAmount{AmountKind::amount, Money::dollars(30'000)}));
  CHECK(value(parse_plan_amount("none")) == Known(PlanAmount{AmountKind::none, Money()}));
  CHECK(value(parse_plan_amount("no maximum")) == Known(PlanAmount{AmountKind::none, Money()}));
  CHECK(value(parse_plan_amount("Not covered")) == Known(PlanAmount{AmountKind::not_covered, Money()}));
  CHECK(value(parse_plan_amount("$0")) == Known(PlanAmount{AmountKind::amount, Money()}));
  CHECK(value(parse_plan_amount("unknown")) == Known<PlanAmount>::unknown());
}

TEST_CASE("canonical_values_read_back") {
  CHECK(canonical(Money::dollars(2'000)) == "$2,000");
  CHECK(canonical(Money::cents(200'050)) == "$2,000.50");
  CHECK(canonical(Money::cents(5)) == "$0.05");
  CHECK(canonical(Money::cents(-200'050)) == "-$2,000.50");
  CHECK(canonical(Rate::percent(20)) == "20%");
  CHECK(canonical(Rate::parts_per_million(125'000)) == "12.5%");
  CHECK(canonical(Rate::parts_per_million(1)) == "0.0001%");
  CHECK(canonical(price(319'380'000, PriceUnit::day)) == "$319.38/day");
  CHECK(canonical(price(9'800'000'000, PriceUnit::stay)) == "$9,800/stay");
  CHECK(canonical(price(63'884'321, PriceUnit::visit)) == "$63.884321/visit");
  CHECK(value(parse_price("$63.884321/visit")) == Known(price(63'884'321, PriceUnit::visit)));
}
