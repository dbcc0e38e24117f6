#include "engine/provisions.h"

#include <algorithm>

#include "base/amount_text.h"
#include "engine/allowed_amount.h"
#include "engine/prior_auth_rule.h"
#include "engine/resolve_parts.h"

namespace preauth {
namespace {

Provision law(std::string_view text) { return {"law", std::string(text), {}, ""}; }

}  // namespace

std::uint16_t ProvisionIndex::find(const Adjustment& adjustment, const ServiceLine& line, const ResolvedPlan& resolved) {
  Provision provision = describe(adjustment, line, resolved);
  const auto same = [&](const Provision& other) {
    return other.path == provision.path && other.text == provision.text && other.at == provision.at;
  };
  const auto found = std::find_if(provisions_.begin(), provisions_.end(), same);
  if (found != provisions_.end()) return static_cast<std::uint16_t>(found - provisions_.begin());
  provisions_.push_back(std::move(provision));
  return static_cast<std::uint16_t>(provisions_.size() - 1);
}

Provision ProvisionIndex::describe(const Adjustment& adjustment, const ServiceLine& line,
                                   const ResolvedPlan& resolved) const {
  const Plan& plan = *model_.plan.input.plan;
  switch (adjustment.rule) {
    case Rule::deductible: return of_bucket(adjustment, resolved.terms);
    case Rule::coinsurance:
    case Rule::copay:
    case Rule::not_covered:
    case Rule::no_liability: return of_share(line, resolved);
    case Rule::part_a_deductible: return {"medicare.part_a_deductible", file_text(resolved.terms.part_a.deductible),
                                          plan.medicare.part_a_deductible.provenance.at, ""};
    case Rule::part_a_day: return {"medicare.day_61_90", file_text(resolved.terms.part_a.day_61_90),
                                   plan.medicare.day_61_90.provenance.at, ""};
    case Rule::part_a_reserve_day: return {"medicare.reserve_day", file_text(resolved.terms.part_a.reserve_day),
                                           plan.medicare.reserve_day.provenance.at, ""};
    case Rule::part_a_exhausted: return law("Social Security Act 1812(a)(1): 90 days and 60 reserve days");
    case Rule::psychiatric_days_exhausted:
      return {"medicare.psychiatric_lifetime_days", std::to_string(resolved.terms.part_a.psychiatric_lifetime_days),
              plan.medicare.psychiatric_lifetime_days.provenance.at, ""};
    case Rule::excluded: return of_exclusion(line.benefit);
    case Rule::limit_reached: return of_limit(adjustment);
    case Rule::discount:
    case Rule::noncovered_discount: return {"facilities.prices", "the contracted amount", {}, ""};
    case Rule::balance_bill: return {"out_of_network.allowed", "above the plan's allowed amount",
                                     plan.out_of_network.provenance.at, ""};
    case Rule::balance_limited: return {"out_of_network.balance_limit", file_text(resolved.terms.out_of_network.balance_percent) + " of allowed",
                                        plan.out_of_network.provenance.at, ""};
    case Rule::surprise_protected: return law("No Surprises Act (45 CFR 149.110-130, 149.410-420)");
    case Rule::denied_provider_liable:
    case Rule::denied_patient_liable:
    case Rule::refused_provider_liable:
    case Rule::refused_patient_liable:
    case Rule::reduction_percent:
    case Rule::reduction_flat: return of_authorization(line, resolved);
    case Rule::opted_out: return law("Social Security Act 1802(b): a clinician who opted out of Medicare");
  }
  return {};
}

Provision ProvisionIndex::of_bucket(const Adjustment& adjustment, const Terms& terms) const {
  const Plan& plan = *model_.plan.input.plan;
  if (adjustment.provision < 0) return {"deductible", "", {}, ""};
  const BucketTerms& bucket = terms.buckets[static_cast<std::uint8_t>(adjustment.provision)];
  const bool in = (bucket.applies & mask(Network::in)) != 0;
  const Money amount = bucket.has_person ? bucket.person : bucket.family;
  if (bucket.benefits != kAllBenefits) {
    for (const SeparateDeductible& separate : plan.separate_deductibles) {
      if (separate.benefits == bucket.benefits) return {"deductible.separate." + separate.name, file_text(amount), separate.provenance.at, ""};
    }
  }
  const TieredAmount& stated = plan.deductible.by_network[index(in ? Network::in : Network::out)];
  return {in ? "deductible.in" : "deductible.out", file_text(amount), stated.individual.provenance.at, ""};
}

Provision ProvisionIndex::of_share(const ServiceLine& line, const ResolvedPlan& resolved) const {
  const Plan& plan = *model_.plan.input.plan;
  const Network network = network_of(line);
  const RowSource& source = resolved.sources[index(line.benefit)][index(network)];
  switch (source.origin) {
    case ShareOrigin::stated:
    case ShareOrigin::other_row:
      return {row_path(source.row, id(source.network)), plan.row(source.row).phrase[index(source.network)],
              plan.row(source.row).share[index(source.network)].provenance.at, ""};
    case ShareOrigin::plan_usual:  // a default taken from another row is not written in that row
      return {row_path(line.benefit, id(network)), plan.row(source.row).phrase[index(source.network)], {}, ""};
    case ShareOrigin::cited_default:
      return {row_path(line.benefit, id(network)), std::string(source.cited->text), {}, ""};
    case ShareOrigin::assumed_not_covered: return {row_path(line.benefit, id(network)), "not covered", {}, ""};
  }
  return {};
}

Provision ProvisionIndex::of_limit(const Adjustment& adjustment) const {
  const Plan& plan = *model_.plan.input.plan;
  std::int8_t position = 0;
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    for (const LimitRule& limit : plan.benefits[b].limits) {
      if (limit.quantity.is_unknown()) continue;
      if (position++ == adjustment.provision) return {row_path(static_cast<Benefit>(b), "limit"), limit.text, limit.provenance.at, ""};
    }
  }
  for (const LimitRule& limit : plan.limits) {
    if (limit.quantity.is_unknown()) continue;
    if (position++ == adjustment.provision) return {"limits", limit.text, limit.provenance.at, ""};
  }
  return {"limits", "", {}, ""};
}

Provision ProvisionIndex::of_exclusion(Benefit benefit) const {
  for (const Exclusion& exclusion : model_.plan.input.plan->exclusions) {
    if ((exclusion.benefits & mask(benefit)) != 0) return {"exclusions", exclusion.what, exclusion.provenance.at, ""};
  }
  return {"room_and_board", "not covered", {}, ""};
}

Provision ProvisionIndex::of_authorization(const ServiceLine& line, const ResolvedPlan& resolved) const {
  const Plan& plan = *model_.plan.input.plan;
  const std::int8_t words = resolved.terms.of(line.benefit, network_of(line)).row;
  const PriorAuthPlace place = prior_auth_for(plan, line.benefit, words);
  return {place.row ? row_path(*place.row, "prior_auth") : "prior_auth", "", place.rule.provenance.at, ""};
}

}  // namespace preauth
