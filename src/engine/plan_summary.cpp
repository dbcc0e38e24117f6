#include "engine/plan_summary.h"

namespace preauth {
namespace {

const BucketTerms* first_bucket(const Terms& terms, BucketKind kind) {
  for (std::size_t i = 0; i < terms.bucket_count; ++i) {
    const BucketTerms& bucket = terms.buckets[i];
    if (bucket.kind == kind && (bucket.applies & mask(Network::in)) != 0) return &bucket;
  }
  return nullptr;
}

bool amount_unknown(const AmountRules& rules) {
  const Known<PlanAmount>& known = rules.by_network[index(Network::in)].individual.known;
  return known.is_unknown() && !rules.combined;
}

Money used_of(const Terms& terms, const BucketTerms* bucket, const BucketUse& use) {
  const std::size_t position = static_cast<std::size_t>(bucket - terms.buckets.data());
  return bucket->has_person ? use.person[position] : use.family[position];
}

void summarize_amounts(const Terms& terms, const Start& start, PlanSummary& summary) {
  if (const BucketTerms* deductible = first_bucket(terms, BucketKind::deductible)) {
    summary.has_deductible = true;
    summary.deductible = deductible->has_person ? deductible->person : deductible->family;
    summary.deductible_met = least(used_of(terms, deductible, start.buckets), *summary.deductible);
  }
  if (const BucketTerms* maximum = first_bucket(terms, BucketKind::out_of_pocket)) {
    summary.has_maximum = true;
    summary.maximum = maximum->has_person ? maximum->person : maximum->family;
    summary.maximum_left = not_below_zero(*summary.maximum - used_of(terms, maximum, start.buckets));
  }
}

}  // namespace

PlanSummary summarize(const Plan& plan, const EstimateModel& model, Evaluator& evaluator) {
  PlanSummary summary;
  summary.id = plan.id;
  summary.name = plan.name;
  summary.sha256 = plan.sha256;
  summary.kind = kind_of(plan);
  summary.example = plan.example;
  summary.year = benefit_year(plan, model.treatment.start);
  summary.deductible_unknown = amount_unknown(plan.deductible);
  summary.maximum_unknown = amount_unknown(plan.out_of_pocket_max);
  if (!model.treatment.options.empty()) evaluator.evaluate(0, likely_assignment(model.unknowns));
  summarize_amounts(evaluator.plan().terms, evaluator.start(), summary);
  return summary;
}

}  // namespace preauth
