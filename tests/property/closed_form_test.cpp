// Designs with nothing but a deductible, coinsurance and a maximum have a closed form that no order of claims changes:
// patient = min(M, D + c (T - D)), where T is the sum of the allowed amounts (D at most T).

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "engine/adjudicate.h"
#include "property/dice.h"
#include "vectors/vector.h"

namespace preauth {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

struct Design {
  Money deductible;
  Money maximum;
  Rate rate;
  std::vector<Money> allowed;
};

Money patient_pays(const Design& design) {
  Terms terms = plan_of({.deductible = 0, .maximum = 0});
  terms.buckets[0].person = design.deductible;
  terms.buckets[1].person = design.maximum;
  for (BenefitTerms& row : terms.benefits[index(Benefit::outpatient)]) row.tiers[0].coinsurance = design.rate;
  Adjudicator engine(terms, Start());
  Money total;
  ServiceLine line = claim({});
  for (const Money allowed : design.allowed) {
    line.allowed = line.billed = allowed;
    total += engine.adjudicate(line).amounts.patient();
  }
  return total;
}

// The closed form in millionths of a cent, without any rounding.
WideInteger closed_form(const Design& design) {
  Money sum;
  for (const Money allowed : design.allowed) sum += allowed;
  const Money deductible = least(design.deductible, sum);
  const WideInteger cost = static_cast<WideInteger>(deductible.count_cents()) * kMillion +
                           static_cast<WideInteger>((sum - deductible).count_cents()) * design.rate.parts();
  return std::min(cost, static_cast<WideInteger>(design.maximum.count_cents()) * kMillion);
}

Design random_design(Dice& dice, std::int64_t step_cents, std::int64_t step_parts) {
  Design design;
  design.deductible = Money::cents(dice.below(4'000) * step_cents);
  design.maximum = Money::cents(dice.below(12'000) * step_cents);
  design.rate = Rate::parts_per_million(dice.between(0, kMillion / step_parts) * step_parts);
  const std::int64_t count = dice.between(1, 30);
  for (std::int64_t i = 0; i < count; ++i) design.allowed.push_back(Money::cents(dice.below(1'000) * step_cents));
  return design;
}

}  // namespace

TEST_CASE("coinsurance_only_designs_cost_exactly_the_closed_form_when_every_share_is_whole_cents") {
  // Amounts in steps of 20 cents and rates in steps of 5 %: 5 % of 20 cents is one cent, so nothing is ever rounded.
  Dice dice(5);
  for (int i = 0; i < 2'000; ++i) {
    Design design = random_design(dice, 20, 50'000);
    CAPTURE(i);
    const WideInteger expected = closed_form(design);
    REQUIRE(expected % kMillion == 0);
    REQUIRE(patient_pays(design).count_cents() == static_cast<std::int64_t>(expected / kMillion));
    std::reverse(design.allowed.begin(), design.allowed.end());
    REQUIRE(patient_pays(design).count_cents() == static_cast<std::int64_t>(expected / kMillion));
  }
}

TEST_CASE("coinsurance_only_designs_cost_the_closed_form_within_half_a_cent_for_each_line") {
  // Each line rounds once, by half a cent at most; the maximum only brings the two sums closer.
  Dice dice(6);
  for (int i = 0; i < 4'000; ++i) {
    const Design design = random_design(dice, 7, 333);
    CAPTURE(i);
    const WideInteger paid = static_cast<WideInteger>(patient_pays(design).count_cents()) * kMillion;
    const WideInteger apart = paid > closed_form(design) ? paid - closed_form(design) : closed_form(design) - paid;
    const WideInteger bound = static_cast<WideInteger>(design.allowed.size()) * (kMillion / 2);
    REQUIRE(static_cast<bool>(apart <= bound));
  }
}

}  // namespace preauth
