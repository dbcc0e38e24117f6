// Worked examples that others published, with their origin.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);

Start used(Money deductible, Money maximum) {
  Start start;
  start.as_of = day(2026, 1, 1);
  start.buckets.person[0] = deductible;
  start.buckets.person[1] = maximum;
  return start;
}

}  // namespace

TEST_CASE("kff_health_insurance_quiz_hospital_stay") {
  // KFF Health Insurance Quiz, question 4: 4 days, 6,000 allowed, deductible 1,000, 250 a day after it: 2,000.
  const Build plan =
      Build().deductible(usd(1000)).row(Benefit::inpatient, Pays().copay(usd(250), CopayPer::day).after_deductible());
  CHECK(total_of(plan.terms, stay(kFirst, 4, usd(1500))).patient() == usd(2000));
}

TEST_CASE("healthcoverageguide_how_deductibles_are_applied") {
  // healthcoverageguide.org: deductible 250, 10 %, maximum 2,000: 120; 300 not covered; 130 + 1,487; then 263 with the
  // cap.
  Build plan = Build().deductible(usd(250)).maximum(usd(2000));
  for (const Benefit benefit : {Benefit::office_visit, Benefit::inpatient, Benefit::outpatient_other}) {
    plan.row(benefit, Pays().rate(percent(10)).after_deductible());
  }
  plan.each(Benefit::drug, [](BenefitTerms& row) { row.status = CoverageStatus::not_covered; });
  const std::vector<Adjudication> results = adjudicate_all(
      plan.terms,
      {visit(kFirst, usd(120), Benefit::office_visit), visit(kFirst + 1, usd(300), Benefit::drug),
       visit(kFirst + 2, usd(15000), Benefit::inpatient), visit(kFirst + 3, usd(10000), Benefit::outpatient_other)});
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{120, 300, 1617, 263});
  CHECK(results[2].amounts.plan_pays == usd(13383));
}

TEST_CASE("fehb_brochure_participating_and_non_participating") {
  // BCBS Service Benefit Plan 2025, Section 4: 250 billed, 100 allowed: 15 % = 15; 35 % = 35 and 150 above.
  Build plan = Build().row(Benefit::outpatient, Network::in, Pays().rate(percent(15)));
  plan.row(Benefit::outpatient, Network::out, Pays().rate(percent(35)));
  ServiceLine line = visit(kFirst, usd(100));
  line.billed = usd(250);
  CHECK(only_line(plan.terms, line).amounts.patient() == usd(15));
  line.network = Network::out;
  CHECK(only_line(plan.terms, line).amounts.patient() == usd(185));
}

TEST_CASE("healthcare_gov_coinsurance_glossary") {
  // HealthCare.gov: 12,000, deductible 3,000, 20 %, maximum 6,850: 3,000 + 1,800.
  const Build plan = Build().deductible(usd(3000)).maximum(usd(6850)).row(Benefit::outpatient,
                                                                          Pays().rate(percent(20)).after_deductible());
  CHECK(only_line(plan.terms, visit(kFirst, usd(12000))).amounts.patient() == usd(4800));
}

TEST_CASE("healthsim_inpatient_claim_reaches_the_maximum") {
  // healthsim-workspace c903928, example 3: 25,000, copay 500 and 20 % of the rest, 2,500 left: 500 + 2,000.
  const Build plan = Build().deductible(usd(1500)).maximum(usd(6000)).row(
      Benefit::inpatient, Pays().copay(usd(500), CopayPer::admission).rate(percent(20)).after_deductible());
  const Amounts amounts = only_line(plan.terms, stay_day(kFirst, 1, usd(25000)), used(usd(1500), usd(3500))).amounts;
  CHECK(amounts.copay == usd(500));
  CHECK(amounts.coinsurance == usd(2000));
  CHECK(amounts.plan_pays == usd(22500));
}

TEST_CASE("healthsim_office_copay_leaves_the_deductible_alone") {
  // The same, example 1: 150 allowed, 30 copay: deductible stays 500, maximum goes from 800 to 830.
  const Build plan = Build().deductible(usd(1500)).maximum(usd(6000)).row(Benefit::office_visit, Pays().copay(usd(30)));
  Adjudicator adjudicator(plan.terms, used(usd(500), usd(800)));
  CHECK(adjudicator.adjudicate(visit(kFirst, usd(150), Benefit::office_visit)).amounts.patient() == usd(30));
  CHECK(adjudicator.used().person[0] == usd(500));
  CHECK(adjudicator.used().person[1] == usd(830));
}

TEST_CASE("oopc_coinsurance_totals_do_not_depend_on_the_order") {
  // CMS OOPC algorithm: min(maximum, D + c × (total − D)): 24 × 400 and 10 × 150 at 25 % after 2,000: 4,275.
  const Build plan = Build().deductible(usd(2000)).maximum(usd(8200)).row(Benefit::outpatient,
                                                                          Pays().rate(percent(25)).after_deductible());
  const std::vector<ServiceLine> large = visits(kFirst, 24, 1, usd(400));
  const std::vector<ServiceLine> small = visits(day(2026, 3, 1), 10, 1, usd(150));
  CHECK(total_of(plan.terms, large + small).patient() == usd(4275));
  CHECK(total_of(plan.terms, visits(kFirst, 10, 1, usd(150)) + visits(day(2026, 3, 1), 24, 1, usd(400))).patient() ==
        usd(4275));
}

TEST_CASE("oopc_residential_stay_reaches_the_maximum") {
  // CMS OOPC algorithm: 28 × 1,000 at 30 % after 2,000, maximum 9,100: 2,000 + 7,100.
  const Build plan = Build().deductible(usd(2000)).maximum(usd(9100)).row(Benefit::residential,
                                                                          Pays().rate(percent(30)).after_deductible());
  const Amounts total = total_of(plan.terms, stay(kFirst, 28, usd(1000), Benefit::residential));
  CHECK(total.deductible == usd(2000));
  CHECK(total.coinsurance == usd(7100));
}
