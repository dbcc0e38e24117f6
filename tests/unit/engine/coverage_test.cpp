// Step 1: excluded and not covered lines: nothing accrues, and the rate that the plan states says what the patient
// owes.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);

Build not_covered_plan(CoverageStatus status, NoncoveredRate rate) {
  Build plan = Build().deductible(usd(1000)).maximum(usd(5000));
  for (BenefitTerms& row : plan.terms.benefits[index(Benefit::residential)]) {
    row.status = status;
    row.noncovered_rate = rate;
  }
  return plan;
}

ServiceLine priced_day() {
  ServiceLine line = stay_day(kFirst, 1, usd(600), Benefit::residential);
  line.billed = usd(1000);
  line.self_pay = usd(750);
  return line;
}

}  // namespace

TEST_CASE("the_patient_owes_a_line_that_is_not_covered_at_the_plans_rate") {
  struct Case {
    std::string name;
    CoverageStatus status;
    NoncoveredRate rate;
    Money owed;
    std::string adjustments;
  };
  const std::vector<Case> cases = {
      {"contracted", CoverageStatus::not_covered, NoncoveredRate::contracted, usd(600), "PR-96 60000; CO-45 40000"},
      {"self-pay", CoverageStatus::not_covered, NoncoveredRate::self_pay, usd(750), "PR-96 75000; CO-45 25000"},
      {"billed", CoverageStatus::not_covered, NoncoveredRate::billed, usd(1000), "PR-96 100000"},
      {"no liability", CoverageStatus::not_covered, NoncoveredRate::no_liability, usd(0), "CO-96 100000"},
      {"excluded, billed", CoverageStatus::excluded, NoncoveredRate::billed, usd(1000), "PR-204 100000"},
      {"excluded, contracted", CoverageStatus::excluded, NoncoveredRate::contracted, usd(600),
       "PR-204 60000; CO-45 40000"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Adjudication result = only_line(not_covered_plan(c.status, c.rate).terms, priced_day());
    CHECK(result.amounts.not_covered == c.owed);
    CHECK(result.amounts.patient() == c.owed);
    CHECK(result.amounts.allowed == usd(0));
    CHECK(result.amounts.plan_pays == usd(0));
    CHECK(adjustments_of(result) == c.adjustments);
    CHECK(mattered(result, Mattered::noncovered_rate));
  }
}

TEST_CASE("without_a_self_pay_price_the_billed_charge_is_asked") {
  ServiceLine line = priced_day();
  line.self_pay = usd(0);
  const Build plan = not_covered_plan(CoverageStatus::not_covered, NoncoveredRate::self_pay);
  CHECK(only_line(plan.terms, line).amounts.not_covered == usd(1000));
}

TEST_CASE("no_rate_asks_more_than_the_billed_charge") {
  ServiceLine line = priced_day();
  line.billed = usd(500);
  for (const NoncoveredRate rate : {NoncoveredRate::contracted, NoncoveredRate::self_pay}) {
    CHECK(only_line(not_covered_plan(CoverageStatus::not_covered, rate).terms, line).amounts.not_covered == usd(500));
  }
}

TEST_CASE("nothing_accrues_on_a_line_that_is_not_covered") {
  const Build plan = not_covered_plan(CoverageStatus::not_covered, NoncoveredRate::billed);
  Adjudicator adjudicator(plan.terms, Start());
  adjudicator.adjudicate(priced_day());
  for (const Money used : adjudicator.used().person) CHECK(used == usd(0));
  for (const Money used : adjudicator.used().family) CHECK(used == usd(0));
}

TEST_CASE("a_plan_that_holds_harmless_leaves_no_debt_in_network") {
  Build plan = not_covered_plan(CoverageStatus::not_covered, NoncoveredRate::billed);
  plan.terms.hold_harmless = true;
  CHECK(adjustments_of(only_line(plan.terms, priced_day())) == "CO-96 100000");
  // Out of network it does not protect.
  ServiceLine line = priced_day();
  line.network = Network::out;
  CHECK(only_line(plan.terms, line).amounts.not_covered == usd(1000));
}

TEST_CASE("holding_harmless_does_not_make_an_extra_beside_the_plan_free") {
  Build plan = Build().row(Benefit::residential, Pays().rate(percent(20)));
  plan.terms.hold_harmless = true;
  ServiceLine line = priced_day();
  line.covered_by_plan = false;
  line.self_pay = usd(0);
  CHECK(adjustments_of(only_line(plan.terms, line)) == "PR-204 100000");
}

TEST_CASE("an_extra_outside_the_plan_is_excluded_whatever_its_row_says") {
  Build plan = Build().row(Benefit::residential, Pays().rate(percent(20)));
  ServiceLine line = priced_day();
  CHECK(only_line(plan.terms, line).amounts.coinsurance == usd(120));
  line.covered_by_plan = false;
  CHECK(adjustments_of(only_line(plan.terms, line)) == "PR-204 75000; CO-45 25000");
  line.self_pay = usd(0);
  CHECK(adjustments_of(only_line(plan.terms, line)) == "PR-204 100000");
}

TEST_CASE("an_opted_out_clinician_charges_in_full_and_nothing_accrues") {
  const Build plan = Build().deductible(usd(283)).row(Benefit::outpatient, Pays().rate(percent(20)).after_deductible());
  ServiceLine line = visit(kFirst, usd(150));
  line.billed = usd(400);
  line.opted_out = true;
  Adjudicator adjudicator(plan.terms, Start());
  CHECK(adjustments_of(adjudicator.adjudicate(line)) == "PR-96 40000");
  CHECK(adjudicator.used().person[0] == usd(0));
  // An emergency may not be charged privately.
  line.emergency = true;
  CHECK(adjudicator.adjudicate(line).amounts.patient() == usd(150));
}

TEST_CASE("coverage_is_decided_by_network") {
  Build plan;
  plan.terms.of(Benefit::outpatient, Network::out).status = CoverageStatus::not_covered;
  CHECK(only_line(plan.terms, visit(kFirst, usd(150))).amounts.plan_pays == usd(150));
  CHECK(only_line(plan.terms, out_of_network(visit(kFirst, usd(150)), usd(200))).amounts.not_covered == usd(200));
}
