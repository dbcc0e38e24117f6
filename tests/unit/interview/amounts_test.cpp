// The cells of deductible and out-of-pocket limit, in the orders that issuers print them.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"
#include "talk.h"

namespace preauth::test {
namespace {

std::string text_of(const TieredAmount& amount) {
  const auto one = [](const Field<PlanAmount>& field) -> std::string {
    if (!field.known.is_exact()) return "?";
    if (field.known.value().kind == AmountKind::none) return "none";
    if (field.known.value().kind == AmountKind::not_covered) return "not covered";
    return canonical(field.known.value().amount);
  };
  return one(amount.individual) + " " + one(amount.family);
}

TEST_CASE("amounts_are_read_in_every_order_that_is_printed") {
  struct Row {
    std::string cell;
    std::string in;  // a person's amount and the family's; ? is open
    std::string out;
  };
  const std::vector<Row> rows = {
      {"$2,000", "$2,000 ?", "? ?"},
      {"$0", "$0 $0", "? ?"},
      {"None", "none none", "? ?"},
      {"Not applicable", "none none", "? ?"},
      {"$500 / individual or $1,000 / family", "$500 $1,000", "? ?"},
      {"$2,000 individual/$4,000 family", "$2,000 $4,000", "? ?"},
      {"Individual $2,000, Family $4,000", "$2,000 $4,000", "? ?"},
      {"individual/family: $2,000/$4,000", "$2,000 $4,000", "? ?"},
      {"$2,000 per person / $4,000 per family", "$2,000 $4,000", "? ?"},
      {"$2,000/$4,000", "$2,000 $4,000", "? ?"},
      {"$4,000 family", "? $4,000", "? ?"},
      {"For network providers $2,500 individual / $5,000 family; for out-of-network providers $4,000 individual / "
       "$8,000 family",
       "$2,500 $5,000", "$4,000 $8,000"},
      {"In-network: $1,000 Individual, $2,000 Family. Out-of-network: $3,000 Individual, $6,000 Family.",
       "$1,000 $2,000", "$3,000 $6,000"},
      {"$1,000 individual / $2,000 family in-network; $3,000 individual / $6,000 family out-of-network",
       "$1,000 $2,000", "$3,000 $6,000"},
      {"$1,000 in-network / $3,000 out-of-network", "$1,000 ?", "$3,000 ?"},
      {"$1,000/$2,000 network, $3,000/$6,000 non-network", "$1,000 $2,000", "$3,000 $6,000"},
      {"In-network $2,000 individual / $4,000 family; out-of-network: not covered", "$2,000 $4,000",
       "not covered not covered"},
      // Nothing to pay first and nothing covered look alike there, so it stays open.
      {"In-network $2,000; out-of-network: Not applicable", "$2,000 ?", "? ?"},
      {"$1,500.50 individual", "$1,500.50 ?", "? ?"},
      {"2000 individual / 4000 family", "$2,000 $4,000", "? ?"},
      {"In 2026 $2,000 per family member, $4,000 per family", "$2,000 $4,000", "? ?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cell);
    Talk talk;
    talk.go_to("overall deductible");
    const std::string said = talk.say(row.cell);
    CAPTURE(said);
    const Plan plan = talk.plan();
    CHECK(text_of(plan.deductible.by_network[index(Network::in)]) == row.in);
    CHECK(text_of(plan.deductible.by_network[index(Network::out)]) == row.out);
  }
}

TEST_CASE("an_amount_for_all_networks_together_is_combined") {
  Talk talk;
  talk.go_to("overall deductible");
  talk.say("Combined in-network and out-of-network: $3,000 individual / $6,000 family");
  const Plan plan = talk.plan();
  REQUIRE(plan.deductible.combined.has_value());
  CHECK(text_of(*plan.deductible.combined) == "$3,000 $6,000");
  CHECK(plan.deductible.networks.known.value() == NetworkRule::combined);
}

TEST_CASE("amounts_that_contradict_each_other_are_asked_for_again") {
  Talk talk;
  talk.go_to("overall deductible");
  const std::string said = talk.say("$2,000 individual / $4,000 individual");
  CHECK(said.find("[interview.unclear-amounts]") != std::string::npos);
  CHECK(said.find("$2,000 individual / $4,000 family; out-of-network") != std::string::npos);
  talk.say("$2,000 individual / $4,000 family");
  CHECK(talk.last().find("out-of-pocket limit") != std::string::npos);
}

TEST_CASE("a_share_is_no_amount") {
  Talk talk;
  talk.go_to("overall deductible");
  CHECK(talk.say("20% coinsurance").find("error: ") != std::string::npos);
}

TEST_CASE("an_amount_keeps_the_whole_cell_as_its_quote") {
  Talk talk;
  talk.go_to("overall deductible");
  talk.say("$2,000 individual / $4,000 family");
  CHECK(
      talk.file().find("individual = { is = \"$2,000\", evidence = \"plan document\", source = \"SBC\", page = \"1\", "
                       "date = 2026-01-05, quote = \"$2,000 individual / $4,000 family\" }") != std::string::npos);
}

}  // namespace
}  // namespace preauth::test
