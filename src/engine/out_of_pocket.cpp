#include "engine/out_of_pocket.h"

namespace preauth {
namespace {

void trim(Claim& claim, Shares& shares) {
  note(claim.result, Mattered::oop_maximum_reached);
  std::array<Money, kMostBuckets> left{};
  for (const std::size_t i : claim.rules.maxima) left[i] = left_in(claim.terms.buckets[i], claim.place, i);
  trim_to_maxima(claim.terms.buckets, claim.rules.maxima, left, shares);
}

}  // namespace

void trim_to_maxima(const std::array<BucketTerms, kMostBuckets>& buckets, IndexSet maxima,
                    std::array<Money, kMostBuckets> left, Split& split) {
  const auto keep = [&](Money& part, bool BucketTerms::*counts) {
    for (const std::size_t i : maxima) {
      if (buckets[i].*counts) part = least(part, left[i]);
    }
    for (const std::size_t i : maxima) {
      if (buckets[i].*counts) left[i] -= part;
    }
  };
  keep(split.deductible, &BucketTerms::counts_deductible);
  keep(split.copay, &BucketTerms::counts_copay);
  keep(split.coinsurance, &BucketTerms::counts_coinsurance);
}

void stop_at_maximum(Claim& claim, Shares& shares) {
  bool reached = false;
  for (const std::size_t i : claim.rules.maxima) {
    const BucketTerms& bucket = claim.terms.buckets[i];
    const Money left = left_in(bucket, claim.place, i);
    if (counted_part(bucket, shares) <= left) continue;
    reached = true;
    const Money person_used = claim.place.own->buckets[i];
    if (bucket.has_person_cap && not_below_zero(bucket.person_cap - person_used) == left) {
      note(claim.result, Mattered::family_person_cap);
    }
  }
  if (reached) trim(claim, shares);
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
