// Step 6: the out-of-pocket maximum inside the line, what counts towards it and what it stops.

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

// Deductible 1,000 in bucket 0, maximum in bucket 1; copay 100 and 20 % after the deductible.
Build plan_with(Money maximum) {
  return Build().deductible(usd(1000)).maximum(maximum).row(
      Benefit::outpatient, Pays().copay(usd(100)).rate(percent(20)).after_deductible());
}

}  // namespace

TEST_CASE("the_maximum_keeps_the_deductible_then_the_copay_and_trims_coinsurance") {
  struct Case {
    std::string name;
    Money left, deductible, copay, coinsurance;
  };
  // 2,000 allowed, 1,000 deductible, 100 copay, 20 % of 900 = 180: 1,280 without a maximum.
  const std::vector<Case> cases = {{"above: nothing trimmed", usd(1280, 1), usd(1000), usd(100), usd(180)},
                                   {"at", usd(1280), usd(1000), usd(100), usd(180)},
                                   {"one cent below", usd(1279, 99), usd(1000), usd(100), usd(179, 99)},
                                   {"coinsurance gone", usd(1100), usd(1000), usd(100), usd(0)},
                                   {"copay trimmed", usd(1050), usd(1000), usd(50), usd(0)},
                                   {"deductible trimmed", usd(900), usd(900), usd(0), usd(0)},
                                   {"met before", usd(0), usd(0), usd(0), usd(0)}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Adjudication result =
        only_line(plan_with(usd(5000)).terms, visit(kFirst, usd(2000)), used(usd(0), usd(5000) - c.left));
    CHECK(result.amounts.deductible == c.deductible);
    CHECK(result.amounts.copay == c.copay);
    CHECK(result.amounts.coinsurance == c.coinsurance);
    CHECK(result.amounts.plan_pays == usd(2000) - c.deductible - c.copay - c.coinsurance);
    CHECK(mattered(result, Mattered::oop_maximum_reached) == (c.left < usd(1280)));
  }
}

TEST_CASE("a_part_that_does_not_count_is_neither_counted_nor_stopped") {
  struct Case {
    std::string name;
    bool deductible, copay, coinsurance;
    Money patient, counted;
  };
  // 1,000 + 100 + 180 with 150 left to the maximum.
  const std::vector<Case> cases = {
      {"all count: 150", true, true, true, usd(150), usd(150)},
      {"deductible does not: 1,000 + 100 + 50", false, true, true, usd(1150), usd(150)},
      {"copay does not: 150 of the deductible + 100", true, false, true, usd(250), usd(150)},
      {"coinsurance does not: 150 of the deductible + 180", true, true, false, usd(330), usd(150)},
      {"only coinsurance: 1,000 + 100 + 150", false, false, true, usd(1250), usd(150)},
      {"only the copay: 1,000 + 100 + 180", false, true, false, usd(1280), usd(100)},
      {"nothing counts", false, false, false, usd(1280), usd(0)}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Build plan = plan_with(usd(150));
    plan.terms.buckets[1].counts_deductible = c.deductible;
    plan.terms.buckets[1].counts_copay = c.copay;
    plan.terms.buckets[1].counts_coinsurance = c.coinsurance;
    Adjudicator adjudicator(plan.terms, Start());
    CHECK(adjudicator.adjudicate(visit(kFirst, usd(2000))).amounts.patient() == c.patient);
    CHECK(adjudicator.used().person[1] == c.counted);
  }
}

TEST_CASE("maxima_that_count_different_parts_give_the_same_result_in_any_order") {
  // 1,000 deductible, 100 copay, 180 coinsurance. One maximum of 1,050 counts the deductible and coinsurance, the other
  // of 150 the copay and coinsurance: 1,000 + 100, and 50 of coinsurance, which both leave room for.
  for (const bool swapped : {false, true}) {
    Build plan = Build().deductible(usd(1000)).row(Benefit::outpatient,
                                                   Pays().copay(usd(100)).rate(percent(20)).after_deductible());
    plan.maximum(swapped ? usd(150) : usd(1050)).maximum(swapped ? usd(1050) : usd(150));
    plan.terms.buckets[swapped ? 2 : 1].counts_copay = false;
    plan.terms.buckets[swapped ? 1 : 2].counts_deductible = false;
    const Amounts amounts = only_line(plan.terms, visit(kFirst, usd(2000))).amounts;
    CHECK(amounts.deductible == usd(1000));
    CHECK(amounts.copay == usd(100));
    CHECK(amounts.coinsurance == usd(50));
  }
}

TEST_CASE("a_benefit_outside_the_maximum_neither_fills_it_nor_stops_at_it") {
  Build plan = Build().maximum(usd(100)).row(Benefit::drug, Pays().rate(percent(50)));
  plan.row(Benefit::outpatient, Pays().rate(percent(50)));
  plan.each(Benefit::drug, [](BenefitTerms& row) { row.counts_to_oop = false; });
  Adjudicator adjudicator(plan.terms, Start());
  CHECK(adjudicator.adjudicate(visit(kFirst, usd(400), Benefit::drug)).amounts.patient() == usd(200));
  CHECK(adjudicator.used().person[0] == usd(0));
  CHECK(adjudicator.adjudicate(visit(kFirst, usd(400))).amounts.patient() == usd(100));
  CHECK(adjudicator.adjudicate(visit(kFirst, usd(400), Benefit::drug)).amounts.patient() == usd(200));
}

TEST_CASE("a_nested_maximum_stops_at_whichever_is_reached_first") {
  Build plan = Build().row(Benefit::outpatient, Pays().rate(percent(50)));
  BucketTerms& inner = plan.bucket(BucketKind::out_of_pocket, usd(300));
  inner.applies = kInNetworks;
  inner.feeds = kInNetworks;
  plan.maximum(usd(500));
  const auto out = [](Money allowed) { return out_of_network(visit(kFirst, allowed), allowed); };
  // In network 300; out of network the 200 that the combined one has left.
  CHECK(patient_dollars(adjudicate_all(plan.terms, {visit(kFirst, usd(1000)), out(usd(1000))})) ==
        std::vector<std::int64_t>{300, 200});
  CHECK(patient_dollars(adjudicate_all(plan.terms, {out(usd(900)), visit(kFirst, usd(1000))})) ==
        std::vector<std::int64_t>{450, 50});
}

TEST_CASE("an_in_network_maximum_does_not_stop_out_of_network_shares") {
  Build plan = Build().row(Benefit::outpatient, Pays().rate(percent(50)));
  BucketTerms& bucket = plan.bucket(BucketKind::out_of_pocket, usd(300));
  bucket.applies = kInNetworks;
  bucket.feeds = kInNetworks;
  Adjudicator adjudicator(plan.terms, Start());
  CHECK(adjudicator.adjudicate(out_of_network(visit(kFirst, usd(1000)), usd(1000))).amounts.patient() == usd(500));
  CHECK(adjudicator.used().person[0] == usd(0));
}

TEST_CASE("balance_bills_and_uncovered_amounts_pass_the_maximum_by") {
  Build plan = Build().maximum(usd(100)).row(Benefit::outpatient, Pays().rate(percent(50)));
  plan.each(Benefit::laboratory, [](BenefitTerms& row) { row.status = CoverageStatus::excluded; });
  Adjudicator adjudicator(plan.terms, Start());
  // 100 of 500 coinsurance, and the whole balance of 700.
  CHECK(adjudicator.adjudicate(out_of_network(visit(kFirst, usd(1000)), usd(1700))).amounts.patient() == usd(800));
  CHECK(adjudicator.adjudicate(visit(kFirst, usd(60), Benefit::laboratory)).amounts.patient() == usd(60));
  CHECK(adjudicator.used().person[0] == usd(100));
}

TEST_CASE("a_per_stay_copay_that_the_maximum_absorbed_is_not_owed_again_next_year") {
  Build plan = Build().maximum(usd(300)).row(Benefit::inpatient, Pays().copay(usd(850), CopayPer::admission));
  // 31 December: 850 owed, 300 paid, the plan bears 550. 1 January: nothing is owed, though the maximum is fresh.
  CHECK(patient_dollars(adjudicate_all(plan.terms, stay(day(2026, 12, 31), 2, usd(1000)))) ==
        std::vector<std::int64_t>{300, 0});
}

TEST_CASE("without_a_maximum_nothing_stops") {
  const Build plan = Build().row(Benefit::inpatient, Pays().rate(percent(20)));
  CHECK(total_of(plan.terms, stay(kFirst, 100, usd(1000))).patient() == usd(20000));
}
