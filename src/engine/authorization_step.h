#pragma once
// What decides the authorization of one step, gathered once: the plan's rule and terms in the likely network, the day
// of every visit or night, the clock and the state law, and how many of the days that law frees from authorization and
// from review. Gathered from the last evaluation of the likely case.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/evaluate.h"
#include "engine/state_law.h"

namespace preauth {

struct StepFacts {
  std::uint16_t step = 0;  // 1-based
  const PreparedStep* prepared = nullptr;
  const StepFacts* before = nullptr;  // the step that comes before it, mutual support left out
  const PriorAuthRule* rule = nullptr;
  Network network = Network::in;
  CoverageStatus coverage = CoverageStatus::covered;
  AuthorizationTerms terms;
  bool hold_harmless = false;
  std::vector<Date> days;  // of every visit or night, in order; never empty
  bool one_price = false;  // one price for the whole stay: approved or refused as a whole
  std::optional<DecisionClock> clock;
  StateLaw law;
  std::int32_t free_of_authorization = 0;  // so many visits or nights at the start, by a law that certainly applies
  std::int32_t free_of_review = 0;

  Level level() const { return prepared->level; }
  std::int32_t units() const { return static_cast<std::int32_t>(days.size()); }
  bool needs_authorization() const { return free_of_authorization < units(); }
  // How many visits or nights come before the day.
  std::int32_t units_before(Date day) const;
};

// Steps of insured care that have at least one visit or night. The vector is not to be moved: steps name each other.
std::vector<StepFacts> gather_steps(const EstimateModel& model, std::size_t option, const Evaluator& likely);

}  // namespace preauth
