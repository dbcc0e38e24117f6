#include "model/plan_law.h"

#include <algorithm>
#include <string_view>

namespace preauth {
namespace {

// An HSA-qualified plan is one that says so, or a plan of that kind that does not say otherwise.
bool is_hsa_qualified(const Plan& plan) { return plan.hsa_qualified.known.value_or(kind_of(plan) == PlanKind::hdhp); }

bool skips_deductible(const Known<CostShare>& share) {
  if (!share.is_exact()) return false;
  const std::vector<VisitTier>& tiers = share.value().tiers;
  return std::any_of(tiers.begin(), tiers.end(), [](const VisitTier& tier) {
    return tier.share.deductible == Known<DeductibleOrder>(DeductibleOrder::does_not_apply);
  });
}

}  // namespace

PlanKind kind_of(const Plan& plan) { return plan.kind.known.value_or(PlanKind::unknown); }

bool is_commercial(PlanKind kind) {
  switch (kind) {
    case PlanKind::hmo:
    case PlanKind::epo:
    case PlanKind::ppo:
    case PlanKind::pos:
    case PlanKind::hdhp:
    case PlanKind::indemnity:
      return true;
    case PlanKind::medicare:
    case PlanKind::medicare_advantage:
    case PlanKind::medicaid:
    case PlanKind::chip:
    case PlanKind::tricare:
    case PlanKind::fehb:
    case PlanKind::short_term:
    case PlanKind::sharing_ministry:
    case PlanKind::unknown:
      return false;
  }
  return false;
}

bool is_under_parity(PlanKind kind) {
  switch (kind) {
    case PlanKind::medicare:
    case PlanKind::medicare_advantage:
    case PlanKind::tricare:
    case PlanKind::short_term:
    case PlanKind::sharing_ministry:
      return false;
    case PlanKind::hmo:
    case PlanKind::epo:
    case PlanKind::ppo:
    case PlanKind::pos:
    case PlanKind::hdhp:
    case PlanKind::indemnity:
    case PlanKind::medicaid:
    case PlanKind::chip:
    case PlanKind::fehb:
    case PlanKind::unknown:
      return true;
  }
  return true;
}

bool federal_maximum_applies(const Plan& plan) {
  return is_commercial(kind_of(plan)) && !plan.grandfathered.known.value_or(false);
}

bool is_individual_bronze(const Plan& plan) {
  if (!plan.metal.known.is_exact()) return false;
  const std::string_view metal = plan.metal.known.value();
  const bool is_low = metal == "bronze" || metal == "expanded bronze" || metal == "catastrophic";
  return is_low && (!plan.market.known.is_exact() || plan.market.known.value() == "individual");
}

bool is_high_deductible(const Plan& plan) {
  return kind_of(plan) == PlanKind::hdhp || plan.hsa_qualified.known.value_or(false);
}

bool hsa_rules_bind(const Plan& plan, int year) {
  constexpr int kBronzeQualifiesSince = 2026;
  const bool is_exempt = is_individual_bronze(plan) && year >= kBronzeQualifiesSince;
  return is_hsa_qualified(plan) && !is_exempt;
}

std::vector<RowPlace> paid_before_deductible(const Plan& plan) {
  std::vector<RowPlace> places;
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    const Benefit benefit = static_cast<Benefit>(b);
    if (benefit == Benefit::virtual_iop || benefit == Benefit::drug) continue;
    for (const Network network : {Network::in, Network::tier2}) {
      if (skips_deductible(plan.row(benefit).share[index(network)].known)) places.push_back({benefit, network});
    }
  }
  return places;
}

std::optional<Money> least_amount(const Field<PlanAmount>& field) {
  if (field.known.is_unknown() || field.known.low().kind != AmountKind::amount) return std::nullopt;
  return field.known.low().amount;
}

std::optional<Money> greatest_amount(const Field<PlanAmount>& field) {
  if (field.known.is_unknown() || field.known.high().kind != AmountKind::amount) return std::nullopt;
  return field.known.high().amount;
}

}  // namespace preauth
