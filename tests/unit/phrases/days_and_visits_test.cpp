#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"

using namespace preauth;

namespace {

CostShare read(const std::string& phrase) {
  const PhraseResult<CostShare> result = parse_cost_share(phrase, {});
  CAPTURE(phrase);
  REQUIRE(result.value);
  return *result.value;
}

DayBand band(std::int32_t first, std::int32_t last, std::int64_t dollars) {
  DayBand result;
  result.first_day = first;
  result.last_day = last;
  result.copay = Money::dollars(dollars);
  return result;
}

}  // namespace

TEST_CASE("a_day_schedule_has_one_band_per_range") {
  const CostShare share = read("$300 per day for days 1-5; $0 per day for days 6-90");
  REQUIRE(share.tiers.size() == 1);
  CHECK(share.tiers[0].share.days == std::vector{band(1, 5, 300), band(6, 90, 0)});
  CHECK(share.tiers[0].share.copay == Known(Money()));
}

TEST_CASE("a_day_schedule_can_be_written_in_many_ways") {
  const CostShare open = read("$300 per day for days 1-5; $0 per day for days 6-999");
  CHECK(open.tiers[0].share.days == std::vector{band(1, 5, 300), band(6, DayBand::kNoLastDay, 0)});
  for (const std::string phrase :
       {"days 1-5: $300 per day, days 6+: $0", "Days 1 \xE2\x80\x93 5: $300 copay per day; day 6 and after: $0",
        "$300/day for the first 5 days, then $0", "$300 per day for the first 5 days, $0 thereafter",
        "first 5 days $300 per day, then $0 per day", "$300 per day for days 1 to 5; $0 per day after day 5",
        "$300/day (days 1-5), $0/day (days 6 and beyond)", "$300 per day for days 1-5, then $0 per day"}) {
    CAPTURE(phrase);
    CHECK(read(phrase) == open);
  }
}

TEST_CASE("first_days_alone_limit_the_days_a_copay_is_charged") {
  // min(days, 5) x 300 per admission
  const Share share = read("$300/day for the first 5 days").tiers[0].share;
  CHECK(share.days.empty());
  CHECK(share.copay_per == CopayPer::day);
  CHECK(share.copay_days == 5);
}

TEST_CASE("rates_can_stand_in_a_day_schedule") {
  const Share share = read("40% per day for days 1-7 ; $50 per day for days 8-90").tiers[0].share;
  REQUIRE(share.days.size() == 2);
  CHECK(share.days[0].coinsurance == Known(Rate::percent(40)));
  CHECK(share.days[0].copay == Known(Money()));
  CHECK(share.days[1].copay == Known(Money::dollars(50)));
  CHECK(share.deductible == Known(DeductibleOrder::deductible_first));
}

TEST_CASE("reserve_days_are_counted_on_from_the_last_ordinary_day") {
  const Share own = read("$0 per day for days 1-90; $868 Lifetime Reserve Days for days 1-60").tiers[0].share;
  const Share stay = read("$0 per day for days 1-90; $868 Lifetime Reserve Days for days 91-150").tiers[0].share;
  REQUIRE(own.days.size() == 2);
  CHECK(own.days[1].first_day == 91);  // 90 + 1
  CHECK(own.days[1].last_day == 150);  // 90 + 60
  CHECK(own.days[1].lifetime_reserve);
  CHECK(own == stay);
}

TEST_CASE("nothing_per_stay_after_a_day_schedule_adds_nothing") {
  CHECK(read("$330 per day for days 1-7 ; $0 per day for days 8-90 ; $0 per stay") ==
        read("$330 per day for days 1-7 ; $0 per day for days 8-90"));
}

TEST_CASE("visit_tiers_end_with_one_that_has_no_count") {
  const CostShare share = read("first 3 visits $0, then $40 copay");
  REQUIRE(share.tiers.size() == 2);
  CHECK(share.tiers[0].visits == 3);
  CHECK(share.tiers[0].share.copay == Known(Money()));
  CHECK_FALSE(share.tiers[1].visits);
  CHECK(share.tiers[1].share.copay == Known(Money::dollars(40)));
  for (const std::string phrase : {"$0 for the first 3 visits, then $40 copay", "first three visits free, then $40",
                                   "No charge first 3 visits; $40 thereafter", "first 3 visits per year $0; $40 copay",
                                   "first 3 sessions no charge, $40 copay after that"}) {
    CAPTURE(phrase);
    CHECK(read(phrase) == share);
  }
  const CostShare three = read("first 2 visits $0, next 3 visits $20, then $40; deductible does not apply");
  REQUIRE(three.tiers.size() == 3);
  CHECK(three.tiers[1].visits == 3);
}

TEST_CASE("the_first_tier_skips_the_deductible_when_only_a_later_one_states_it") {
  const CostShare share = read("first 10 visits $10, then 30% after deductible");
  REQUIRE(share.tiers.size() == 2);
  CHECK(share.tiers[0].share.deductible == Known(DeductibleOrder::does_not_apply));
  CHECK(share.tiers[1].share.deductible == Known(DeductibleOrder::deductible_first));
}

TEST_CASE("silent_tiers_follow_the_wording_one_by_one") {
  const CostShare sbc = read("first 3 visits $0, then 20%");
  CHECK(sbc.tiers[0].share.deductible == Known<DeductibleOrder>::unknown());
  CHECK(sbc.tiers[1].share.deductible == Known(DeductibleOrder::deductible_first));
  const PhraseResult<CostShare> puf = parse_cost_share("first 3 visits $0, then 20%", {Wording::puf, false, false});
  REQUIRE(puf.value);
  CHECK(puf.value->tiers[1].share.deductible == Known(DeductibleOrder::does_not_apply));
}
