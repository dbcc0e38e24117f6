#pragma once
// Step 6, the out-of-pocket maximum inside the line, and step 8, filling the accumulators with what the patient paid.

#include <array>

#include "engine/claim.h"

namespace preauth {

// What a bucket counts of a line's shares.
constexpr Money counted_part(const BucketTerms& bucket, const Split& shares) {
  Money counted;
  if (bucket.counts_deductible) counted += shares.deductible;
  if (bucket.counts_copay) counted += shares.copay;
  if (bucket.counts_coinsurance) counted += shares.coinsurance;
  return counted;
}

// Cuts the parts of a line to what every one of the maxima has room for, part by part, not maximum by maximum: the
// result must not depend on the order of maxima that count different parts. `left` is what is left of each bucket.
void trim_to_maxima(const std::array<BucketTerms, kMostBuckets>& buckets, IndexSet maxima,
                    std::array<Money, kMostBuckets> left, Split& split);

// Keeps what every maximum that applies has room for: the deductible first, then the copay; coinsurance gives way. A
// part that does not count towards a maximum is not stopped by it either.
void stop_at_maximum(Claim& claim, Shares& shares);

void fill_accumulators(Claim& claim, const Shares& shares);

}  // namespace preauth
