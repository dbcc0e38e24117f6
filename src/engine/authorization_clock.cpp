#include "engine/authorization_clock.h"

#include "model/plan_law.h"

namespace preauth {
namespace {

// An insurer pays the claims.
std::string_view insured_clock(const Plan& plan) {
  const std::string market = plan.market.known.value_or("");
  const bool group = market == "small group" || market == "large group";
  const bool grandfathered = plan.grandfathered.known.value_or(false);
  if (group) return grandfathered ? "erisa" : "erisa-and-aca";
  return grandfathered ? "outside" : "aca";
}

std::string_view commercial_clock(const Plan& plan) {
  switch (plan.funding.known.value_or(Funding::unknown)) {
    case Funding::insured:
      return insured_clock(plan);
    case Funding::self_funded:
      return "erisa";
    case Funding::government:  // of a state or city: outside ERISA, inside the Public Health Service Act
      return "aca";
    case Funding::unknown:
      return plan.grandfathered.known.value_or(false) ? "outside" : "erisa-or-aca";
  }
  return {};
}

}  // namespace

std::string_view decision_clock_of(const Plan& plan) {
  switch (kind_of(plan)) {
    case PlanKind::hmo:
    case PlanKind::epo:
    case PlanKind::ppo:
    case PlanKind::pos:
    case PlanKind::hdhp:
    case PlanKind::indemnity:
      return commercial_clock(plan);
    case PlanKind::medicare:
      return "original-medicare";
    case PlanKind::medicare_advantage:
      return "medicare-advantage";
    case PlanKind::medicaid:
    case PlanKind::chip:
      return "medicaid";
    case PlanKind::tricare:
      return "tricare";
    case PlanKind::fehb:
      return "fehb";
    case PlanKind::short_term:
    case PlanKind::sharing_ministry:
      return "outside";
    case PlanKind::unknown:
      break;
  }
  const bool employer = plan.funding.known.value_or(Funding::unknown) == Funding::self_funded;
  return employer ? "erisa" : "unknown-kind";
}

std::optional<DecisionClock> decision_clock(const ReferenceData& reference, const Plan& plan, Date day) {
  const DecisionClock* found = reference.clock(decision_clock_of(plan));
  if (found == nullptr) return std::nullopt;
  DecisionClock clock = *found;
  const std::optional<Date> since = parse_date(clock.since);
  if (since && day < *since) clock.standard_days = clock.standard_days_before;
  return clock;
}

}  // namespace preauth
