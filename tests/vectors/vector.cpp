#include "vectors/vector.h"

namespace preauth {
namespace {

void add_bucket(Terms& terms, BucketKind kind, std::optional<Dollars> person, std::optional<Dollars> family,
                bool aggregate) {
  if (!person && !family) return;
  BucketTerms& bucket = terms.buckets[terms.bucket_count];
  ++terms.bucket_count;
  bucket.kind = kind;
  bucket.rule = aggregate ? FamilyRule::aggregate : FamilyRule::embedded;
  bucket.has_person = person.has_value();
  bucket.has_family = family.has_value();
  bucket.person = Money::dollars(person.value_or(0));
  bucket.family = Money::dollars(family.value_or(0));
}

}  // namespace

ShareTerms share_of(const PlanFacts& facts) {
  ShareTerms share;
  share.deductible = facts.order;
  share.copay = Money::dollars(facts.copay);
  share.copay_per = facts.copay_per;
  share.copay_days = facts.copay_days;
  share.coinsurance = Rate::percent(facts.coinsurance_percent);
  return share;
}

Terms plan_of(const PlanFacts& facts) {
  Terms terms;
  terms.year = {*Date::from_civil(2026, 1, 1), *Date::from_civil(2026, 12, 31)};
  add_bucket(terms, BucketKind::deductible, facts.deductible, facts.family_deductible, facts.aggregate_deductible);
  add_bucket(terms, BucketKind::out_of_pocket, facts.maximum, facts.family_maximum, false);
  for (auto& by_network : terms.benefits) {
    for (BenefitTerms& row : by_network) row.tiers[0] = share_of(facts);
  }
  return terms;
}

ServiceLine claim(const ClaimFacts& facts) {
  ServiceLine line;
  line.date = facts.date;
  line.benefit = facts.benefit;
  line.level = is_level(facts.benefit) ? static_cast<Level>(facts.benefit) : Level::outpatient;
  line.network = facts.network;
  line.person = facts.person;
  line.allowed = Money::dollars(facts.allowed);
  line.billed = Money::dollars(facts.billed.value_or(facts.allowed));
  return line;
}

std::vector<ServiceLine> visits(std::int32_t count, const ClaimFacts& facts) {
  std::vector<ServiceLine> lines;
  for (std::int32_t i = 0; i < count; ++i) {
    lines.push_back(claim(facts));
    lines.back().date = facts.date + 7 * i;
  }
  return lines;
}

std::vector<ServiceLine> stay(std::int32_t days, const ClaimFacts& facts) {
  std::vector<ServiceLine> lines;
  for (std::int32_t i = 0; i < days; ++i) {
    lines.push_back(claim(facts));
    lines.back().date = facts.date + i;
    lines.back().admission = 1;
    lines.back().day_of_admission = i + 1;
  }
  return lines;
}

}  // namespace preauth
