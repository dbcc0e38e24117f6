// Contradictions between what a plan file says and what an HSA-qualified plan may do (26 USC 223(c)(2)): the amounts of
// the calendar year in which the plan year begins, and payment before the deductible.

#include <algorithm>
#include <string>

#include "base/amount_text.h"
#include "engine/flag_list.h"
#include "engine/resolve.h"

namespace preauth {
namespace {

bool is_hsa_plan(const Plan& plan) {
  return plan.hsa_qualified.known.is_exact() ? plan.hsa_qualified.known.value() : kind_of(plan) == PlanKind::hdhp;
}

// Individual bronze and catastrophic plans count as HSA-qualified since 2026, whatever they pay first (Public Law
// 119-21).
bool has_own_exception(const Plan& plan, int year) {
  constexpr int kFirstYear = 2026;
  if (year < kFirstYear || !plan.metal.known.is_exact()) return false;
  const std::string& metal = plan.metal.known.value();
  const bool low = metal == "bronze" || metal == "expanded bronze" || metal == "catastrophic";
  return low && (!plan.market.known.is_exact() || plan.market.known.value() == "individual");
}

bool has_amount(const Field<PlanAmount>& field) {
  return !field.known.is_unknown() && field.known.low().kind == AmountKind::amount &&
         field.known.high().kind == AmountKind::amount;
}

struct Limits {
  const CitedMoney& deductible;
  const CitedMoney& maximum;
  std::string_view key;  // of the amount that holds: "individual"
};

Limits limits_for(const YearLimits& year, Coverage coverage) {
  if (coverage == Coverage::family) return {year.hdhp_deductible_family, year.hdhp_max_family, "family"};
  return {year.hdhp_deductible_self, year.hdhp_max_self, "individual"};
}

void find_amounts(FlagList& flags, const YearLimits& year) {
  const Plan& plan = flags.analysis().plan;
  const Coverage coverage = flags.analysis().treatment.coverage.known.value_or(Coverage::individual);
  const Limits limits = limits_for(year, coverage);
  const auto amount_of = [&](const AmountRules& rules) -> const Field<PlanAmount>& {
    const TieredAmount& in = rules.by_network[index(Network::in)];
    return coverage == Coverage::family ? in.family : in.individual;
  };
  const Field<PlanAmount>& deductible = amount_of(plan.deductible);
  if (has_amount(deductible) && limits.deductible.amount &&
      deductible.known.high().amount < *limits.deductible.amount) {
    flags.add("hdhp-deductible", file_text(*limits.deductible.amount), "deductible.in." + std::string(limits.key));
  }
  const Field<PlanAmount>& maximum = amount_of(plan.out_of_pocket_max);
  if (has_amount(maximum) && limits.maximum.amount && maximum.known.low().amount > *limits.maximum.amount) {
    flags.add("hdhp-maximum", file_text(*limits.maximum.amount), "out_of_pocket_max.in." + std::string(limits.key));
  }
}

bool skips_deductible(const Field<CostShare>& share) {
  if (!share.known.is_exact()) return false;
  const std::vector<VisitTier>& tiers = share.known.value().tiers;
  return std::any_of(tiers.begin(), tiers.end(), [](const VisitTier& tier) {
    return tier.share.deductible == Known<DeductibleOrder>(DeductibleOrder::does_not_apply);
  });
}

// Telehealth may be paid first since 2025, and some drugs count as preventive.
void find_first_dollar(FlagList& flags) {
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    const Benefit benefit = static_cast<Benefit>(b);
    if (benefit == Benefit::virtual_iop || benefit == Benefit::drug) continue;
    for (const Network network : {Network::in, Network::tier2}) {
      if (!skips_deductible(flags.analysis().plan.row(benefit).share[index(network)])) continue;
      flags.add_for_rows("hdhp-first-dollar", std::string(id(benefit)),
                         "benefits." + std::string(id(benefit)) + "." + std::string(id(network)), mask(benefit));
    }
  }
}

}  // namespace

void find_hdhp_flags(FlagList& flags) {
  const Plan& plan = flags.analysis().plan;
  if (!is_hsa_plan(plan) || !plan.year.known.is_exact()) return;
  const int year = plan.year.known.value().first.year();
  const YearLimits* limits = flags.analysis().reference().limits_of(year);
  if (limits == nullptr || has_own_exception(plan, year)) return;
  find_amounts(flags, *limits);
  find_first_dollar(flags);
}

}  // namespace preauth
