#include "load/checks.h"

#include <doctest/doctest.h>

#include "loaded.h"

namespace preauth::test {
namespace {

using Ids = std::vector<std::string>;

Ids checked_ids(const std::string& lines) {
  LoadedPlan loaded = load_plan_text("[plan]\nid = \"a\"\nsource = \"SBC\"\n" + lines);
  check_plan(loaded.plan, limits_2026_2027(), loaded.diagnostics);
  return ids_of(loaded.diagnostics);
}

TEST_CASE("a_plan_without_a_source_is_a_warning_unless_it_is_an_example") {
  const auto ids = [](const std::string& text) {
    LoadedPlan loaded = load_plan_text(text);
    check_plan(loaded.plan, limits_2026_2027(), loaded.diagnostics);
    return ids_of(loaded.diagnostics);
  };
  CHECK(ids("[plan]\nid = \"a\"") == Ids{"plan.no-source"});
  CHECK(ids("[plan]\nid = \"a\"\nexample = true").empty());
  CHECK(ids("[plan]\nid = \"a\"\nsource = { url = \"https://example.org\" }").empty());
}

TEST_CASE("amounts_that_do_not_fit_together_are_warnings") {
  CHECK(checked_ids("[deductible]\nin = { individual = \"$4,000\", family = \"$2,000\" }") ==
        Ids{"plan.family-below-person"});
  CHECK(checked_ids("[deductible]\nin = { individual = \"$4,000\", family = \"$4,000\" }").empty());
  CHECK(checked_ids("[deductible]\nin = \"$5,000\"\n[out_of_pocket_max]\nin = \"$4,999\"") ==
        Ids{"plan.maximum-below-deductible"});
  CHECK(checked_ids("[deductible]\nin = \"$5,000\"\n[out_of_pocket_max]\nin = \"$5,000\"").empty());
  CHECK(checked_ids(
            "[deductible]\nin = \"$5,000\"\n[out_of_pocket_max]\nin = \"$4,999\"\ncounts = { deductible = false }")
            .empty());
}

TEST_CASE("a_deductible_for_behavioral_care_only_is_a_parity_question") {
  const auto separate = [](const std::string& benefits) {
    return "[[deductible.separate]]\nname = \"n\"\nin = \"$500\"\nbenefits = " + benefits;
  };
  CHECK(checked_ids(separate("[\"iop\", \"residential\"]")) == Ids{"plan.separate-behavioral-deductible"});
  CHECK(checked_ids(separate("[\"drug\"]")).empty());
  CHECK(checked_ids(separate("[\"iop\", \"outpatient-other\"]")).empty());
  CHECK(checked_ids("kind = \"medicare\"\n" + separate("[\"iop\"]")).empty());
}

TEST_CASE("a_limit_on_behavioral_rows_only_is_worth_asking_about") {
  CHECK(checked_ids("[benefits.residential]\nin = \"$5 copay\"\nlimit = \"60 days per year\"") ==
        Ids{"plan.behavioral-limit"});
  CHECK(checked_ids("[benefits.office-visit]\nin = \"$5 copay\"\nlimit = \"60 visits per year\"").empty());
  CHECK(checked_ids("[[limits]]\nlimit = \"60 days per year\"\nbenefits = [\"residential\", \"inpatient-facility\"]")
            .empty());
  CHECK(checked_ids("kind = \"tricare\"\n[benefits.iop]\nlimit = \"60 days per year\"").empty());
}

TEST_CASE("same_as_must_lead_to_a_row_that_says_something") {
  CHECK(checked_ids("[benefits.iop]\nsame_as = \"php\"\n[benefits.php]\nsame_as = \"iop\"") ==
        Ids{"plan.same-as-loop"});
  CHECK(checked_ids("[benefits.iop]\nsame_as = \"iop\"") == Ids{"plan.same-as-loop"});
  CHECK(checked_ids("[benefits.iop]\nsame_as = \"php\"\n[benefits.php]\nsame_as = \"outpatient-other\"\n"
                    "[benefits.outpatient-other]\nin = \"$5 copay\"")
            .empty());
  CHECK(checked_ids("[benefits.iop]\nsame_as = \"outpatient-other\"") == Ids{"plan.same-as-silent"});
  CHECK(checked_ids("[benefits.iop]\nsame_as = \"php\"\n[benefits.php]\nsame_as = \"unknown\"").empty());
  // php leads into a loop it is not part of: the loop is reported once.
  CHECK(checked_ids("[benefits.iop]\nsame_as = \"mat\"\n[benefits.mat]\nsame_as = \"iop\"\n"
                    "[benefits.php]\nsame_as = \"iop\"") == Ids{"plan.same-as-loop"});
}

TEST_CASE("an_out_of_network_share_of_an_hmo_is_noted_once") {
  const std::string row =
      "[benefits.iop]\nout = \"50% after deductible\"\n[benefits.php]\nout = \"50% after deductible\"\n";
  CHECK(checked_ids("kind = \"hmo\"\n" + row) == Ids{"plan.out-in-closed-network"});
  CHECK(checked_ids("kind = \"ppo\"\n" + row).empty());
  CHECK(checked_ids("kind = \"epo\"\n[benefits.emergency]\nout = \"$500 copay after deductible\"").empty());
  CHECK(checked_ids("kind = \"hmo\"\n[benefits.iop]\nout = \"not covered\"").empty());
}

}  // namespace
}  // namespace preauth::test
