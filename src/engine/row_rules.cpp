#include "engine/row_rules.h"

namespace preauth {
namespace {

void add_bucket(RowRules& rules, const BucketTerms& bucket, std::size_t i, Network network) {
  const bool is_deductible = bucket.kind == BucketKind::deductible;
  if ((bucket.applies & mask(network)) != 0) (is_deductible ? rules.deductibles : rules.maxima).add(i);
  if ((bucket.feeds & mask(network)) != 0) (is_deductible ? rules.deductibles_fed : rules.maxima_fed).add(i);
}

}  // namespace

RowRules row_rules(const Terms& terms, Benefit benefit, Network network) {
  RowRules rules;
  const BenefitTerms& row = terms.of(benefit, network);
  for (std::size_t i = 0; i < terms.bucket_count; ++i) {
    const BucketTerms& bucket = terms.buckets[i];
    if ((bucket.benefits & mask(benefit)) == 0) continue;
    if (bucket.kind == BucketKind::out_of_pocket && !row.counts_to_oop) continue;
    add_bucket(rules, bucket, i, network);
  }
  for (std::size_t i = 0; i < terms.limit_count; ++i) {
    const LimitTerms& limit = terms.limits[i];
    if ((limit.benefits & mask(benefit)) != 0 && (limit.networks & mask(network)) != 0) rules.limits.add(i);
  }
  for (std::size_t i = 0; i < terms.pool_count; ++i) {
    const PoolTerms& pool = terms.pools[i];
    if ((pool.benefits & mask(benefit)) != 0 && (pool.networks & mask(network)) != 0) rules.pools.add(i);
  }
  rules.ready = true;
  return rules;
}

}  // namespace preauth
