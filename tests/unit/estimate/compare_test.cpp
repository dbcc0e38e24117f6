// The whole path from two files to an estimate, with the arithmetic beside it.

#include <algorithm>

#include <doctest/doctest.h>

#include "scenario.h"

using namespace preauth;
using namespace preauth::test;

namespace {

const std::string kGold = gold(R"(
[benefits.office-visit]
in = "$30 copay; deductible does not apply"
[benefits.inpatient]
in = "25% coinsurance after deductible"
)");

const char* kClient = R"(
[client]
id = "C-1"
coverage = "individual"
start = 2026-01-12
[so_far]
as_of = 2026-01-05
deductible = { in = "$500" }
out_of_pocket = { in = "$620" }
[[facilities]]
id = "lakeside"
kind = "freestanding"
network = "in"
prices = { iop = { allowed = "$300/day", billed = "$780/day" }, residential = { allowed = "$700/day", billed = "$1,400/day" } }
)";

const AuthorizationBranch& branch(const OptionEstimate& option, std::size_t step, BranchKind kind) {
  const std::vector<AuthorizationBranch>& branches = option.authorization.at(step).branches;
  const auto found =
      std::find_if(branches.begin(), branches.end(), [&](const AuthorizationBranch& b) { return b.kind == kind; });
  REQUIRE(found != branches.end());
  return *found;
}

bool raises(const Comparison& comparison, std::string_view question) {
  return std::any_of(comparison.questions.begin(), comparison.questions.end(),
                     [&](const Question& q) { return q.id == question; });
}

}  // namespace

TEST_CASE("iop_on_a_plan_that_prices_office_visits_only_is_a_range_with_its_question") {
  const Comparison result = estimate(plan(kGold), treatment(std::string(kClient) + R"(
[[options]]
id = "iop"
steps = [{ level = "iop", at = "lakeside", schedule = "3 days/week for 9 weeks" }]
)"),
                                     day("2026-01-05"));
  const OptionEstimate& iop = result.options.at(0);
  // 27 × $300 = $8,100 allowed. Likely, other outpatient at the plan's usual 25 % after deductible:
  // $2,000 − $500 = $1,500 deductible left, 25 % of ($8,100 − $1,500) = $1,650; $3,150.
  CHECK(iop.likely.patient() == Money::dollars(3150));
  CHECK(iop.likely.deductible == Money::dollars(1500));
  CHECK(iop.likely.coinsurance == Money::dollars(1650));
  CHECK(iop.low.patient() == Money::dollars(810));  // office visit: 27 × $30
  // Other outpatient at 50 %: 1,500 + 50 % of 6,600 = $4,800, below the $7,580 left to the maximum.
  CHECK(iop.high.patient() == Money::dollars(4800));
  CHECK(iop.wide_because.front() == "benefits.iop.same_as");
  CHECK(raises(result, "C6"));
  CHECK(raises(result, "D1"));
}

TEST_CASE("a_stay_longer_than_the_maximum_costs_what_is_left_of_it") {
  const Comparison result =
      estimate(plan(kGold + "[benefits.residential]\nsame_as = \"inpatient\"\n"), treatment(std::string(kClient) + R"(
[[options]]
id = "program"
steps = [{ level = "residential", at = "lakeside", schedule = "60 days", room_and_board = "included" }]
)"),
               day("2026-01-05"));
  // 60 × $700 = $42,000; 1,500 + 25 % of 40,500 = 11,625, but only 8,200 − 620 = $7,580 is left.
  const OptionEstimate& program = result.options.at(0);
  CHECK(program.likely.patient() == Money::dollars(7580));
  CHECK(program.low.patient() == Money::dollars(7580));
  CHECK(program.high.patient() == Money::dollars(7580));
  CHECK(result.plans.at(0).maximum_left == Money::dollars(7580));
  CHECK(result.plans.at(0).deductible_met == Money::dollars(500));
}

TEST_CASE("in_network_an_unapproved_day_is_the_providers_loss_unless_the_patient_agreed_in_writing") {
  const Comparison result = estimate(plan(kGold + R"(
[benefits.residential]
in = "20% coinsurance after deductible"
prior_auth = { required = true, first = "7 days", then = "every 5 days", never_requested = "denied", refused = "denied", liable = "provider" }
)"),
                                     treatment(std::string(kClient) + R"(
[[options]]
id = "program"
steps = [{ level = "residential", at = "lakeside", schedule = "28 days", room_and_board = "included" }]
)"),
                                     day("2026-01-05"));
  const OptionEstimate& program = result.options.at(0);
  // Approved: 28 × $700 = $19,600; 1,500 + 20 % of 18,100 = $5,120.
  CHECK(program.likely.patient() == Money::dollars(5120));
  CHECK(branch(program, 0, BranchKind::approved).patient == Money::dollars(5120));
  // Cut after 7 days, 21 days unapproved: 7 × 700 = $4,900; 1,500 + 20 % of 3,400 = $2,180. A further day costs
  // nothing.
  const AuthorizationBranch& cut = branch(program, 0, BranchKind::cut);
  CHECK(cut.patient == Money::dollars(2180));
  CHECK(cut.liable == LiableParty::provider);
  CHECK(cut.per_day_high == Money());
  CHECK(to_iso(cut.from.value()) == "2026-01-19");  // 12 January + 7 nights
  CHECK(branch(program, 0, BranchKind::never_requested).patient == Money());
  // Agreed in writing: 28 × $1,400 billed = $39,200, $1,400 for each further day.
  const AuthorizationBranch& agreed = branch(program, 0, BranchKind::refused_agreed);
  CHECK(agreed.patient == Money::dollars(39200));
  CHECK(agreed.liable == LiableParty::patient);
  CHECK(agreed.per_day_low == Money::dollars(1400));
}

TEST_CASE("out_of_network_an_unapproved_day_is_the_patients_and_an_unknown_liability_is_a_range") {
  const std::string rows = ppo("contracted") + R"(
prior_auth = { required = true, first = "7 days", never_requested = "denied", refused = "denied", liable = "LIABLE" }
)";
  const std::string course = R"(
[client]
id = "C-1"
start = 2026-01-12
coverage = "individual"
[so_far]
deductible = { in = "$0", out = "$0" }
[[facilities]]
id = "harbor"
kind = "freestanding"
network = "out"
prices = { residential = { allowed = "$500/day", billed = "$1,200/day" } }
[[options]]
id = "program"
steps = [{ level = "residential", at = "harbor", schedule = "28 days", room_and_board = "included" }]
)";
  const auto estimate_with = [&](const std::string& liable) {
    std::string text = rows;
    text.replace(text.find("LIABLE"), 6, liable);
    return estimate(plan(text), treatment(course), day("2026-01-05"));
  };
  const Comparison patient = estimate_with("patient");
  const OptionEstimate& program = patient.options.at(0);
  // 28 × $500 = $14,000 allowed; 3,000 + 40 % of 11,000 = $7,400; balance bill 28 × (1,200 − 500) = $19,600.
  CHECK(program.likely.capped() == Money::dollars(7400));
  CHECK(program.likely.balance_bill == Money::dollars(19600));
  CHECK(program.likely.patient() == Money::dollars(27000));
  // Cut after 7: 7 × 500 = 3,500; 3,000 + 40 % of 500 = 3,200; balance 7 × 700 = 4,900; 21 × 1,200 = 25,200; $33,300.
  CHECK(branch(program, 0, BranchKind::cut).patient == Money::dollars(33300));
  CHECK(branch(program, 0, BranchKind::cut).per_day_high == Money::dollars(1200));
  const Comparison open = estimate_with("unknown");
  const AuthorizationBranch& cut = branch(open.options.at(0), 0, BranchKind::cut);
  CHECK(cut.liable == LiableParty::unknown);
  CHECK(cut.per_day_low == Money());
  CHECK(cut.per_day_high == Money::dollars(1200));
}

TEST_CASE("a_treatment_over_the_end_of_the_year_meets_two_deductibles_and_says_so") {
  const Comparison result =
      estimate(plan(kGold + "[benefits.iop]\nin = \"20% coinsurance after deductible\"\n"), treatment(R"(
[client]
id = "C-2"
coverage = "individual"
start = 2026-12-14
[so_far]
as_of = 2026-12-01
deductible = { in = "$2,000" }
out_of_pocket = { in = "$2,000" }
[[options]]
id = "iop"
steps = [{ level = "iop", schedule = "3 days/week for 4 weeks", price = { allowed = "$300/day" } }]
)"),
               day("2026-12-01"));
  const OptionEstimate& iop = result.options.at(0);
  // 14 to 30 December: 14, 16, 18, 21, 23, 25, 28, 30 = 8 days at 20 % of $300 = $480.
  // 1, 4, 6, 8 January: 4 × $300 = $1,200, all deductible of the new year.
  REQUIRE(iop.by_year.size() == 2);
  CHECK(iop.by_year[0].year == "2026");
  CHECK(iop.by_year[0].patient == Money::dollars(480));
  CHECK(iop.by_year[1].patient == Money::dollars(1200));
  CHECK(std::any_of(result.warnings.begin(), result.warnings.end(),
                    [](const Warning& w) { return w.id == "beyond-plan-year"; }));
}

TEST_CASE("without_options_the_four_usual_levels_are_compared_on_cited_schedules") {
  Treatment built_in;
  built_in.built_in = true;
  const Comparison result = estimate(plan(kGold), built_in, day("2026-01-12"));
  REQUIRE(result.options.size() == 4);
  CHECK(result.options[0].id == "outpatient");
  CHECK(result.options[1].id == "iop");
  CHECK(result.options[2].id == "residential");
  CHECK(result.options[3].id == "inpatient");
  CHECK(result.options[0].likely.patient() == Money::dollars(480));  // 16 × $30
  CHECK(result.options[0].low.patient() == Money::dollars(240));     // the usual range is 8 to 20 visits: 8 × $30
  CHECK(result.options[0].high.patient() == Money::dollars(600));    // 20 × $30
  CHECK(result.options[1].low.patient() < result.options[1].high.patient());
}

TEST_CASE("lines_sum_to_totals_and_every_row_balances") {
  Treatment built_in;
  const Comparison result = estimate(plan(kGold), built_in, day("2026-06-15"));
  for (const OptionEstimate& option : result.options) {
    CAPTURE(option.id);
    Amounts sum;
    for (const ExplainedLine& line : option.lines) {
      CHECK(books_balance(line.result.amounts));
      sum += line.result.amounts;
    }
    CHECK(sum == option.likely);
    CHECK(books_balance(option.low));
    CHECK(books_balance(option.high));
    CHECK(option.low.patient() <= option.likely.patient());
    CHECK(option.likely.patient() <= option.high.patient());
  }
}

TEST_CASE("an_excluded_service_is_owed_in_full_and_nothing_accrues") {
  const Comparison result = estimate(plan(kGold + R"(
[[exclusions]]
what = "residential treatment"
quote = "We do not pay for residential treatment."
page = 12
benefits = ["residential"]
)"),
                                     treatment(std::string(kClient) + R"(
[[options]]
id = "program"
steps = [{ level = "residential", at = "lakeside", schedule = "10 days", room_and_board = "included" }]
)"),
                                     day("2026-01-05"));
  const OptionEstimate& program = result.options.at(0);
  CHECK(program.likely.not_covered == Money::dollars(14000));  // 10 × $1,400 billed
  CHECK(program.likely.capped() == Money());
  CHECK(program.authorization.at(0).required == RequiredState::no);
}

TEST_CASE("a_clinician_who_does_not_accept_assignment_may_bill_up_to_medicares_limiting_charge") {
  const Comparison result = estimate(plan(R"(
[plan]
id = "medicare"
name = "Original Medicare"
kind = "medicare"
year = "2026-01-01..2026-12-31"
[deductible]
in = "$283"
[out_of_pocket_max]
in = "none"
[out_of_network]
allowed = "95% of Medicare"
balance_limit = "115% of allowed"
[benefits.outpatient]
in = "20% coinsurance after deductible"
)"),
                                     treatment(R"(
[client]
id = "C-3"
coverage = "individual"
start = 2026-02-02
[so_far]
deductible = { in = "$283" }
[[facilities]]
id = "psychiatrist"
kind = "office"
accepts_assignment = false
prices = { outpatient = { medicare = "$100/visit", billed = "$200/visit" } }
[[options]]
id = "therapy"
steps = [{ level = "outpatient", at = "psychiatrist", schedule = "1 visit" }]
)"),
                                     day("2026-02-01"));
  // Approved for a non-participating clinician: 95 % of $100 = $95. 20 % of it = $19. The bill stops at 115 % of $95 =
  // $109.25, so the balance bill is $14.25 and the rest of the $200 is written off.
  const Amounts& visit = result.options.at(0).likely;
  CHECK(visit.allowed == Money::dollars(95));
  CHECK(visit.coinsurance == Money::dollars(19));
  CHECK(visit.balance_bill == Money::cents(1425));
  CHECK(visit.write_off == Money::cents(9075));
}

TEST_CASE("a_missing_billed_charge_is_the_allowed_amount_in_network_and_a_multiple_of_it_out_of_network") {
  const std::string course = R"(
[client]
id = "C-4"
coverage = "individual"
start = 2026-02-02
[so_far]
deductible = { in = "$0" }
[[facilities]]
id = "f"
kind = "freestanding"
network = "NETWORK"
prices = { iop = { allowed = "$300/day" } }
[[options]]
id = "iop"
steps = [{ level = "iop", at = "f", schedule = "3 days/week for 1 week" }]
)";
  const auto billed_with = [&](const std::string& network) {
    std::string text = course;
    text.replace(text.find("NETWORK"), 7, network);
    return estimate(plan(kGold), treatment(text), day("2026-02-01")).options.at(0).likely.billed;
  };
  CHECK(billed_with("in") == Money::dollars(900));
  CHECK(billed_with("unknown") == Money::dollars(900));  // likely in network
  CHECK(billed_with("out") == Money::dollars(2250));     // 250 %: Psychiatric Services 2012, charges 2.5 times cost
}
