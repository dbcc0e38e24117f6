#include <doctest/doctest.h>

#include "loaded.h"

namespace preauth::test {
namespace {

constexpr PlanAmount dollars(std::int64_t amount) { return {AmountKind::amount, Money::dollars(amount)}; }

LoadedPlan with_deductible(const std::string& lines) {
  return load_plan_text("[plan]\nid = \"a\"\n[deductible]\n" + lines);
}

TEST_CASE("a_deductible_states_person_family_and_rule") {
  const LoadedPlan loaded = with_deductible(
      "in = { individual = \"$2,000\", family = 4000.50, rule = \"embedded\" }\n"
      "out = \"not covered\"\ntier2 = \"$3,000\"\ncombined = \"none\"\nnetworks = \"nested\"\n");
  CHECK(ids_of(loaded.diagnostics).empty());
  const AmountRules& rules = loaded.plan.deductible;
  const TieredAmount& in = rules.by_network[index(Network::in)];
  CHECK(in.individual.known == Known<PlanAmount>(dollars(2'000)));
  CHECK(loaded.text(in.individual.provenance.at) == "\"$2,000\"");
  CHECK(in.family.known == Known<PlanAmount>({AmountKind::amount, Money::cents(400'050)}));
  CHECK(loaded.text(in.family.provenance.at) == "4000.50");
  CHECK(in.rule.known == Known<FamilyRule>(FamilyRule::embedded));
  CHECK(rules.by_network[index(Network::out)].individual.known.value().kind == AmountKind::not_covered);
  CHECK(rules.by_network[index(Network::tier2)].individual.known == Known<PlanAmount>(dollars(3'000)));
  REQUIRE(rules.combined.has_value());
  CHECK(rules.combined->individual.known.value().kind == AmountKind::none);
  CHECK(rules.networks.known == Known<NetworkRule>(NetworkRule::nested));
}

TEST_CASE("none_and_unknown_hold_for_the_family_and_an_amount_for_one_person") {
  const LoadedPlan none = with_deductible("in = \"none\"\nout = \"unknown\"\ntier2 = \"$500\"\n");
  const auto& by_network = none.plan.deductible.by_network;
  CHECK(by_network[index(Network::in)].family.known.value().kind == AmountKind::none);
  CHECK(by_network[index(Network::out)].individual.known == Known<PlanAmount>::unknown());
  CHECK(by_network[index(Network::out)].family.known == Known<PlanAmount>::unknown());
  CHECK_FALSE(by_network[index(Network::tier2)].family.known.is_stated());
}

TEST_CASE("an_amount_may_be_a_range") {
  const LoadedPlan loaded = with_deductible("in = \"$250..$400\"\n");
  const Known<PlanAmount>& known = loaded.plan.deductible.by_network[index(Network::in)].individual.known;
  CHECK(known == Known<PlanAmount>::between(dollars(250), dollars(400)));
}

TEST_CASE("a_value_may_say_where_it_comes_from") {
  const LoadedPlan loaded = with_deductible(
      "in = { individual = { is = \"$2,000\", evidence = \"call\", date = 2026-01-05, by = \"Sam\", "
      "reference = \"77\", quote = \"two thousand\" } }\n"
      "out = { is = \"$4,000\", source = { title = \"SBC\", page = 2 }, evidence = \"written answer\" }\n");
  CHECK(ids_of(loaded.diagnostics).empty());
  const auto& by_network = loaded.plan.deductible.by_network;
  const Provenance& in = by_network[index(Network::in)].individual.provenance;
  CHECK(loaded.text(in.at) == "\"$2,000\"");
  CHECK(in.evidence == Evidence::call);
  CHECK(in.source == "Sam, 2026-01-05, 77");
  const Provenance& out = by_network[index(Network::out)].individual.provenance;
  CHECK(loaded.text(out.at) == "\"$4,000\"");
  CHECK(out.evidence == Evidence::written_answer);
  CHECK(out.source == "SBC, p. 2");
}

TEST_CASE("carry_over_is_a_number_of_months") {
  CHECK(with_deductible("carry_over = \"last 3 months\"").plan.carry_over_months.known == Known<std::int32_t>(3));
  CHECK(with_deductible("carry_over = \"last 1 month\"").plan.carry_over_months.known == Known<std::int32_t>(1));
  CHECK(with_deductible("carry_over = \"none\"").plan.carry_over_months.known == Known<std::int32_t>(0));
  CHECK(with_deductible("carry_over = \"unknown\"").plan.carry_over_months.known == Known<std::int32_t>::unknown());
  for (const std::string text : {"\"last quarter\"", "3", "\"last 13 months\"", "\"\"", "\"last -1 months\""}) {
    CAPTURE(text);
    CHECK(ids_of(with_deductible("carry_over = " + text).diagnostics) ==
          std::vector<std::string>{"plan.bad-carry-over"});
  }
}

TEST_CASE("separate_deductibles_name_their_rows") {
  const LoadedPlan loaded = load_plan_text(R"([plan]
id = "a"
[[deductible.separate]]
name = "drugs"
benefits = ["drug", "laboratory"]
in = "$250"
[[deductible.separate]]
in = "$100"
)");
  CHECK(ids_of(loaded.diagnostics) == std::vector<std::string>{"file.missing-key", "file.missing-key"});
  REQUIRE(loaded.plan.separate_deductibles.size() == 2);
  const SeparateDeductible& drugs = loaded.plan.separate_deductibles[0];
  CHECK(drugs.name == "drugs");
  CHECK(drugs.benefits == (mask(Benefit::drug) | mask(Benefit::laboratory)));
  CHECK(drugs.by_network[index(Network::in)].individual.known == Known<PlanAmount>(dollars(250)));
}

TEST_CASE("the_maximum_says_what_counts_to_it") {
  const LoadedPlan loaded = load_plan_text(R"([plan]
id = "a"
[out_of_pocket_max]
in = { individual = "$8,200", family = "$16,400" }
counts = { deductible = false, copay = true, coinsurance = "unknown", out_of_network = "no" }
)");
  CHECK(ids_of(loaded.diagnostics).empty());
  CHECK(loaded.plan.counts.deductible.known == Known<bool>(false));
  CHECK(loaded.plan.counts.copay.known == Known<bool>(true));
  CHECK(loaded.plan.counts.coinsurance.known == Known<bool>::unknown());
  CHECK(loaded.plan.counts.out_of_network.known == Known<bool>(false));
}

TEST_CASE("more_amounts_than_the_engine_keeps_are_an_error") {
  std::string text = "in = \"$1\"\n";
  for (int i = 0; i < 10; ++i) text += "[[deductible.separate]]\nname = \"n\"\nbenefits = [\"drug\"]\nin = \"$5\"\n";
  // 1 + 10 amounts, 10 are kept.
  CHECK(ids_of(with_deductible(text).diagnostics) == std::vector<std::string>{"plan.too-many-deductibles"});
}

}  // namespace
}  // namespace preauth::test
