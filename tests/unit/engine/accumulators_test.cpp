// Step 8: which lines consult and which fill a deductible or maximum: separate, combined, nested and credited networks,
// and deductibles of their own for some benefits.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);

BucketTerms& add(Build& plan, Money amount, NetworkMask applies, NetworkMask feeds) {
  BucketTerms& bucket = plan.bucket(BucketKind::deductible, amount);
  bucket.applies = applies;
  bucket.feeds = feeds;
  return bucket;
}

ServiceLine in(Money allowed) { return visit(kFirst, allowed); }
ServiceLine out(Money allowed) { return out_of_network(visit(kFirst, allowed), allowed); }

std::vector<std::int64_t> deductibles(const Build& plan, const std::vector<ServiceLine>& lines) {
  std::vector<std::int64_t> dollars;
  for (const Adjudication& result : adjudicate_all(plan.terms, lines)) {
    dollars.push_back(result.amounts.deductible.count_cents() / 100);
  }
  return dollars;
}

Build after_deductible() { return Build().row(Benefit::outpatient, Pays().after_deductible()); }

}  // namespace

TEST_CASE("separate_networks_fill_their_own_deductibles") {
  Build plan = after_deductible();
  add(plan, usd(500), kInNetworks, kInNetworks);
  add(plan, usd(1000), kOnlyOut, kOnlyOut);
  CHECK(deductibles(plan, {in(usd(400)), out(usd(900)), in(usd(400)), out(usd(900))}) ==
        std::vector<std::int64_t>{400, 900, 100, 100});
}

TEST_CASE("a_combined_deductible_is_filled_by_both_networks") {
  Build plan = after_deductible();
  add(plan, usd(1000), kAllNetworks, kAllNetworks);
  CHECK(deductibles(plan, {in(usd(400)), out(usd(500)), in(usd(400))}) == std::vector<std::int64_t>{400, 500, 100});
}

TEST_CASE("a_nested_deductible_stops_at_its_own_amount_and_at_the_combined_one") {
  Build plan = after_deductible();
  add(plan, usd(500), kInNetworks, kInNetworks);
  add(plan, usd(1500), kAllNetworks, kAllNetworks);
  // 500 in network; 1,000 more out of network; the combined 1,500 is met for both.
  CHECK(deductibles(plan, {in(usd(600)), out(usd(1200)), out(usd(100))}) == std::vector<std::int64_t>{500, 1000, 0});
  // The combined one can be met first: 1,300 out, then only 200 of the 500 in network.
  CHECK(deductibles(plan, {out(usd(1300)), in(usd(600))}) == std::vector<std::int64_t>{1300, 200});
}

TEST_CASE("credit_may_run_in_one_direction_only") {
  Build plan = after_deductible();
  add(plan, usd(500), kInNetworks, kAllNetworks);  // out-of-network payments count here too
  add(plan, usd(1000), kOnlyOut, kOnlyOut);
  CHECK(deductibles(plan, {out(usd(300)), in(usd(600)), out(usd(900))}) == std::vector<std::int64_t>{300, 200, 700});
}

TEST_CASE("a_deductible_of_its_own_is_not_the_general_one") {
  Build plan = after_deductible();
  plan.row(Benefit::drug, Pays().after_deductible());
  add(plan, usd(500), kAllNetworks, kAllNetworks).benefits = kAllBenefits & ~mask(Benefit::drug);
  add(plan, usd(200), kAllNetworks, kAllNetworks).benefits = mask(Benefit::drug);
  const std::vector<Adjudication> results =
      adjudicate_all(plan.terms, {in(usd(600)), visit(kFirst, usd(600), Benefit::drug)});
  CHECK(results[0].amounts.deductible == usd(500));
  CHECK(results[0].adjustments[0].provision == 0);
  CHECK(results[1].amounts.deductible == usd(200));
  CHECK(results[1].adjustments[0].provision == 1);
}

TEST_CASE("the_deductible_with_the_smallest_remainder_is_named") {
  Build plan = after_deductible();
  add(plan, usd(1500), kAllNetworks, kAllNetworks);
  add(plan, usd(500), kInNetworks, kInNetworks);
  CHECK(only_line(plan.terms, in(usd(100))).adjustments[0].provision == 1);
  // Of two equal ones, the first.
  plan.terms.buckets[0].person = usd(500);
  CHECK(only_line(plan.terms, in(usd(100))).adjustments[0].provision == 0);
}

TEST_CASE("a_bucket_never_fills_beyond_its_amount") {
  Build plan = after_deductible();
  add(plan, usd(1000), kOnlyOut, kOnlyOut);
  add(plan, usd(300), kInNetworks, kAllNetworks);
  Adjudicator adjudicator(plan.terms, Start());
  adjudicator.adjudicate(out(usd(1000)));
  CHECK(adjudicator.used().person[0] == usd(1000));
  CHECK(adjudicator.used().person[1] == usd(300));
}

TEST_CASE("used_so_far_is_where_the_accumulators_begin") {
  Build plan = after_deductible();
  add(plan, usd(1000), kAllNetworks, kAllNetworks);
  Start start;
  start.as_of = day(2026, 1, 5);
  start.buckets.person[0] = usd(700);
  Adjudicator adjudicator(plan.terms, start);
  CHECK(adjudicator.used().person[0] == usd(700));
  CHECK(adjudicator.adjudicate(in(usd(500))).amounts.deductible == usd(300));
  CHECK(adjudicator.used().person[0] == usd(1000));
  // More than the amount is no reason to pay anybody back.
  start.buckets.person[0] = usd(1200);
  CHECK(only_line(plan.terms, in(usd(500)), start).amounts.deductible == usd(0));
}

TEST_CASE("without_a_deductible_nothing_comes_first") {
  const Build plan = Build().row(Benefit::outpatient, Pays().rate(percent(20)).after_deductible());
  CHECK(only_line(plan.terms, in(usd(500))).amounts.coinsurance == usd(100));
}
