// State laws on authorization: the same program under an insured and a self-funded plan, and the days each law frees.

#include <doctest/doctest.h>

#include "course.h"

using namespace preauth;
using namespace preauth::test;

namespace {

const std::string kAddiction = "condition = \"substance use\"";
using Days = std::vector<std::string>;

std::string head(const std::string& state, const std::string& funding) {
  return "kind = \"ppo\"\nstate = \"" + state + "\"\nfunding = \"" + funding + "\"\n";
}

StepAuthorization first_step(const std::string& plan, const std::string& client, const std::string& steps) {
  return course(plan, treatment_text(client, steps)).authorization.at(0);
}

}  // namespace

TEST_CASE("new_york_frees_28_days_of_an_insured_plan_and_none_of_a_self_funded_one") {
  const StepAuthorization insured = first_step(plan_text(head("NY", "insured"), kProviderLiable), kAddiction, kProgram);
  CHECK(insured.required == RequiredState::yes);  // as the plan says
  REQUIRE(insured.state_law);
  CHECK(insured.state_law->state == "NY");
  CHECK(insured.state_rule_certain);
  // No authorization at all and no review in 28 days: nothing can be refused or cut.
  REQUIRE(insured.branches.size() == 1);
  CHECK(insured.branches[0].kind == BranchKind::approved);
  CHECK(insured.reviews.empty());

  const StepAuthorization own = first_step(plan_text(head("NY", "self-funded"), kProviderLiable), kAddiction, kProgram);
  CHECK_FALSE(own.state_law);
  CHECK(branches_of(own, BranchKind::cut).size() == 5);
  CHECK(branch_of(own, BranchKind::never_requested).patient == Money());
  CHECK(branch_of(own, BranchKind::refused_agreed).patient == Money::dollars(39'200));  // 28 × 1,400
  REQUIRE(own.clock);
  CHECK(own.clock->id == "erisa");
}

TEST_CASE("in_new_york_a_longer_program_can_be_cut_from_day_29_and_needs_no_authorization_even_then") {
  const std::string stay =
      "[{ level = \"residential\", at = \"lakeside\", schedule = \"40 days\", room_and_board = \"included\" }]";
  const StepAuthorization step = first_step(plan_text(head("NY", "insured"), kProviderLiable), kAddiction, stay);
  // Planned after 7, 12, 17, 22, 27, 32, 37 nights; the first five wait until 28 have passed: 12 January + 28, 32, 37.
  CHECK(iso(step.reviews) == Days{"2026-02-09", "2026-02-13", "2026-02-18"});
  const std::vector<AuthorizationBranch> cuts = branches_of(step, BranchKind::cut);
  REQUIRE(cuts.size() == 3);
  CHECK(cuts[0].patient == Money::dollars(5120));  // 1,200 + 140 × 28
  CHECK(branches_of(step, BranchKind::never_requested).empty());
  CHECK(branches_of(step, BranchKind::refused).empty());
}

TEST_CASE("a_law_binds_only_the_plans_networks_levels_and_conditions_that_it_names") {
  struct Row {
    std::string why;
    std::string head;
    std::string client;
    std::string steps;
    std::string rule;
    bool certain;
  };
  const std::string away =
      "[{ level = \"residential\", at = \"harbor\", schedule = \"28 days\", room_and_board = \"included\" }]";
  const std::vector<Row> rows = {
      {"out of network", head("NY", "insured"), kAddiction, away, "", false},
      {"mental health", head("NY", "insured"), "condition = \"mental health\"", kProgram, "", false},
      {"both conditions", head("NY", "insured"), "condition = \"both\"", kProgram, "NY", true},
      {"condition not stated", head("NY", "insured"), "", kProgram, "NY", false},
      {"no place named, so no network known", head("NY", "insured"), kAddiction,
       "[{ level = \"residential\", schedule = \"28 days\", room_and_board = \"included\" }]", "NY", false},
      {"funding unknown", head("NY", "unknown"), kAddiction, kProgram, "NY", false},
      {"a program is not detox", head("MA", "insured"), kAddiction, kProgram, "", false},
      {"another state", head("TX", "insured"), kAddiction, kProgram, "", false},
      {"Medicare Advantage", "kind = \"medicare-advantage\"\nstate = \"NY\"\nfunding = \"insured\"\n", kAddiction,
       kProgram, "", false},
      {"federal employees", "kind = \"fehb\"\nstate = \"NY\"\nfunding = \"insured\"\n", kAddiction, kProgram, "",
       false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const StepAuthorization step = first_step(plan_text(row.head, kProviderLiable), row.client, row.steps);
    CHECK((step.state_law ? step.state_law->state : "") == row.rule);
    CHECK(step.state_rule_certain == row.certain);
    if (!row.certain) CHECK(branches_of(step, BranchKind::cut).size() == 5);  // as if there were no law
  }
}

TEST_CASE("massachusetts_frees_14_days_of_detox_and_lets_review_start_on_day_7") {
  const std::string auth = "required = true, first = \"3 days\", then = \"every 2 days\", liable = \"provider\"";
  const std::string ten = "[{ level = \"detox\", at = \"lakeside\", schedule = \"10 days\" }]";
  const StepAuthorization step = first_step(plan_text(head("MA", "insured"), auth, "detox"), "", ten);
  CHECK(step.state_rule_certain);  // detox treats a substance use, stated or not
  // Planned after 3, 5, 7, 9 nights; not before day 7: after 6, 7 and 9 nights.
  CHECK(iso(step.reviews) == Days{"2026-01-18", "2026-01-19", "2026-01-21"});
  CHECK(branches_of(step, BranchKind::cut).front().patient == Money::dollars(2040));  // 1,200 + 140 × 6
  CHECK(branches_of(step, BranchKind::never_requested).empty());

  const std::string twenty = "[{ level = \"detox\", at = \"lakeside\", schedule = \"20 days\" }]";
  const StepAuthorization longer = first_step(plan_text(head("MA", "insured"), auth, "detox"), "", twenty);
  const AuthorizationBranch never = branch_of(longer, BranchKind::never_requested);
  CHECK(to_iso(never.from.value()) == "2026-01-26");  // the 15th night
  CHECK(never.patient == Money::dollars(3160));       // 1,200 + 140 × 14
}

TEST_CASE("new_jersey_frees_180_days_from_authorization_and_28_iop_days_from_review") {
  const std::string auth = "required = true, first = \"10 days\", then = \"every 5 days\", liable = \"provider\"";
  const std::string nine = "[{ level = \"iop\", at = \"lakeside\", schedule = \"3 days/week for 9 weeks\" }]";
  const StepAuthorization step = first_step(plan_text(head("NJ", "insured"), auth, "iop"), kAddiction, nine);
  CHECK(step.branches.size() == 1);  // 27 days, all inside the 28
  const std::string twelve = "[{ level = \"iop\", at = \"lakeside\", schedule = \"3 days/week for 12 weeks\" }]";
  const StepAuthorization longer = first_step(plan_text(head("NJ", "insured"), auth, "iop"), kAddiction, twelve);
  // Planned after 10, 15, 20, 25, 30, 35 days; the first four wait for 28: the second, fourth and last days of weeks
  // 10, 11 and 12, which start on 16, 23 and 30 March. Day 29 is Wednesday 18, day 31 Monday 23 March, day 36 Friday 3
  // April.
  CHECK(iso(longer.reviews) == Days{"2026-03-18", "2026-03-23", "2026-04-03"});
  CHECK(branches_of(longer, BranchKind::never_requested).empty());
}

TEST_CASE("new_jersey_counts_the_days_of_a_year_together") {
  const std::string steps =
      "[{ level = \"detox\", at = \"lakeside\", schedule = \"5 days\" }, "
      "{ level = \"residential\", at = \"lakeside\", schedule = \"28 days\", room_and_board = \"included\" }]";
  const std::string plan =
      plan_text(head("NJ", "insured"), kProviderLiable) + "[benefits.detox]\nsame_as = \"residential\"\n";
  const OptionEstimate option = course(plan, treatment_text(kAddiction, steps));
  // 28 − 5 = 23 days are left; planned after 7, 12, 17, 22, 27: the program starts on 17 January, + 23 and + 27.
  CHECK(iso(option.authorization.at(1).reviews) == Days{"2026-02-09", "2026-02-13"});
}
