#include "engine/resolve.h"

#include <algorithm>

#include "engine/resolve_parts.h"

namespace preauth {

PreparedPlan prepare(const ResolveInput& input) {
  PreparedPlan prepared;
  prepared.input = input;
  prepare_shares(prepared);
  return prepared;
}

// Shares first: limits, pools and authorization follow the row a benefit turned out to fall under.
void resolve(const PreparedPlan& prepared, BenefitMask needed, Chooser& chooser, ResolvedPlan& resolved) {
  resolve_shares(prepared, needed, chooser, resolved);
  resolve_amounts(prepared.input, chooser, resolved);
  resolve_rules(prepared.input, needed, chooser, resolved);
}

bool may_cover_out_of_network(const Plan& plan) {
  const auto states = [&](bool covered) {
    return std::any_of(plan.benefits.begin(), plan.benefits.end(), [&](const BenefitRow& row) {
      const Known<CostShare>& out = row.share[index(Network::out)].known;
      return out.is_exact() && out.value().covered == covered;
    });
  };
  if (states(true)) return true;
  switch (kind_of(plan)) {
    case PlanKind::hmo:
    case PlanKind::epo:
    case PlanKind::medicaid:
    case PlanKind::chip:
      return false;
    case PlanKind::ppo:
    case PlanKind::pos:
    case PlanKind::hdhp:
    case PlanKind::indemnity:
    case PlanKind::medicare:
    case PlanKind::medicare_advantage:
    case PlanKind::tricare:
    case PlanKind::fehb:
    case PlanKind::short_term:
    case PlanKind::sharing_ministry:
    case PlanKind::unknown:
      return !states(false);
  }
  return true;
}

DateRange benefit_year(const Plan& plan, Date fallback) {
  if (plan.year.known.is_exact()) return plan.year.known.value();
  const int year = fallback.year();
  return {*Date::from_civil(year, 1, 1), *Date::from_civil(year, 12, 31)};
}

}  // namespace preauth
