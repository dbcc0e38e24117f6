// Published examples of deductibles, coinsurance, out-of-pocket maxima, families, limits and balance bills.

#include "vectors/vector.h"

namespace preauth {
namespace {

Date day(int year, int month, int day_of_month) { return *Date::from_civil(year, month, day_of_month); }

Vector family_of_four(std::string id, std::string origin) {
  return {.id = std::move(id),
          .origin = std::move(origin),
          .reading = "each person's cost sharing before the caps is 100 % of the allowed amount; claims in order",
          .terms = plan_of({.maximum = 6'850, .family_maximum = 13'000, .coinsurance_percent = 100}),
          .lines = {claim({.allowed = 10'000, .person = 1}), claim({.allowed = 3'000, .person = 2}),
                    claim({.allowed = 3'000, .person = 3}), claim({.allowed = 3'000, .person = 4})},
          // 13,000 - 6,850 - 3,000 - 3,000 = 150 is left for person 4
          .expected = {{.patient = 6'850, .plan = 3'150},
                       {.patient = 3'000, .plan = 0},
                       {.patient = 3'000, .plan = 0},
                       {.patient = 150, .plan = 2'850}},
          .total = {.patient = 13'000}};
}

// An aggregate family maximum of a plan that has to cap each person at the federal self-only limit all the same.
Vector family_of_four_aggregate() {
  Vector vector = family_of_four("A01-aggregate", "DOL/HHS/Treasury ACA FAQ Part XXVII example (2016)");
  vector.reading = "the same amounts when the family maximum is aggregate and 6,850 is the federal self-only limit";
  BucketTerms& maximum = vector.terms.buckets[0];
  maximum.rule = FamilyRule::aggregate;
  maximum.has_person = false;
  maximum.has_person_cap = true;
  maximum.person_cap = Money::dollars(6'850);
  return vector;
}

Vector coverage_guide_table() {
  Terms terms = plan_of({.deductible = 250, .maximum = 2'000, .coinsurance_percent = 10});
  terms.of(Benefit::outpatient_other, Network::in).status = CoverageStatus::not_covered;
  return {.id = "A10",
          .origin = "healthcoverageguide.org, How Are Deductibles Applied (table)",
          .reading = "claim by claim: the maximum stops line 4 at 2,000 - 120 - 1,617 = 263",
          .terms = terms,
          .lines = {claim({.allowed = 120, .date = day(2026, 1, 5)}),
                    claim({.allowed = 300, .benefit = Benefit::outpatient_other, .date = day(2026, 1, 5)}),
                    claim({.allowed = 15'000, .benefit = Benefit::inpatient, .date = day(2026, 2, 2)}),
                    claim({.allowed = 10'000, .date = day(2026, 3, 2)})},
          .expected = {{.deductible = 120, .coinsurance = 0, .patient = 120},
                       {.not_covered = 300, .patient = 300},
                       // 250 - 120 = 130; 10 % of 14,870 = 1,487
                       {.deductible = 130, .coinsurance = 1'487, .patient = 1'617, .plan = 13'383},
                       {.coinsurance = 263, .patient = 263, .plan = 9'737}},
          .total = {.patient = 2'300, .plan = 23'120}};
}

Vector david() {
  Terms terms = plan_of({.deductible = 1'000, .maximum = 4'000, .coinsurance_percent = 30});
  terms.of(Benefit::office_visit, Network::in).tiers[0] =
      share_of({.copay = 150, .order = DeductibleOrder::does_not_apply});
  Vector vector{.id = "A17",
                .origin = "out-of-pocket maximum explainer (5464069.hs-sites.com): David",
                .reading = "the third month's copays of 1,500 are ten visits of 150",
                .terms = terms,
                .lines = {claim({.allowed = 1'000, .date = day(2026, 1, 10)}),
                          claim({.allowed = 5'000, .date = day(2026, 2, 10)})},
                .total = {.patient = 4'000}};
  for (int i = 1; i <= 10; ++i) {
    vector.lines.push_back(claim({.allowed = 400, .benefit = Benefit::office_visit, .date = day(2026, 3, i)}));
  }
  vector.lines.push_back(claim({.allowed = 700, .date = day(2026, 4, 10)}));
  vector.expected = {{.patient = 1'000}, {.coinsurance = 1'500, .patient = 1'500, .plan = 3'500}};
  vector.expected.insert(vector.expected.end(), 10, {.copay = 150, .patient = 150});
  vector.expected.push_back({.patient = 0, .plan = 700});  // 1,000 + 1,500 + 1,500 = 4,000 is reached
  return vector;
}

Vector limit_of_one(std::string id, std::string origin, LimitPeriod period, std::vector<Date> dates) {
  Vector vector{.id = std::move(id), .origin = std::move(origin), .terms = plan_of({})};
  vector.reading = "the fee past the limit is the patient's (not stated by the source)";
  vector.terms.year = {day(2018, 1, 1), day(2018, 12, 31)};
  vector.terms.limit_count = 1;
  vector.terms.limits[0] = {
      .unit = LimitUnit::visits, .period = period, .months = 12, .benefits = mask(Benefit::outpatient), .quantity = 1};
  for (const Date date : dates) vector.lines.push_back(claim({.allowed = 100, .date = date}));
  vector.expected = {{.patient = 0, .plan = 100}, {.not_covered = 100, .patient = 100, .plan = 0}};
  return vector;
}

std::vector<Vector> single_claims() {
  return {
      {.id = "A06",
       .origin = "2025 BCBS Service Benefit Plan brochure, Standard Option, section 4, p. 31: preferred provider",
       .terms = plan_of({.coinsurance_percent = 15}),
       .lines = {claim({.allowed = 100, .billed = 250})},
       .total = {.coinsurance = 15, .balance_bill = 0, .write_off = 150, .patient = 15, .plan = 85}},
      {.id = "A08",
       .origin = "2025 BCBS Service Benefit Plan brochure, Standard Option, section 4, p. 31: non-participating",
       .terms = plan_of({.coinsurance_percent = 35}),
       .lines = {claim({.allowed = 100, .billed = 250, .network = Network::out})},
       .total = {.coinsurance = 35, .balance_bill = 150, .write_off = 0, .patient = 185, .plan = 65}},
      {.id = "A11",
       .origin = "HealthCare.gov coinsurance glossary example",
       .terms = plan_of({.deductible = 3'000, .maximum = 6'850, .coinsurance_percent = 20}),
       .lines = {claim({.allowed = 12'000})},  // 20 % of 9,000 = 1,800
       .total = {.deductible = 3'000, .coinsurance = 1'800, .patient = 4'800, .plan = 7'200}},
      {.id = "A15",
       .origin = "HelpBetter academy, Insurance Basics (2026-04-15)",
       .terms = plan_of({.deductible = 1'000, .maximum = 6'000, .coinsurance_percent = 20}),
       .lines = {claim({.allowed = 1'500, .billed = 11'000})},  // 20 % of 500 = 100; 11,000 - 1,500 = 9,500
       .total = {.deductible = 1'000, .coinsurance = 100, .write_off = 9'500, .patient = 1'100, .plan = 400}},
  };
}

Vector out_of_network_deductible() {
  Vector vector{.id = "A31",
                .origin = "healthsim-workspace c903928, benefit-for-claim skill (Apache-2.0), example 4",
                .terms = plan_of({.deductible = 3'000, .coinsurance_percent = 40}),
                .lines = {claim({.allowed = 200, .billed = 400, .network = Network::out})},
                .total = {.deductible = 200, .balance_bill = 200, .patient = 400, .plan = 0}};
  vector.start.as_of = day(2026, 1, 5);
  vector.start.buckets.person[0] = Money::dollars(500);
  return vector;
}

std::vector<Vector> families() {
  return {
      family_of_four("A01", "DOL/HHS/Treasury ACA FAQ Part XXVII example (2016)"),
      family_of_four_aggregate(),
      family_of_four("O13", "the same family run through the CMS OOPC algorithm (2016 source): 13,000 in all"),
      {.id = "A20",
       .origin = "NFP Insights 1271 (2019 HDHP): Jane, John, Junior, any",
       .terms = plan_of({.deductible = 2'700, .family_deductible = 3'000}),
       .lines = {claim({.allowed = 2'700, .person = 1}), claim({.allowed = 100, .person = 2}),
                 claim({.allowed = 200, .person = 3}), claim({.allowed = 500, .person = 1})},
       .expected = {{.patient = 2'700}, {.patient = 100}, {.patient = 200}, {.patient = 0, .plan = 500}},
       .used = {.family_deductible = 3'000}},
      {.id = "A22",
       .origin = "U. S. Steel benefits site, Deductibles (aggregate example)",
       .terms = plan_of({.family_deductible = 5'000, .aggregate_deductible = true, .coinsurance_percent = 10}),
       .lines = {claim({.allowed = 3'800, .person = 1}), claim({.allowed = 200, .person = 2})},
       .total = {.patient = 4'000, .plan = 0},
       .used = {.family_deductible = 4'000}},  // 1,000 of 5,000 remain
  };
}

// Designs with coinsurance only, where the CMS algorithm and claim-by-claim arithmetic must agree to the cent.
std::vector<Vector> coinsurance_only() {
  const PlanFacts quarter{.deductible = 2'000, .maximum = 8'200, .coinsurance_percent = 25};
  Vector two_services{.id = "O9",
                      .origin = "CMS OOPC algorithm (2016 source) on invented utilisation",
                      .terms = plan_of(quarter),
                      .lines = visits(24, {.allowed = 400}),
                      .total = {.patient = 4'275}};  // 2,000 + 25 % of (9,600 + 1,500 - 2,000) = 4,275
  const std::vector<ServiceLine> others = visits(10, {.allowed = 150, .date = two_services.lines.back().date + 1});
  two_services.lines.insert(two_services.lines.end(), others.begin(), others.end());
  return {{.id = "O1",
           .origin = "CMS OOPC algorithm (2016 source) on invented utilisation",
           .terms = plan_of({.deductible = 1'000, .maximum = 5'000, .coinsurance_percent = 20}),
           .lines = visits(24, {.allowed = 150}),  // 20 % of (3,600 - 1,000) = 520
           .total = {.deductible = 1'000, .coinsurance = 520, .patient = 1'520}},
          {.id = "O2",
           .origin = "CMS OOPC algorithm (2016 source) on invented utilisation",
           .terms = plan_of({.deductible = 2'000, .maximum = 9'100, .coinsurance_percent = 30}),
           .lines = stay(28, {.allowed = 1'000, .benefit = Benefit::residential}),
           // 30 % of 26,000 = 7,800, stopped at 9,100 - 2,000 = 7,100
           .total = {.deductible = 2'000, .coinsurance = 7'100, .patient = 9'100}},
          two_services};
}

}  // namespace

std::vector<Vector> deductible_and_maximum_vectors() {
  std::vector<Vector> all = single_claims();
  for (const std::vector<Vector>& more : {families(), coinsurance_only()})
    all.insert(all.end(), more.begin(), more.end());
  all.push_back(coverage_guide_table());
  all.push_back(david());
  all.push_back(out_of_network_deductible());
  all.push_back(limit_of_one("A36", "OpenDental unit tests BenefitsTest.cs 13c335c: one per calendar year",
                             LimitPeriod::year, {day(2018, 3, 1), day(2018, 9, 1)}));
  all.push_back(limit_of_one("A37", "OpenDental unit tests BenefitsTest.cs 13c335c: one per 12 months",
                             LimitPeriod::rolling_months, {day(2018, 7, 15), day(2019, 2, 15)}));
  return all;
}

}  // namespace preauth
