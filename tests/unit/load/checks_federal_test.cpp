#include <doctest/doctest.h>

#include "load/checks.h"
#include "loaded.h"

namespace preauth::test {
namespace {

using Ids = std::vector<std::string>;

// The problems of a plan of 2026 (or `year`) with the given lines after those of [plan].
LoadedPlan checked(const std::string& lines, const std::string& year = "2026") {
  LoadedPlan loaded = load_plan_text("[plan]\nid = \"a\"\nsource = \"SBC\"\nyear = " + year + "\n" + lines);
  check_plan(loaded.plan, limits_2026_2027(), loaded.diagnostics);
  return loaded;
}

Ids checked_ids(const std::string& lines, const std::string& year = "2026") {
  return ids_of(checked(lines, year).diagnostics);
}

TEST_CASE("a_maximum_above_the_federal_one_of_the_year_is_a_warning") {
  const std::string ppo = "kind = \"ppo\"\n[out_of_pocket_max]\n";
  CHECK(checked_ids(ppo + "in = { individual = \"$10,600\", family = \"$21,200\" }").empty());
  CHECK(checked_ids(ppo + "in = { individual = \"$10,600.01\", family = \"$21,200\" }") ==
        Ids{"plan.above-federal-maximum"});
  CHECK(checked_ids(ppo + "in = { individual = \"$10,600\", family = \"$21,201\" }") ==
        Ids{"plan.above-federal-maximum"});
  CHECK(checked_ids(ppo + "tier2 = \"$11,000\"") == Ids{"plan.above-federal-maximum"});
  CHECK(checked_ids(ppo + "out = \"$11,000\"").empty());
  CHECK(checked_ids(ppo + "in = \"$12,000\"", "2027").empty());
  CHECK(checked_ids(ppo + "in = \"$99,000\"", "2019").empty());  // no data for the year
  // A plan year from February 2026 on is bound by the limit of 2026, also for its days in 2027.
  CHECK(checked_ids(ppo + "in = \"$11,000\"", "\"2026-02-01..2027-01-31\"") == Ids{"plan.above-federal-maximum"});
}

TEST_CASE("the_federal_maximum_does_not_bind_every_plan") {
  const std::string high = "[out_of_pocket_max]\nin = \"$20,000\"";
  CHECK(checked_ids("kind = \"ppo\"\ngrandfathered = true\n" + high).empty());
  CHECK(checked_ids("kind = \"short-term\"\n" + high).empty());
  CHECK(checked_ids("kind = \"medicare-advantage\"\n" + high).empty());
  CHECK(checked_ids(high).empty());  // kind unknown
}

TEST_CASE("individual_bronze_plans_of_2027_have_a_sentence_of_their_own") {
  const std::string high = "kind = \"hmo\"\n[out_of_pocket_max]\nin = \"$13,000\"";
  CHECK(checked_ids("metal = \"bronze\"\nmarket = \"individual\"\n" + high, "2027") ==
        Ids{"plan.above-federal-maximum-2027"});
  CHECK(checked_ids("metal = \"catastrophic\"\n" + high, "2027") == Ids{"plan.above-federal-maximum-2027"});
  CHECK(checked_ids("metal = \"bronze\"\nmarket = \"small group\"\n" + high, "2027") ==
        Ids{"plan.above-federal-maximum"});
  CHECK(checked_ids("metal = \"bronze\"\nmarket = \"individual\"\n" + high, "2026") ==
        Ids{"plan.above-federal-maximum"});
}

TEST_CASE("no_maximum_at_all_is_a_warning_for_a_plan_that_must_have_one") {
  CHECK(checked_ids("kind = \"ppo\"\n[out_of_pocket_max]\nin = \"none\"") == Ids{"plan.no-maximum"});
  CHECK(checked_ids("kind = \"medicare\"\n[out_of_pocket_max]\nin = \"none\"").empty());
}

TEST_CASE("an_aggregate_family_maximum_still_caps_one_person") {
  const auto maximum = [](const std::string& family, const std::string& rule) {
    return "kind = \"ppo\"\n[out_of_pocket_max]\nin = { individual = \"$8,000\", family = \"" + family +
           "\", rule = \"" + rule + "\" }";
  };
  const LoadedPlan loaded = checked(maximum("$16,000", "aggregate"));
  CHECK(ids_of(loaded.diagnostics) == Ids{"plan.person-cap-in-family"});
  CHECK(loaded.diagnostics.all()[0].severity == Severity::note);
  CHECK(checked_ids(maximum("$10,600", "aggregate")).empty());
  CHECK(checked_ids(maximum("$16,000", "embedded")).empty());
}

TEST_CASE("an_hsa_plan_keeps_to_its_limits") {
  const std::string hsa = "hsa_qualified = true\n";
  const auto deductible = [&](const std::string& in) { return hsa + "[deductible]\nin = " + in; };
  CHECK(checked_ids(deductible("\"$1,700\"")).empty());
  CHECK(checked_ids(deductible("\"$1,699.99\"")) == Ids{"plan.hdhp-deductible-low"});
  CHECK(checked_ids(deductible("\"none\"")).empty());
  CHECK(checked_ids(deductible("{ individual = \"$1,700\", family = \"$3,399\" }")) == Ids{"plan.hdhp-deductible-low"});
  CHECK(checked_ids(deductible("{ individual = \"$1,700\", family = \"$3,400\" }")).empty());
  // 2026: an embedded person's deductible must reach the family minimum of 3,400.
  CHECK(checked_ids(deductible("{ individual = \"$3,399\", family = \"$6,800\", rule = \"embedded\" }")) ==
        Ids{"plan.hdhp-embedded-low"});
  CHECK(checked_ids(deductible("{ individual = \"$3,400\", family = \"$6,800\", rule = \"embedded\" }")).empty());
  CHECK(checked_ids(hsa + "[out_of_pocket_max]\nin = { individual = \"$8,500\", family = \"$17,000\" }").empty());
  CHECK(checked_ids(hsa + "[out_of_pocket_max]\nin = { individual = \"$8,501\", family = \"$17,000\" }") ==
        Ids{"plan.hdhp-maximum-high"});
  CHECK(checked_ids("hsa_qualified = false\nkind = \"hdhp\"\n[deductible]\nin = \"$100\"").empty());
  CHECK(checked_ids("kind = \"hdhp\"\n[deductible]\nin = \"$100\"") == Ids{"plan.hdhp-deductible-low"});
}

TEST_CASE("an_hsa_plan_pays_no_visit_in_person_before_the_deductible") {
  const std::string phrase = "in = \"$40 copay; deductible does not apply\"\n";
  const std::string hsa = "hsa_qualified = true\n";
  CHECK(checked_ids(hsa + "[benefits.office-visit]\n" + phrase) == Ids{"plan.hdhp-skips-deductible"});
  CHECK(checked_ids(hsa + "[benefits.virtual-iop]\n" + phrase).empty());
  CHECK(checked_ids(hsa + "[benefits.office-visit]\nin = \"$40 copay after deductible\"").empty());
  CHECK(checked_ids("[benefits.office-visit]\n" + phrase).empty());
  // Since 2026 an individual bronze plan is HSA-compatible whatever it pays first; in 2025 it was not.
  const std::string bronze = hsa + "metal = \"bronze\"\nmarket = \"individual\"\n[benefits.office-visit]\n" + phrase;
  CHECK(checked_ids(bronze).empty());
}

TEST_CASE("limits_are_quoted_with_their_source") {
  const LoadedPlan loaded = checked("kind = \"ppo\"\n[out_of_pocket_max]\nin = \"$11,000\"");
  CHECK(loaded.diagnostics.all()[0].message ==
        "$11,000 is above the federal out-of-pocket maximum $10,600 of plan years beginning in 2026 "
        "(Test citation, 2026)");
  CHECK(loaded.text(loaded.diagnostics.all()[0].at) == "\"$11,000\"");
}

}  // namespace
}  // namespace preauth::test
