// Cells as they stand on the Medicare Plan Finder, plan year 2026.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"

using namespace preauth;

namespace {

struct Row {
  std::string cell;
  std::string in;
  std::string tier2;
  std::string out;
};

std::string write(const std::optional<CostShare>& share) { return share ? canonical(*share) : ""; }

}  // namespace

TEST_CASE("cells_of_the_plan_finder_have_their_meaning") {
  const std::vector<Row> rows = {
      {"", "", "", ""},
      {"In-network: $35 copay ; Out-of-network: 50% coinsurance", "$35 copay; deductible unknown", "",
       "50% coinsurance after deductible"},
      {"In-network: $0-$25 copay", "$0..$25 copay; deductible unknown", "", ""},
      {"In-network: $0 or $40-$50 copay ; Out-of-network: $0 or $75 copay", "$0..$50 copay; deductible unknown", "",
       "$0..$75 copay; deductible unknown"},
      {"In-network: 0% or 20% coinsurance", "0%..20% coinsurance after deductible", "", ""},
      {"In-network: 0% or 0%-20% coinsurance ; Out-of-network: 30%-40% coinsurance",
       "0%..20% coinsurance after deductible", "", "30%..40% coinsurance after deductible"},
      {"50% per stay", "50% coinsurance after deductible", "", ""},
      {"$0 or $1,980 per stay ; Out-of-network:", "$0..$1,980 copay per admission; deductible unknown", "", ""},
      {"$445 per day for days 1-6 ; $0 per day for days 7-999 ; $0 per stay",
       "$445 per day for days 1-6; $0 per day for days 7+; deductible unknown", "", ""},
      {"$0 or $388 per day for days 1-7 ; $0 per day for days 8-90 ; $0 per stay",
       "$0..$388 per day for days 1-7; $0 per day for days 8-90; deductible unknown", "", ""},
      {"$200 per stay ; Tier 2 ; $550 per stay", "$200 copay per admission; deductible unknown",
       "$550 copay per admission; deductible unknown", ""},
      {"$225 per day for days 1-6 ; $0 per day for days 7-90 ; $225 Lifetime Reserve Days for days 1-6 ; $225 Lifetime "
       "Reserve Days for days 7-60 ; $0 per stay",
       "$225 per day for days 1-6; $0 per day for days 7-90; $225 per lifetime reserve day for days 91-96; $225 per "
       "lifetime reserve day for days 97-150; deductible unknown",
       "", ""},
      {"35% per day for days 1-90 ; 0% per stay", "35% coinsurance for days 1-90 after deductible", "", ""},
      {"In-network: $0 copay ; Out-of-network: $0 copay, 0% coinsurance", "no charge; deductible unknown", "",
       "no charge after deductible"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cell);
    const PhraseResult<NetworkedShares> result = parse_plan_finder(row.cell);
    CHECK(result.problems.empty());
    REQUIRE(result.value);
    CHECK(write(result.value->in) == row.in);
    CHECK(write(result.value->tier2) == row.tier2);
    CHECK(write(result.value->out) == row.out);
  }
}

TEST_CASE("cells_that_cannot_be_calculated_say_what_stands_in_the_way") {
  struct Refused {
    std::string cell;
    std::size_t offset;
    std::size_t length;
    std::string reason;
  };
  const std::vector<Refused> rows = {
      {"$425 per day for days 1-90 ; $425 per stay", 29, 4, "an amount on top of a day schedule"},
      {"In-network: $35 copay ; Out-of-network: $35 copay, 30% coinsurance", 40, 26,
       "a copay for some services and coinsurance for others, without saying for which"},
  };
  for (const Refused& row : rows) {
    CAPTURE(row.cell);
    const PhraseResult<NetworkedShares> result = parse_plan_finder(row.cell);
    CHECK_FALSE(result.value);
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].kind == PhraseProblem::Kind::cannot_model);
    CHECK(result.problems[0].offset == row.offset);
    CHECK(result.problems[0].length == row.length);
    CHECK(result.problems[0].detail == row.reason);
  }
}

TEST_CASE("one_network_named_twice_is_a_contradiction") {
  const PhraseResult<NetworkedShares> result = parse_plan_finder("In-network: $35 copay ; In-network: $40 copay");
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].kind == PhraseProblem::Kind::contradiction);
}
