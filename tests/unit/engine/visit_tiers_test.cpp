// "first 3 visits $0, then $40 copay": tiers by the visits of a benefit, or of a pool that several benefits share.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);

Build pooled() {
  Build plan;
  plan.tiers(Benefit::outpatient, 3, Pays(), Pays().copay(usd(40)), 0);
  plan.tiers(Benefit::office_visit, 3, Pays(), Pays().copay(usd(40)), 0);
  plan.terms.pools[plan.terms.pool_count++] = {mask(Benefit::outpatient) | mask(Benefit::office_visit), kInNetworks};
  return plan;
}

}  // namespace

TEST_CASE("the_first_visits_cost_what_the_first_tier_says") {
  const Build plan = Build().tiers(Benefit::outpatient, 3, Pays(), Pays().copay(usd(40)));
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, visits(kFirst, 5, 7, usd(150)));
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{0, 0, 0, 40, 40});
  CHECK_FALSE(mattered(results[0], Mattered::visit_pool));
}

TEST_CASE("a_tier_may_order_the_deductible_differently") {
  const Build plan = Build().deductible(usd(100)).tiers(Benefit::outpatient, 2, Pays().copay(usd(10)),
                                                        Pays().rate(percent(30)).after_deductible());
  // 10, 10, then 100 of the deductible and 30 % of 50 = 15, then 45.
  CHECK(patient_dollars(adjudicate_all(plan.terms, visits(kFirst, 4, 7, usd(150)))) ==
        std::vector<std::int64_t>{10, 10, 115, 45});
}

TEST_CASE("visits_of_each_benefit_are_counted_apart_without_a_pool") {
  Build plan = pooled();
  plan.terms.pool_count = 0;
  plan.each(Benefit::outpatient, [](BenefitTerms& row) { row.pool = kNone; });
  plan.each(Benefit::office_visit, [](BenefitTerms& row) { row.pool = kNone; });
  const std::vector<ServiceLine> lines =
      visits(kFirst, 3, 7, usd(150)) + visits(day(2026, 3, 2), 3, 7, usd(150), Benefit::office_visit);
  CHECK(total_of(plan.terms, lines).copay == usd(0));
}

TEST_CASE("a_pool_counts_the_visits_of_all_its_benefits") {
  const std::vector<ServiceLine> lines =
      visits(kFirst, 2, 7, usd(150)) + visits(day(2026, 3, 2), 3, 7, usd(150), Benefit::office_visit);
  const std::vector<Adjudication> results = adjudicate_all(pooled().terms, lines);
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{0, 0, 0, 40, 40});
  CHECK(mattered(results[0], Mattered::visit_pool));
}

TEST_CASE("a_pool_counts_only_in_its_networks") {
  std::vector<ServiceLine> lines;
  for (int i = 0; i < 3; ++i) lines.push_back(out_of_network(visit(kFirst + i, usd(150)), usd(150)));
  lines.push_back(visit(kFirst + 7, usd(150)));
  CHECK(total_of(pooled().terms, lines).copay == usd(0));
}

TEST_CASE("visits_used_before_count") {
  Start start;
  start.as_of = day(2026, 1, 5);
  start.visits[index(Benefit::outpatient)] = 2;
  const Build own = Build().tiers(Benefit::outpatient, 3, Pays(), Pays().copay(usd(40)));
  CHECK(patient_dollars(adjudicate_all(own.terms, visits(kFirst, 3, 7, usd(150)), start)) ==
        std::vector<std::int64_t>{0, 40, 40});
  start.pools[0] = 3;
  CHECK(patient_dollars(adjudicate_all(pooled().terms, visits(kFirst, 1, 7, usd(150)), start)) ==
        std::vector<std::int64_t>{40});
}

TEST_CASE("visit_counts_start_again_with_the_benefit_year") {
  const Build plan = Build().tiers(Benefit::outpatient, 2, Pays(), Pays().copay(usd(40)));
  CHECK(patient_dollars(adjudicate_all(plan.terms, visits(day(2026, 12, 14), 5, 7, usd(150)))) ==
        std::vector<std::int64_t>{0, 0, 40, 0, 0});
}

TEST_CASE("denied_and_uncovered_visits_do_not_count") {
  Build plan = Build().tiers(Benefit::outpatient, 1, Pays(), Pays().copay(usd(40)));
  plan.each(Benefit::outpatient,
            [](BenefitTerms& row) { row.authorization.never_requested.kind = PenaltyKind::denied; });
  std::vector<ServiceLine> lines = visits(kFirst, 3, 7, usd(150));
  lines[0].auth = AuthStatus::never_requested;
  CHECK(patient_dollars(adjudicate_all(plan.terms, lines)) == std::vector<std::int64_t>{0, 0, 40});
}

TEST_CASE("a_line_uses_up_as_many_visits_as_it_has_units") {
  const Build plan = Build().tiers(Benefit::outpatient, 3, Pays(), Pays().copay(usd(40)));
  std::vector<ServiceLine> lines = visits(kFirst, 3, 7, usd(150));
  lines[0].units = 2;
  CHECK(patient_dollars(adjudicate_all(plan.terms, lines)) == std::vector<std::int64_t>{0, 0, 40});
}

TEST_CASE("three_tiers_follow_one_another") {
  Build plan = Build().tiers(Benefit::outpatient, 1, Pays(), Pays().copay(usd(10)));
  plan.each(Benefit::outpatient, [](BenefitTerms& row) {
    row.tier_count = 3;
    row.tier_visits[1] = 2;
    row.tiers[2] = Pays().copay(usd(40)).terms;
  });
  CHECK(patient_dollars(adjudicate_all(plan.terms, visits(kFirst, 5, 7, usd(150)))) ==
        std::vector<std::int64_t>{0, 10, 10, 40, 40});
}

TEST_CASE("benefits_that_fall_under_one_row_share_its_visits") {
  Build plan = Build().tiers(Benefit::outpatient, 2, Pays(), Pays().copay(usd(40)));
  plan.tiers(Benefit::iop, 2, Pays(), Pays().copay(usd(40)));
  plan.each(Benefit::iop, [](BenefitTerms& row) { row.row = static_cast<std::int8_t>(Benefit::outpatient); });
  CHECK(patient_dollars(adjudicate_all(
            plan.terms, visits(kFirst, 2, 7, usd(150)) + visits(day(2026, 3, 2), 1, 7, usd(300), Benefit::iop))) ==
        std::vector<std::int64_t>{0, 0, 40});
}
