#include "engine/out_of_pocket.h"

namespace preauth {
namespace {

Money counted_part(const BucketTerms& bucket, const Shares& shares) {
  Money counted;
  if (bucket.counts_deductible) counted += shares.deductible;
  if (bucket.counts_copay) counted += shares.copay;
  if (bucket.counts_coinsurance) counted += shares.coinsurance;
  return counted;
}

void cut(Money& part, Money& excess, bool counts) {
  if (!counts) return;
  const Money taken = least(part, excess);
  part -= taken;
  excess -= taken;
}

}  // namespace

void stop_at_maximum(Claim& claim, Shares& shares) {
  for (const std::size_t i : claim.rules.maxima) {
    const BucketTerms& bucket = claim.terms.buckets[i];
    const Money left = left_in(bucket, claim.place, i);
    Money excess = counted_part(bucket, shares) - left;
    if (!excess.is_positive()) continue;
    note(claim.result, Mattered::oop_maximum_reached);
    const Money person_used = claim.place.own->buckets[i];
    if (bucket.has_person_cap && not_below_zero(bucket.person_cap - person_used) == left) {
      note(claim.result, Mattered::family_person_cap);
    }
    cut(shares.coinsurance, excess, bucket.counts_coinsurance);
    cut(shares.copay, excess, bucket.counts_copay);
    cut(shares.deductible, excess, bucket.counts_deductible);
  }
}

void fill_accumulators(Claim& claim, const Shares& shares) {
  // A Part A deductible is owed by the benefit period and fills no yearly deductible.
  if (shares.deductible_rule == Rule::deductible && shares.deductible.is_positive()) {
    for (const std::size_t i : claim.rules.deductibles_fed) {
      claim.ledger.fill(claim.place, i, claim.line.date, shares.deductible);
    }
  }
  for (const std::size_t i : claim.rules.maxima_fed) {
    const Money counted = counted_part(claim.terms.buckets[i], shares);
    if (counted.is_positive()) claim.ledger.fill(claim.place, i, claim.line.date, counted);
  }
}

}  // namespace preauth
