#include <doctest/doctest.h>

#include "load/checks.h"
#include "loaded.h"

namespace preauth::test {
namespace {

using Ids = std::vector<std::string>;

Ids checked_ids(const std::string& plan_lines, const std::string& treatment_lines) {
  const LoadedPlan plan = load_plan_text("[plan]\nid = \"a\"\nyear = 2026\n" + plan_lines);
  const LoadedTreatment treatment = load_treatment_text(treatment_lines);
  CHECK(ids_of(plan.diagnostics).empty());
  CHECK(ids_of(treatment.diagnostics).empty());
  Diagnostics diagnostics;
  check_together(plan.plan, treatment.treatment, diagnostics);
  return ids_of(diagnostics);
}

TEST_CASE("a_start_outside_the_benefit_year_is_a_warning") {
  CHECK(checked_ids("", "[client]\nstart = 2026-12-31").empty());
  CHECK(checked_ids("", "[client]\nstart = 2027-01-01") == Ids{"plan.year-over"});
  CHECK(checked_ids("", "[client]\nstart = 2025-12-31") == Ids{"treatment.before-plan-year"});
}

TEST_CASE("amounts_of_an_earlier_benefit_year_are_stale") {
  CHECK(checked_ids("", "[client]\nstart = 2026-01-12\n[so_far]\nas_of = 2025-12-31") ==
        Ids{"treatment.stale-amounts"});
  CHECK(checked_ids("", "[client]\nstart = 2026-01-12\n[so_far]\nas_of = 2026-01-01").empty());
  CHECK(checked_ids("", "[client]\nstart = 2026-01-12\n[so_far]\nas_of = 2026-06-01").empty());
  CHECK(checked_ids("", "[client]\nstart = 2199-12-31\n[so_far]\nas_of = 1900-01-01") ==
        Ids{"plan.year-over", "treatment.stale-amounts"});
}

TEST_CASE("amounts_used_above_the_plans_own_are_warnings") {
  const std::string plan =
      "[deductible]\nin = { individual = \"$2,000\", family = \"$4,000\" }\n"
      "[out_of_pocket_max]\nin = { individual = \"$8,000\", family = \"$16,000\" }\n";
  CHECK(checked_ids(plan, "[so_far]\ndeductible = \"$2,000\"\nout_of_pocket = \"$8,000\"").empty());
  CHECK(checked_ids(plan, "[so_far]\ndeductible = \"$2,000.01\"") == Ids{"treatment.used-above-deductible"});
  CHECK(checked_ids(plan, "[so_far]\nout_of_pocket = \"$8,001\"") == Ids{"treatment.used-above-maximum"});
  CHECK(checked_ids(plan, "[so_far]\nfamily = { deductible = \"$4,001\" }") == Ids{"treatment.used-above-deductible"});
}

TEST_CASE("more_used_than_the_limit_is_a_warning") {
  const std::string plan = "[benefits.residential]\nin = \"$5 copay\"\nlimit = \"60 days per year\"\n";
  CHECK(checked_ids(plan, "[so_far]\nused = { residential = \"60 days\" }").empty());
  CHECK(checked_ids(plan, "[so_far]\nused = { residential = \"61 days\" }") == Ids{"treatment.used-above-limit"});
  CHECK(checked_ids(plan, "[so_far]\nused = { residential = \"61 visits\" }").empty());
  // A shared limit: 40 + 30 = 70 of 60.
  const std::string shared = "[[limits]]\nlimit = \"60 days per year\"\nbenefits = [\"residential\", \"detox\"]\n";
  CHECK(checked_ids(shared, "[so_far]\nused = { residential = \"40 days\", detox = \"30 days\" }") ==
        Ids{"treatment.used-above-limit"});
}

TEST_CASE("family_coverage_asks_for_family_amounts") {
  const std::string family = "[client]\ncoverage = \"family\"";
  CHECK(checked_ids("[deductible]\nin = \"$2,000\"", family) == Ids{"treatment.family-amount-unknown"});
  CHECK(checked_ids("[deductible]\nin = { individual = \"$2,000\", family = \"$4,000\" }", family).empty());
  CHECK(checked_ids("[deductible]\nin = \"none\"", family).empty());
  CHECK(checked_ids("[deductible]\nin = \"$2,000\"", "[client]\ncoverage = \"individual\"").empty());
}

TEST_CASE("a_second_tier_must_be_one_the_plan_knows") {
  const std::string tier2 = "[[facilities]]\nid = \"a\"\nnetwork = \"tier2\"";
  CHECK(checked_ids("", tier2) == Ids{"treatment.no-tier2"});
  CHECK(checked_ids("[benefits.iop]\ntier2 = \"$5 copay\"", tier2).empty());
}

}  // namespace
}  // namespace preauth::test
