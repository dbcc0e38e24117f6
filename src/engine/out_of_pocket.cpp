#include "engine/out_of_pocket.h"

#include <array>

namespace preauth {
namespace {

// Keeps a part as far as every maximum that counts it has room, and takes it off that room.
void keep(const Claim& claim, Money& part, bool BucketTerms::*counts, std::array<Money, kMostBuckets>& left) {
  for (const std::size_t i : claim.rules.maxima) {
    if (claim.terms.buckets[i].*counts) part = least(part, left[i]);
  }
  for (const std::size_t i : claim.rules.maxima) {
    if (claim.terms.buckets[i].*counts) left[i] -= part;
  }
}

// Part by part, not maximum by maximum: the result must not depend on the order of maxima that count different parts.
void trim(Claim& claim, Shares& shares) {
  note(claim.result, Mattered::oop_maximum_reached);
  std::array<Money, kMostBuckets> left{};
  for (const std::size_t i : claim.rules.maxima) left[i] = left_in(claim.terms.buckets[i], claim.place, i);
  keep(claim, shares.deductible, &BucketTerms::counts_deductible, left);
  keep(claim, shares.copay, &BucketTerms::counts_copay, left);
  keep(claim, shares.coinsurance, &BucketTerms::counts_coinsurance, left);
}

}  // namespace

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
