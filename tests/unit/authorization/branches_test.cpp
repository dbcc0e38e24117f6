// The branches of an authorization against arithmetic by hand: a 28-day program approved for 7 nights, then reviewed
// every 5: 12 Jan + 7, 12, 17, 22, 27 nights.

#include <doctest/doctest.h>

#include "course.h"

using namespace preauth;
using namespace preauth::test;

namespace {

struct ExpectedCut {
  std::string from;
  std::int64_t dollars;
};

void check_cuts(const StepAuthorization& step, const std::vector<ExpectedCut>& expected, LiableParty liable,
                std::int64_t per_day) {
  const std::vector<AuthorizationBranch> cuts = branches_of(step, BranchKind::cut);
  REQUIRE(cuts.size() == expected.size());
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    CAPTURE(expected[i].from);
    CHECK(to_iso(cuts[i].from.value()) == expected[i].from);
    CHECK(cuts[i].patient == Money::dollars(expected[i].dollars));
    CHECK(cuts[i].liable == liable);
    CHECK(cuts[i].per_day_low == Money::dollars(per_day));
    CHECK(cuts[i].per_day_high == Money::dollars(per_day));
  }
}

const std::string kInsured = "kind = \"ppo\"\nfunding = \"insured\"\nmarket = \"small group\"\nstate = \"TX\"\n";

}  // namespace

TEST_CASE("in_network_every_cut_of_a_program_is_the_providers_loss") {
  const OptionEstimate program =
      course(plan_text(kInsured, kProviderLiable), treatment_text("condition = \"substance use\"", kProgram));
  const StepAuthorization& step = program.authorization.at(0);
  // 28 nights: 1,200 + 140 × 28 = 5,120.
  CHECK(program.likely.patient() == Money::dollars(5120));
  CHECK(branch_of(step, BranchKind::approved).patient == Money::dollars(5120));
  // 1,200 + 140 × 7, 12, 17, 22, 27.
  check_cuts(
      step,
      {{"2026-01-19", 2180}, {"2026-01-24", 2880}, {"2026-01-29", 3580}, {"2026-02-03", 4280}, {"2026-02-08", 4980}},
      LiableParty::provider, 0);
  CHECK(branch_of(step, BranchKind::never_requested).patient == Money());
  CHECK(branch_of(step, BranchKind::refused).patient == Money());
  // Signed to pay beforehand: 28 × $1,400 billed.
  const AuthorizationBranch agreed = branch_of(step, BranchKind::refused_agreed);
  CHECK(agreed.patient == Money::dollars(39'200));
  CHECK(agreed.per_day_low == Money::dollars(1400));
  CHECK(agreed.liable == LiableParty::patient);
}

TEST_CASE("a_patient_who_signed_to_pay_bears_every_night_after_a_cut") {
  const std::string signed_program =
      "[{ level = \"residential\", at = \"lakeside\", schedule = \"28 days\", room_and_board = \"included\", consent = "
      "true }]";
  const OptionEstimate program = course(plan_text(kInsured, kProviderLiable), treatment_text("", signed_program));
  // (1,200 + 140 n) + 1,400 × (28 − n) for n = 7, 12, 17, 22, 27: 2,180 + 29,400; 2,880 + 22,400; 3,580 + 15,400;
  // 4,280 + 8,400; 4,980 + 1,400.
  const StepAuthorization& step = program.authorization.at(0);
  check_cuts(step,
             {{"2026-01-19", 31'580},
              {"2026-01-24", 25'280},
              {"2026-01-29", 18'980},
              {"2026-02-03", 12'680},
              {"2026-02-08", 6380}},
             LiableParty::patient, 1400);
  CHECK(branch_of(step, BranchKind::refused).patient == Money::dollars(39'200));
  CHECK(branches_of(step, BranchKind::refused_agreed).empty());
  // A request nobody made is another provision: the provider's loss still.
  CHECK(branch_of(step, BranchKind::never_requested).patient == Money());
}

TEST_CASE("out_of_network_every_unapproved_night_is_the_patients") {
  const std::string away =
      "[{ level = \"residential\", at = \"harbor\", schedule = \"28 days\", room_and_board = \"included\" }]";
  const OptionEstimate program =
      course(plan_text(kInsured, kWeekThenFive + ", liable = \"patient\""), treatment_text("", away));
  // n nights of $500 allowed: 3,000 + 40 % of (500 n − 3,000) = 1,800 + 200 n; balance bill 700 n; the others 1,200
  // each: 1,800 + 900 n + 1,200 × (28 − n) = 35,400 − 300 n.
  const StepAuthorization& step = program.authorization.at(0);
  CHECK(branch_of(step, BranchKind::approved).patient == Money::dollars(27'000));
  check_cuts(step,
             {{"2026-01-19", 33'300},
              {"2026-01-24", 31'800},
              {"2026-01-29", 30'300},
              {"2026-02-03", 28'800},
              {"2026-02-08", 27'300}},
             LiableParty::patient, 1200);
  CHECK(branch_of(step, BranchKind::never_requested).patient == Money::dollars(33'600));  // 28 × 1,200
  CHECK(branches_of(step, BranchKind::refused_agreed).empty());
  // Decided three days after 19 January, 10 nights are paid: 35,400 − 3,000.
  CHECK(branch_of(step, BranchKind::appeal_lost).patient == Money::dollars(32'400));
  CHECK(step.requested_by == "member");
  CHECK(step.requested_by_assumed);
}

TEST_CASE("while_an_urgent_appeal_is_pending_the_plan_goes_on_paying") {
  const StepAuthorization step =
      course(plan_text(kInsured, kProviderLiable), treatment_text("", kProgram)).authorization.at(0);
  CHECK(branch_of(step, BranchKind::appeal_won).patient == Money::dollars(5120));
  CHECK_FALSE(branch_of(step, BranchKind::appeal_won).per_day_low.has_value());
  // Refused from 19 January, appealed that day, decided 72 hours later: nights of 19, 20 and 21 January are paid.
  const AuthorizationBranch lost = branch_of(step, BranchKind::appeal_lost);
  CHECK(to_iso(lost.from.value()) == "2026-01-22");
  CHECK(lost.patient == Money::dollars(2600));  // 1,200 + 140 × 10
  CHECK(lost.liable == LiableParty::provider);
}

TEST_CASE("no_appeal_branch_where_no_rule_was_found_that_the_plan_pays_meanwhile") {
  for (const std::string kind : {"medicare-advantage", "medicaid", "tricare", "fehb", "short-term", "unknown"}) {
    CAPTURE(kind);
    const StepAuthorization step =
        course(plan_text("kind = \"" + kind + "\"\n", kProviderLiable), treatment_text("", kProgram))
            .authorization.at(0);
    CHECK(branches_of(step, BranchKind::cut).size() == 5);
    CHECK(branches_of(step, BranchKind::appeal_won).empty());
    CHECK(branches_of(step, BranchKind::appeal_lost).empty());
  }
}

TEST_CASE("an_unknown_liable_party_makes_a_range_from_the_providers_loss_to_the_patients") {
  const StepAuthorization step =
      course(plan_text(kInsured, kWeekThenFive), treatment_text("", kProgram)).authorization.at(0);
  const AuthorizationBranch never = branch_of(step, BranchKind::never_requested);
  CHECK(never.liable == LiableParty::unknown);
  CHECK(never.patient == Money());
  CHECK(never.patient_low == Money());
  CHECK(never.patient_high == Money::dollars(39'200));  // 28 × 1,400
  CHECK(never.per_day_low == Money());
  CHECK(never.per_day_high == Money::dollars(1400));
  // After 7 nights: 2,180, or 2,180 + 21 × 1,400.
  const AuthorizationBranch cut = branches_of(step, BranchKind::cut).front();
  CHECK(cut.patient_low == Money::dollars(2180));
  CHECK(cut.patient_high == Money::dollars(31'580));
}

TEST_CASE("a_late_request_costs_the_days_before_it_less_those_the_plan_looks_back") {
  struct Row {
    std::string retro;
    std::int64_t dollars;
    std::int64_t per_day;
  };
  // Asked on 19 January, 7 nights in. Looking back 2 days, 5 nights are late: 5 × 1,400 + 1,200 + 140 × 23 = 11,420;
  // 0 days: 7 × 1,400 + 1,200 + 140 × 21 = 13,940. A day later costs 1,400 in place of 140. 7 days: nothing is lost.
  const std::vector<Row> rows = {{"2 days", 11'420, 1260}, {"0 days", 13'940, 1260}};
  for (const Row& row : rows) {
    CAPTURE(row.retro);
    const StepAuthorization step =
        course(plan_text(kInsured,
                         kWeekThenFive + ", liable = \"patient\", late = \"denied\", retro = \"" + row.retro + "\""),
               treatment_text("", kProgram))
            .authorization.at(0);
    const AuthorizationBranch late = branch_of(step, BranchKind::late);
    CHECK(late.patient == Money::dollars(row.dollars));
    CHECK(late.per_day_low == Money::dollars(row.per_day));
    CHECK(late.liable == LiableParty::patient);
  }
  const StepAuthorization step =
      course(plan_text(kInsured, kProviderLiable + ", late = \"denied\", retro = \"7 days\""),
             treatment_text("", kProgram))
          .authorization.at(0);
  CHECK(branch_of(step, BranchKind::late).patient == Money::dollars(5120));
  CHECK_FALSE(branch_of(step, BranchKind::late).per_day_low.has_value());
  // A plan that says nothing about late requests has no such branch.
  CHECK(branches_of(course(plan_text(kInsured, kProviderLiable), treatment_text("", kProgram)).authorization.at(0),
                    BranchKind::late)
            .empty());
}

TEST_CASE("an_emergency_admission_with_notice_is_in_network_until_stabilization_and_never_penalized") {
  const std::string stay = "[{ level = \"inpatient\", at = \"harbor\", schedule = \"5 days\" }]";
  const OptionEstimate hospital = course(
      plan_text(kInsured, "required = true, never_requested = \"denied\", refused = \"denied\", liable = \"patient\"",
                "inpatient"),
      treatment_text("", stay));
  const StepAuthorization& step = hospital.authorization.at(0);
  // As planned, out of network: 5 × $1,000: 3,000 + 40 % of 2,000 = 3,800, balance bill 5 × 2,000 = 10,000.
  CHECK(branch_of(step, BranchKind::approved).patient == Money::dollars(13'800));
  // The first night in network, without a balance bill: $1,000 of the $1,500 left of that deductible. Then 4 × $1,000
  // out of network: 3,000 + 40 % of 1,000 = 3,400, balance bill 8,000.
  const AuthorizationBranch emergency = branch_of(step, BranchKind::emergency);
  CHECK(emergency.patient == Money::dollars(12'400));
  CHECK(emergency.liable == LiableParty::none);
  CHECK_FALSE(emergency.per_day_low.has_value());
  CHECK(branch_of(step, BranchKind::never_requested).patient == Money::dollars(15'000));  // 5 × 3,000
}

TEST_CASE("a_program_is_no_place_for_an_emergency_admission") {
  const StepAuthorization step =
      course(plan_text(kInsured, kProviderLiable), treatment_text("", kProgram)).authorization.at(0);
  CHECK(branches_of(step, BranchKind::emergency).empty());
}

TEST_CASE("a_price_for_the_whole_stay_is_refused_as_a_whole_and_a_day_is_its_share") {
  const std::string stay =
      "[{ level = \"residential\", at = \"lakeside\", schedule = \"28 days\", room_and_board = \"included\", "
      "price = { allowed = \"$14,000/stay\", billed = \"$28,000/stay\" } }]";
  const StepAuthorization step =
      course(plan_text(kInsured, kWeekThenFive + ", liable = \"patient\""), treatment_text("", stay))
          .authorization.at(0);
  CHECK(step.reviews.empty());
  CHECK(branches_of(step, BranchKind::cut).empty());
  CHECK(branch_of(step, BranchKind::refused).patient == Money::dollars(28'000));
  CHECK(branch_of(step, BranchKind::refused).per_day_high == Money::dollars(1000));  // 28,000 ÷ 28
}

TEST_CASE("a_medicaid_member_in_network_owes_nothing_for_an_unapproved_day") {
  const StepAuthorization step =
      course(plan_text("kind = \"medicaid\"\n", kWeekThenFive), treatment_text("", kProgram)).authorization.at(0);
  const AuthorizationBranch never = branch_of(step, BranchKind::never_requested);
  CHECK(never.liable == LiableParty::provider);
  CHECK(never.patient_high == Money());
}

TEST_CASE("published_shares_of_refusals_are_wide_and_name_their_source") {
  const StepAuthorization step =
      course(plan_text(kInsured, kProviderLiable), treatment_text("", kProgram)).authorization.at(0);
  REQUIRE(step.chance_refused.has_value());
  CHECK(step.chance_refused->low == Rate::percent(5));
  CHECK(step.chance_refused->likely == Rate::percent(17));
  CHECK(step.chance_refused->high == Rate::percent(33));
  CHECK(step.chance_refused->source.find("Connecticut") != std::string::npos);
}
