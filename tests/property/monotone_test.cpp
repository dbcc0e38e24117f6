// A higher copay, rate, deductible or maximum never lowers what the patient pays. That is true, to the cent, for the
// class of plans that `make_plain` below leaves, and not outside it: the last test cases show where it ends.
//
// Why it holds in the class: let s be what deductible and copay take of a line with the allowed amount A. The line
// costs s + round(r (A - s)); as r <= 1, one more cent in s lowers the rounded coinsurance by one cent at most. Raising
// a copay or the deductible raises or keeps s on every line, because what is not taken of one line is still owed on the
// next. And a year costs min(maximum, sum of its lines).

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "engine/adjudicate.h"
#include "property/random_case.h"
#include "vectors/vector.h"

namespace preauth {
namespace {

constexpr std::uint64_t kSeed = 1'848;

Money patient_pays(const Terms& terms, const std::vector<ServiceLine>& lines, const Start& start = Start()) {
  Adjudicator engine(terms, start);
  Money total;
  for (const ServiceLine& line : lines) total += engine.adjudicate(line).amounts.patient();
  return total;
}

void make_plain(ShareTerms& share) {
  share.has_cap = false;
  share.band_count = 0;
  share.copay_days = 0;
}

// One deductible and one maximum for one person, everything counts to them; every line is covered, without limits,
// reductions, caps of a share, or amounts carried into the next year (there no line is cheaper, but a year can be); the
// copay is charged on the line that crosses the deductible, and each copay of a day. Copays owed by a day or a stay are
// the same in every row; visit tiers only where each visit has its own copay.
void make_plain(RandomCase& random, Dice& dice) {
  Terms& terms = random.terms;
  terms.crossing_copay = CrossingCopay::charged;
  terms.same_day_copays = SameDayCopays::each;
  terms.limit_count = 0;
  terms.bucket_count = 2;
  terms.buckets[0] = BucketTerms();
  terms.buckets[0].person = Money::cents(dice.below(300'000));
  terms.buckets[1] = terms.buckets[0];
  terms.buckets[1].kind = BucketKind::out_of_pocket;
  terms.buckets[1].person = Money::cents(dice.below(600'000));
  ShareTerms same = terms.of(random.lines[0].benefit, Network::in).tiers[0];
  make_plain(same);
  const bool by_visit = same.copay_per == CopayPer::visit;
  for (const ServiceLine& line : random.lines) {
    for (BenefitTerms& row : terms.benefits[index(line.benefit)]) {
      row.status = CoverageStatus::covered;
      row.medicare_part_a = false;
      row.counts_to_oop = true;
      if (!by_visit) row.tier_count = 1;
      for (ShareTerms& share : row.tiers) {
        if (!by_visit) share = same;
        make_plain(share);
        share.copay_per = same.copay_per;
      }
    }
  }
  for (ServiceLine& line : random.lines) {
    line.person = 0;
    line.auth = AuthStatus::as_required;
    line.opted_out = false;
    line.covered_by_plan = true;
    line.units = 1;
  }
  random.start = Start();
}

void raise(Rate& rate, Dice& dice) {
  rate = Rate::parts_per_million(std::min<std::int64_t>(1'000'000, rate.parts() + dice.between(1, 400'000)));
}

// Raises one of the four, in every row alike.
std::string raise_one(Terms& terms, const std::vector<ServiceLine>& lines, Dice& dice) {
  const Money more = Money::cents(dice.chance(40) ? dice.between(1, 3) : dice.between(1, 100'000));
  const std::int64_t kind = dice.below(4);
  if (kind == 0) terms.buckets[0].person += more;
  if (kind == 1) terms.buckets[1].person += more;
  std::vector<Benefit> raised;
  for (const ServiceLine& line : lines) {
    if (kind < 2 || std::find(raised.begin(), raised.end(), line.benefit) != raised.end()) continue;
    raised.push_back(line.benefit);
    for (BenefitTerms& row : terms.benefits[index(line.benefit)]) {
      for (ShareTerms& share : row.tiers) {
        if (kind == 2) share.copay += more;
        if (kind == 3) raise(share.coinsurance, dice);
      }
    }
  }
  return std::array<std::string, 4>{"deductible", "maximum", "copay", "coinsurance"}[static_cast<std::size_t>(kind)];
}

}  // namespace

TEST_CASE("higher_terms_never_lower_the_cost_of_covered_lines_in_plain_plans") {
  RandomCase random;
  for (std::uint64_t i = 0; i < PREAUTH_INVARIANT_CASES; ++i) {
    make_random_case(kSeed + i, random);
    Dice dice(i);
    make_plain(random, dice);
    const Money before = patient_pays(random.terms, random.lines);
    RandomCase higher = random;
    const std::string raised = raise_one(higher.terms, random.lines, dice);
    if (patient_pays(higher.terms, random.lines) >= before) continue;
    FAIL("case ", i, ", higher ", raised, " costs less:\n", describe(random), "against\n", describe(higher));
  }
}

TEST_CASE("a_higher_deductible_can_save_the_copay_that_the_crossing_line_is_not_charged") {
  Terms terms = plan_of({.deductible = 100, .copay = 40});
  terms.crossing_copay = CrossingCopay::not_charged;
  const std::vector<ServiceLine> two = visits(2, {.allowed = 100});
  CHECK(patient_pays(terms, two) == Money::dollars(140));  // 100, then 40
  terms.buckets[0].person = Money::dollars(101);
  CHECK(patient_pays(terms, two) == Money::dollars(101));  // 100, then 1 and no copay
}

TEST_CASE("a_higher_copay_can_spare_another_where_only_the_highest_of_a_day_is_charged") {
  Terms terms = plan_of({.copay = 40});
  terms.same_day_copays = SameDayCopays::highest;
  ShareTerms& mat = terms.of(Benefit::mat, Network::in).tiers[0];
  mat = share_of({.copay = 30, .coinsurance_percent = 100});
  const std::vector<ServiceLine> day = {claim({.allowed = 100, .benefit = Benefit::mat}), claim({.allowed = 100})};
  CHECK(patient_pays(terms, day) == Money::dollars(110));  // 30 + 70; 40 - 30 = 10
  mat.copay = Money::dollars(40);
  CHECK(patient_pays(terms, day) == Money::dollars(100));  // 40 + 60; 40 - 40 = 0
}

TEST_CASE("a_higher_copay_can_keep_a_course_within_a_dollar_limit") {
  Terms terms = plan_of({.copay = 0});
  terms.limit_count = 1;
  terms.limits[0] = {.unit = LimitUnit::dollars, .benefits = kAllBenefits, .quantity = 200'00};
  const std::vector<ServiceLine> three = visits(3, {.allowed = 100, .billed = 500});
  // The plan pays 100 + 100, and past the limit the third visit is billed: 500.
  CHECK(patient_pays(terms, three) == Money::dollars(500));
  for (BenefitTerms& row : terms.benefits[index(Benefit::outpatient)]) row.tiers[0].copay = Money::dollars(40);
  // 3 x 40; the plan pays 3 x 60 = 180 and all three visits are covered.
  CHECK(patient_pays(terms, three) == Money::dollars(120));
}

TEST_CASE("a_copay_where_there_was_none_can_use_up_the_days_that_are_charged") {
  Terms terms = plan_of({});
  BenefitTerms& row = terms.of(Benefit::inpatient, Network::in);
  row.tier_count = 2;
  row.tier_visits[0] = 1;
  row.tiers[0] = share_of({.copay = 0, .copay_per = CopayPer::day, .copay_days = 1});
  row.tiers[1] = share_of({.copay = 300, .copay_per = CopayPer::day, .copay_days = 1});
  const std::vector<ServiceLine> two_days = stay(2, {.allowed = 1'000, .benefit = Benefit::inpatient});
  CHECK(patient_pays(terms, two_days) == Money::dollars(300));  // day 1 free, day 2 is the one day charged
  row.tiers[0].copay = Money::dollars(10);
  CHECK(patient_pays(terms, two_days) == Money::dollars(10));  // day 1 is the one day charged
}

}  // namespace preauth
