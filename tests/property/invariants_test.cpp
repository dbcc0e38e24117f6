// What must hold on every line of every plan: the books balance, accumulators never fall within a benefit year, and
// what a person pays for covered care in the network never passes the out-of-pocket maximum.

#include <map>
#include <string>

#include <doctest/doctest.h>

#include "engine/adjudicate.h"
#include "property/random_case.h"

namespace preauth {
namespace {

constexpr std::uint64_t kSeed = 4'711;

// visit(case, engine) for many random cases.
template <class Visit>
void for_random_cases(const Visit& visit) {
  RandomCase random;
  for (std::uint64_t i = 0; i < PREAUTH_INVARIANT_CASES; ++i) {
    make_random_case(kSeed + i, random);
    const std::uint64_t number = i;
    CAPTURE(number);
    visit(random);
  }
}

Money sum_of(const Adjudication& result, bool patient) {
  Money sum;
  for (std::size_t i = 0; i < result.adjustment_count; ++i) {
    if ((result.adjustments[i].group == Group::PR) == patient) sum += result.adjustments[i].amount;
  }
  return sum;
}

bool has_negative(const Amounts& amounts) {
  for (const Money part :
       {amounts.billed, amounts.allowed, amounts.plan_pays, amounts.write_off, amounts.deductible, amounts.copay,
        amounts.coinsurance, amounts.not_covered, amounts.penalty, amounts.balance_bill}) {
    if (part.is_negative()) return true;
  }
  return false;
}

// Leaves one maximum, for the in-network tiers and everything the patient pays there.
BucketTerms& keep_one_maximum(RandomCase& random) {
  Terms& terms = random.terms;
  std::uint8_t kept = 0;
  for (std::size_t i = 0; i < terms.bucket_count; ++i) {
    if (terms.buckets[i].kind != BucketKind::deductible) continue;
    random.start.buckets.person[kept] = random.start.buckets.person[i];
    random.start.buckets.family[kept] = random.start.buckets.family[i];
    terms.buckets[kept] = terms.buckets[i];
    ++kept;
  }
  terms.bucket_count = static_cast<std::uint8_t>(kept + 1);
  BucketTerms& maximum = terms.buckets[kept];
  maximum = BucketTerms();
  maximum.kind = BucketKind::out_of_pocket;
  maximum.applies = maximum.feeds = kInNetworks;
  random.start.buckets.person[kept] = random.start.buckets.family[kept] = Money();
  for (auto& by_network : terms.benefits) {
    for (BenefitTerms& row : by_network) row.counts_to_oop = true;
  }
  return maximum;
}

}  // namespace

TEST_CASE("books_balance_on_every_line") {
  for_random_cases([](const RandomCase& random) {
    Adjudicator engine(random.terms, random.start);
    for (const ServiceLine& line : random.lines) {
      const Adjudication& result = engine.adjudicate(line);
      const Amounts& amounts = result.amounts;
      REQUIRE(amounts.billed == line.billed);
      REQUIRE(amounts.billed == amounts.plan_pays + amounts.write_off + amounts.patient());
      REQUIRE(amounts.allowed == amounts.plan_pays + amounts.capped() + amounts.penalty);
      REQUIRE(sum_of(result, true) == amounts.patient());
      REQUIRE(sum_of(result, false) == amounts.write_off);
      REQUIRE_FALSE(has_negative(amounts));
    }
  });
}

TEST_CASE("accumulators_never_fall_within_a_benefit_year") {
  for_random_cases([](const RandomCase& random) {
    Adjudicator engine(random.terms, random.start);
    std::map<int, BucketUse> family;
    std::map<std::pair<int, int>, BucketUse> person;
    for (const ServiceLine& line : random.lines) {
      const Adjudication& result = engine.adjudicate(line);
      const int year = random.terms.reset_yearly ? result.benefit_year : 0;
      const BucketUse now = engine.used();
      BucketUse& of_family = family[year];
      BucketUse& of_person = person[{year, line.person}];
      for (std::size_t i = 0; i < random.terms.bucket_count; ++i) {
        REQUIRE(now.family[i] >= of_family.family[i]);
        REQUIRE(now.person[i] >= of_person.person[i]);
        REQUIRE(now.family[i] >= now.person[i]);
      }
      of_family = of_person = now;
    }
  });
}

TEST_CASE("covered_in_network_cost_of_a_person_stays_within_the_maximum") {
  for_random_cases([](RandomCase& random) {
    const Money most = Money::cents(static_cast<std::int64_t>(random.lines.size()) * 30'011);
    BucketTerms& maximum = keep_one_maximum(random);
    maximum.person = most;
    Adjudicator engine(random.terms, random.start);
    std::map<std::pair<int, int>, Money> paid;
    for (const ServiceLine& line : random.lines) {
      const Adjudication& result = engine.adjudicate(line);
      if (line.network == Network::out) continue;
      const int year = random.terms.reset_yearly ? result.benefit_year : 0;
      Money& of_person = paid[{year, line.person}];
      of_person += result.amounts.capped();
      REQUIRE(of_person <= most);
    }
  });
}

TEST_CASE("covered_in_network_cost_of_a_family_stays_within_its_maximum_and_each_person_within_the_cap") {
  for_random_cases([](RandomCase& random) {
    const Money cap = Money::cents(static_cast<std::int64_t>(random.lines.size()) * 10'007);
    BucketTerms& maximum = keep_one_maximum(random);
    maximum.rule = FamilyRule::aggregate;
    maximum.has_person = false;
    maximum.has_family = maximum.has_person_cap = true;
    maximum.person_cap = cap;
    maximum.family = cap * 2;
    Adjudicator engine(random.terms, random.start);
    std::map<int, Money> family;
    std::map<std::pair<int, int>, Money> person;
    for (const ServiceLine& line : random.lines) {
      const Adjudication& result = engine.adjudicate(line);
      if (line.network == Network::out) continue;
      const int year = random.terms.reset_yearly ? result.benefit_year : 0;
      family[year] += result.amounts.capped();
      person[{year, line.person}] += result.amounts.capped();
      REQUIRE(family[year] <= cap * 2);
      REQUIRE(person[{year, line.person}] <= cap);
    }
  });
}

}  // namespace preauth
