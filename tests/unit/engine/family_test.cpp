// Persons inside a family: embedded, aggregate and per-person amounts, the federal self-only cap inside an aggregate
// one.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

Build family(BucketKind kind, FamilyRule rule, Money person, Money whole, const Pays& share) {
  Build plan = Build().row(Benefit::outpatient, share);
  BucketTerms& bucket = plan.bucket(kind, person);
  bucket.rule = rule;
  bucket.has_person = rule != FamilyRule::aggregate;
  bucket.has_family = true;
  bucket.family = whole;
  return plan;
}

ServiceLine of_person(std::uint16_t person, Money allowed, int on = 1) {
  ServiceLine line = visit(day(2026, 1, on), allowed);
  line.person = person;
  return line;
}

}  // namespace

TEST_CASE("an_embedded_deductible_stops_at_the_persons_amount_and_at_the_familys") {
  // NFP Insights 1271: family 3,000, person 2,700: Jane 2,700, John 100, Junior 200, then nobody owes.
  const Build plan =
      family(BucketKind::deductible, FamilyRule::embedded, usd(2700), usd(3000), Pays().after_deductible());
  const std::vector<Adjudication> results = adjudicate_all(
      plan.terms, {of_person(0, usd(2700)), of_person(1, usd(100)), of_person(2, usd(200)), of_person(3, usd(500))});
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{2700, 100, 200, 0});
  CHECK(patient_dollars(adjudicate_all(plan.terms, {of_person(0, usd(2800)), of_person(1, usd(500))})) ==
        std::vector<std::int64_t>{2700, 300});
}

TEST_CASE("an_aggregate_deductible_has_no_amount_for_one_person") {
  // U. S. Steel: family 5,000, 10 %: 3,800 and 200 are all deductible, 1,000 are left.
  const Build plan = family(BucketKind::deductible, FamilyRule::aggregate, usd(2500), usd(5000),
                            Pays().rate(percent(10)).after_deductible());
  Adjudicator adjudicator(plan.terms, Start());
  CHECK(adjudicator.adjudicate(of_person(0, usd(3800))).amounts.deductible == usd(3800));
  CHECK(adjudicator.adjudicate(of_person(1, usd(200))).amounts.deductible == usd(200));
  CHECK(adjudicator.used().family[0] == usd(4000));
  CHECK(adjudicator.used().person[0] == usd(200));
  // 1,000 and 10 % of 500.
  CHECK(adjudicator.adjudicate(of_person(1, usd(1500))).amounts.patient() == usd(1050));
}

TEST_CASE("a_per_person_deductible_is_met_by_everybody_for_himself") {
  const Build plan =
      family(BucketKind::deductible, FamilyRule::per_person, usd(500), usd(600), Pays().after_deductible());
  CHECK(patient_dollars(adjudicate_all(plan.terms, {of_person(0, usd(900)), of_person(1, usd(900))})) ==
        std::vector<std::int64_t>{500, 500});
}

TEST_CASE("individual_coverage_has_the_persons_amount_under_every_rule") {
  for (const FamilyRule rule : {FamilyRule::embedded, FamilyRule::aggregate, FamilyRule::per_person}) {
    Build plan = Build().row(Benefit::outpatient, Pays().after_deductible()).deductible(usd(500));
    plan.terms.buckets[0].rule = rule;
    CHECK(only_line(plan.terms, of_person(0, usd(900))).amounts.deductible == usd(500));
  }
}

TEST_CASE("a_person_inside_an_aggregate_maximum_stops_at_the_self_only_limit") {
  // ACA FAQ XXVII (2016): family 13,000, self-only 6,850; cost sharing of 10,000 and three times 3,000 before caps.
  Build plan = family(BucketKind::out_of_pocket, FamilyRule::aggregate, usd(0), usd(13000), Pays().rate(percent(100)));
  plan.terms.buckets[0].has_person_cap = true;
  plan.terms.buckets[0].person_cap = usd(6850);
  const std::vector<Adjudication> results = adjudicate_all(
      plan.terms,
      {of_person(0, usd(10000)), of_person(1, usd(3000)), of_person(2, usd(3000)), of_person(3, usd(3000))});
  // 6,850 + 3,000 + 3,000 = 12,850: the last person pays 150.
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{6850, 3000, 3000, 150});
  CHECK(mattered(results[0], Mattered::family_person_cap));
  CHECK(mattered(results[0], Mattered::oop_maximum_reached));
  CHECK_FALSE(mattered(results[3], Mattered::family_person_cap));
  plan.terms.buckets[0].has_person_cap = false;
  CHECK(only_line(plan.terms, of_person(0, usd(10000))).amounts.patient() == usd(10000));
}

TEST_CASE("a_family_is_used_up_by_what_others_paid_before") {
  const Build plan =
      family(BucketKind::deductible, FamilyRule::embedded, usd(1000), usd(2000), Pays().after_deductible());
  Start start;
  start.as_of = day(2026, 1, 1);
  start.buckets.person[0] = usd(100);
  start.buckets.family[0] = usd(1800);
  CHECK(only_line(plan.terms, of_person(0, usd(900)), start).amounts.deductible == usd(200));
  // A family figure below the person's own is a slip of the pen: the person's counts.
  start.buckets.family[0] = usd(0);
  Adjudicator adjudicator(plan.terms, start);
  CHECK(adjudicator.used().family[0] == usd(100));
}

TEST_CASE("limits_visits_and_copays_of_a_day_are_each_persons_own") {
  Build plan = Build().row(Benefit::outpatient, Pays().copay(usd(40)));
  plan.limit(Benefit::outpatient, LimitUnit::visits, LimitPeriod::year, 1);
  plan.terms.same_day_copays = SameDayCopays::highest;
  CHECK(patient_dollars(
            adjudicate_all(plan.terms, {of_person(0, usd(100)), of_person(1, usd(100)), of_person(0, usd(100))})) ==
        std::vector<std::int64_t>{40, 40, 100});
}

TEST_CASE("a_rolling_limit_is_each_persons_own") {
  Build plan;
  plan.limit(Benefit::outpatient, LimitUnit::visits, LimitPeriod::rolling_months, 2).months = 1;
  // Two each on 1 January; a third is past the limit for either; all are free again on 1 February.
  std::vector<ServiceLine> lines;
  for (const int on : {1, 1, 2}) {
    lines.push_back(of_person(0, usd(100), on));
    lines.push_back(of_person(1, usd(100), on));
  }
  lines.push_back(of_person(1, usd(100), 31));
  lines.push_back(lines.back());
  lines.back().date = day(2026, 2, 1);
  CHECK(patient_dollars(adjudicate_all(plan.terms, lines)) == std::vector<std::int64_t>{0, 0, 0, 0, 100, 100, 100, 0});
}

TEST_CASE("admissions_with_one_number_are_each_persons_own") {
  const Build plan = Build().row(Benefit::inpatient, Pays().copay(usd(300), CopayPer::admission));
  ServiceLine mine = stay_day(day(2026, 1, 1), 1, usd(900));
  ServiceLine theirs = mine;
  theirs.person = 1;
  CHECK(total_of(plan.terms, {mine, theirs, mine}).copay == usd(600));
}
