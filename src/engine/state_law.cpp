#include "engine/state_law.h"

#include <algorithm>

#include "model/plan_law.h"

namespace preauth {
namespace {

enum class Applies : std::uint8_t { no, maybe, yes };

Applies by_kind(PlanKind kind) {
  if (is_commercial(kind)) return Applies::yes;
  return kind == PlanKind::short_term || kind == PlanKind::unknown ? Applies::maybe : Applies::no;
}

// New Jersey and Massachusetts include their own employees' plans, New York those of its cities: government is open.
Applies by_funding(Funding funding) {
  switch (funding) {
    case Funding::insured:
      return Applies::yes;
    case Funding::self_funded:
      return Applies::no;
    case Funding::government:
    case Funding::unknown:
      break;
  }
  return Applies::maybe;
}

// Detox treats a substance use, whatever the file says.
Applies by_condition(const Treatment& treatment, Level level) {
  if (level == Level::detox) return Applies::yes;
  if (!treatment.condition.known.is_exact()) return Applies::maybe;
  return treatment.condition.known.value() == Condition::mental_health ? Applies::no : Applies::yes;
}

}  // namespace

StateLaw find_state_law(const ReferenceData& reference, const Plan& plan, const Treatment& treatment, Level level,
                        Network network) {
  const StateRule* rule = reference.state(plan.state.known.value_or(""));
  if (rule == nullptr || level == Level::mutual_support) return {};
  if ((rule->levels & mask(benefit_of(level))) == 0 || (rule->networks & mask(network)) == 0) return {};
  const Applies applies = std::min({by_kind(kind_of(plan)), by_funding(plan.funding.known.value_or(Funding::unknown)),
                                    by_condition(treatment, level)});
  if (applies == Applies::no) return {};
  return {rule, applies == Applies::yes};
}

}  // namespace preauth
