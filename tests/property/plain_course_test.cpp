// A plain course decided by days is the course decided line by line: every amount, on random terms and runs. And where
// it is said to rise with prices, deductible and maximum, it does.

#include "engine/plain_course.h"

#include <string>

#include <doctest/doctest.h>

#include "engine/adjudicate.h"
#include "engine/runs.h"
#include "property/random_runs.h"

namespace preauth {
namespace {

constexpr std::uint64_t kSeed = 90'210;

Amounts line_by_line(const Terms& terms, const Start& start, std::span<const Run> runs) {
  Adjudicator adjudicator(terms, start);
  RunMerger merger(runs);
  Amounts total;
  while (const ServiceLine* line = merger.next()) total += adjudicator.adjudicate(*line).amounts;
  return total;
}

// Terms that more often are plain: nothing is lost, the others are tested as they come in half of the cases.
void make_simpler(Dice& dice, RandomRuns& random) {
  for (Run& run : random.runs) {
    run.line.auth = AuthStatus::as_required;
    if (dice.chance(70)) run.line.benefit = random.runs.front().line.benefit;
    if (dice.chance(70)) run.line.network = Network::in;
    if (run.line.admission == 0 || !dice.chance(70)) continue;
    run.weekdays = 0;
    run.every_days = 1;
  }
  if (dice.chance(60) && random.runs.size() > 1) {
    Run& second = random.runs[1];
    const Run& first = random.runs.front();
    second.line.date = first.line.date;
    second.count = first.count;
    second.weekdays = first.weekdays;
    second.every_days = first.every_days;
  }
  for (BucketTerms& bucket : random.plan.terms.buckets) bucket.carry_over_months = 0;
  for (auto& by_network : random.plan.terms.benefits) {
    for (BenefitTerms& row : by_network) {
      row.medicare_part_a = false;
      if (dice.chance(50)) row.tier_count = 1;
      for (ShareTerms& share : row.tiers) {
        if (dice.chance(95)) share.has_cap = false;
        if (dice.chance(40) || row.tier_count > 1) share.band_count = 0;
        if (dice.chance(70) || row.tier_count > 1 || share.band_count > 0) share.copay_days = 0;
      }
    }
  }
  for (LimitTerms& limit : random.plan.terms.limits) {
    if (dice.chance(40)) limit.quantity += 100'000;
  }
  if (dice.chance(70)) random.plan.terms.same_day_copays = SameDayCopays::each;
}

RandomRuns random_course(std::uint64_t seed) {
  RandomRuns random;
  make_random_runs(seed, random);
  Dice dice(seed ^ 0xCA5EU);
  if (dice.chance(80)) make_simpler(dice, random);
  return random;
}

struct Plain {
  bool decided = false;
  bool rises = false;
  Amounts total;
  PlainTerms terms;
};

// What the decided courses of a test had in them, so that none of it goes untested.
struct Seen {
  std::int64_t tiers = 0;
  std::int64_t pools = 0;
  std::int64_t days_of_stay = 0;
  std::int64_t copay_days = 0;
  std::int64_t stays = 0;
  std::int64_t maxima = 0;
  std::int64_t limits = 0;

  void note(const PlainTerms& terms) {
    for (const VisitCounter& counter : std::span(terms.counters).first(terms.counter_count)) {
      ++(counter.pool != kNone ? pools : counter.run != kNone ? days_of_stay : tiers);
    }
    copay_days += terms.copay_days_count;
    stays += terms.stay_count;
    for (const PlainRow& row : std::span(terms.rows).first(terms.run_count)) {
      if (row.maxima.count() > 1) ++maxima;
      if (!row.limits.empty()) ++limits;
    }
  }
};

Plain decide(const RandomRuns& random) {
  Plain found;
  PlainTerms& terms = found.terms;
  if (!make_plain(random.plan.terms, random.runs, terms)) return found;
  CourseCalendar calendar;
  make_calendar(random.runs, random.plan.terms.year, calendar);
  found.decided = PlainCourse().decide(terms, PlainStart(terms, random.plan.start), random.runs, calendar, found.total);
  const bool one_year = calendar.first_year == calendar.last_year;
  found.rises = found.decided && terms.rises && (one_year || terms.stay_count == 0);
  return found;
}

TEST_CASE("a_plain_course_is_decided_as_line_by_line") {
  std::int64_t decided = 0;
  Seen seen;
  for (std::uint64_t i = 0; i < PREAUTH_INVARIANT_CASES; ++i) {
    const RandomRuns random = random_course(kSeed + i);
    const Plain plain = decide(random);
    if (!plain.decided) continue;
    ++decided;
    seen.note(plain.terms);
    const Amounts expected = line_by_line(random.plan.terms, random.plan.start, random.runs);
    CHECK_MESSAGE(plain.total == expected, "seed " << kSeed + i << ": " << plain.total.patient().count_cents()
                                                   << " instead of " << expected.patient().count_cents());
  }
  CHECK(decided > PREAUTH_INVARIANT_CASES / 5);
  for (const std::int64_t times :
       {seen.tiers, seen.pools, seen.days_of_stay, seen.copay_days, seen.stays, seen.maxima, seen.limits}) {
    CHECK(times > PREAUTH_INVARIANT_CASES / 500);
  }
}

TEST_CASE("where_a_course_is_said_to_rise_no_price_deductible_or_maximum_lowers_it") {
  std::int64_t raised = 0;
  for (std::uint64_t i = 0; i < PREAUTH_INVARIANT_CASES; ++i) {
    RandomRuns random = random_course(kSeed + i);
    const Plain before = decide(random);
    if (!before.rises) continue;
    ++raised;
    Dice dice(kSeed ^ i);
    const Money more = Money::cents(dice.chance(50) ? dice.between(1, 3) : dice.between(1, 200'000));
    if (dice.chance(50)) {
      for (Run& run : random.runs) {
        if (!dice.chance(60)) continue;
        run.line.allowed += more;
        run.line.billed += more;
      }
    } else {
      for (BucketTerms& bucket : random.plan.terms.buckets) {
        if (bucket.benefits != kAllBenefits || !dice.chance(70)) continue;
        bucket.person += more;
        bucket.family += more;
      }
    }
    const Plain after = decide(random);
    REQUIRE(after.decided);
    CHECK_MESSAGE(after.total.patient() >= before.total.patient(), "seed " << kSeed + i);
  }
  CHECK(raised > PREAUTH_INVARIANT_CASES / 50);
}

}  // namespace
}  // namespace preauth
