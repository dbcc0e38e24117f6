// Passing over repeated lines in one step gives what deciding each by itself gives: totals, what mattered, what is used
// up, and how lines that come later are decided. Random plans, random runs that overlap or not.

#include "engine/repeat.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "property/random_runs.h"

namespace preauth {
namespace {

constexpr std::uint64_t kSeed = 4'711;

bool same(const Adjudication& a, const Adjudication& b) {
  const auto equal = [](const Adjustment& x, const Adjustment& y) {
    return x.rule == y.rule && x.amount == y.amount && x.provision == y.provision && x.group == y.group;
  };
  return a.amounts == b.amounts && a.mattered == b.mattered && a.benefit_year == b.benefit_year &&
         std::equal(a.adjustments.begin(), a.adjustments.begin() + a.adjustment_count, b.adjustments.begin(),
                    b.adjustments.begin() + b.adjustment_count, equal);
}

bool same_use(const BucketUse& a, const BucketUse& b) { return a.person == b.person && a.family == b.family; }

TEST_CASE("lines_passed_over_count_exactly_as_lines_decided_one_by_one") {
  RandomRuns random;
  std::int64_t passed = 0;
  for (std::uint64_t i = 0; i < PREAUTH_INVARIANT_CASES; ++i) {
    const std::uint64_t seed = kSeed + i;
    make_random_runs(seed, random);
    const std::string name = "seed " + std::to_string(seed);
    Adjudicator jumping(random.plan.terms, random.plan.start);
    RunMerger merger(random.runs);
    const RunTotals jumped = adjudicate_runs(random.runs, merger, jumping);

    Adjudicator stepping(random.plan.terms, random.plan.start);
    RunTotals stepped;
    merger.restart(random.runs);
    while (const ServiceLine* line = merger.next()) {
      const Adjudication& result = stepping.adjudicate(*line);
      stepped.amounts += result.amounts;
      stepped.mattered |= result.mattered;
      ++passed;
    }
    CHECK_MESSAGE(jumped.amounts == stepped.amounts, name);
    CHECK_MESSAGE(jumped.mattered == stepped.mattered, name);
    CHECK_MESSAGE(same_use(jumping.used(), stepping.used()), name);
    for (const ServiceLine& line : random.after) {
      const Adjudication by_steps = stepping.adjudicate(line);
      REQUIRE_MESSAGE(same(jumping.adjudicate(line), by_steps), name);
    }
  }
  CHECK(passed > 10'000);
}

// 20 % of $100 after a $1,000 deductible: ten lines fill it, the rest cost $20 each until $2,000 is reached after fifty
// more, and nothing after that. The engine decides two lines of each phase and passes over the others.
TEST_CASE("a_long_run_is_decided_in_a_few_steps") {
  Terms terms;
  terms.year = {*Date::from_civil(2026, 1, 1), *Date::from_civil(2026, 12, 31)};
  terms.bucket_count = 2;
  terms.buckets[0].person = Money::dollars(1'000);
  terms.buckets[1].kind = BucketKind::out_of_pocket;
  terms.buckets[1].person = Money::dollars(2'000);
  terms.of(Benefit::iop, Network::in).tiers[0].coinsurance = Rate::percent(20);
  Run run;
  run.line.benefit = Benefit::iop;
  run.line.date = terms.year.first;
  run.line.allowed = run.line.billed = Money::dollars(100);
  run.count = 300;
  const std::vector<Run> runs = {run};
  Adjudicator adjudicator(terms, Start());
  RunMerger merger(runs);
  CHECK(adjudicate_runs(runs, merger, adjudicator).amounts.patient() == Money::dollars(2'000));

  Adjudicator first_two(terms, Start());
  merger.restart(runs);
  ServiceLine second;
  for (int i = 0; i < 2; ++i) {
    second = *merger.next();
    first_two.adjudicate(second);
  }
  // Two of ten lines used $200 of the deductible: eight more are like them.
  CHECK(first_two.repeat(run, second, 298) == 8);
}

// $500 per stay, $200 a day: $200, $200, $100 and nothing more. The first two days are alike and settle $400; the third
// is not like them. With $250 a day the first two settle all of it.
TEST_CASE("a_per_stay_copay_ends_the_run_of_days_that_paid_for_it") {
  for (const std::int64_t price : {200, 250, 500, 100}) {
    Terms terms;
    terms.year = {*Date::from_civil(2026, 1, 1), *Date::from_civil(2026, 12, 31)};
    ShareTerms& share = terms.of(Benefit::inpatient, Network::in).tiers[0];
    share.deductible = DeductibleOrder::does_not_apply;
    share.copay = Money::dollars(500);
    share.copay_per = CopayPer::admission;
    Run run;
    run.line.benefit = Benefit::inpatient;
    run.line.date = terms.year.first;
    run.line.admission = 1;
    run.line.day_of_admission = 1;
    run.line.allowed = run.line.billed = Money::dollars(price);
    run.count = 20;
    const std::vector<Run> runs = {run};
    Adjudicator adjudicator(terms, Start());
    RunMerger merger(runs);
    CHECK_MESSAGE(adjudicate_runs(runs, merger, adjudicator).amounts.patient() == Money::dollars(500), price);
  }
}

}  // namespace
}  // namespace preauth
