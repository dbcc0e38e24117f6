#include "engine/authorization_schedule.h"

#include <algorithm>

namespace preauth {

Cadence cadence_of(const StepFacts& facts, const Defaults& defaults) {
  const bool overnight = is_overnight(facts.level());
  const bool first_stated = facts.rule->first_days.known.is_exact();
  const bool then_stated = facts.rule->then_every.known.is_exact();
  Cadence cadence;
  cadence.first = first_stated ? facts.terms.first_days : overnight ? defaults.first_days.value : 0;
  cadence.then = then_stated ? facts.terms.then_every : overnight ? defaults.then_every.value : 0;
  cadence.assumed = overnight && (!first_stated || (!then_stated && cadence.first < facts.units()));
  return cadence;
}

std::vector<std::int32_t> review_units(const StepFacts& facts, const Cadence& cadence) {
  std::vector<std::int32_t> units;
  if (cadence.first <= 0 || facts.one_price) return units;
  for (std::int32_t at = cadence.first; at < facts.units() && units.size() < kMostReviews; at += cadence.then) {
    const std::int32_t allowed = std::max(at, facts.free_of_review);
    if (allowed < facts.units() && (units.empty() || units.back() < allowed)) units.push_back(allowed);
    if (cadence.then <= 0) break;
  }
  return units;
}

}  // namespace preauth
