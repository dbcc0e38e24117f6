#include <algorithm>

#include "engine/analysis.h"

namespace preauth {
namespace {

// Each unknown of the question at the value that alone costs least (most), everything else likely.
Money swing_of(const PlanAnalysis& analysis, const OptionAnalysis& option, const std::vector<std::size_t>& unknowns) {
  const Assignment likely = likely_assignment(analysis.model.unknowns);
  Assignment best = likely;
  Assignment worst = likely;
  Money single;
  std::size_t moving = 0;
  for (const Influence& influence : option.extremes.influences) {
    if (std::find(unknowns.begin(), unknowns.end(), influence.unknown) == unknowns.end()) continue;
    best[influence.unknown] = influence.least_at;
    worst[influence.unknown] = influence.greatest_at;
    single = greatest(single, influence.swing);
    ++moving;
  }
  if (moving < 2) return single;
  const auto patient = [&](const Assignment& at) {
    return analysis.totals.of(option.index, at).patient();
  };
  return greatest(single, patient(worst) - patient(best));
}

}  // namespace

Worth worth_of(const PlanAnalysis& analysis, const OptionAnalysis& option, const std::vector<std::size_t>& unknowns) {
  Worth worth;
  worth.swing = swing_of(analysis, option, unknowns);
  if (option.sample.empty()) return worth;
  const SpreadShare spread = spread_removed(option.sample, unknowns);
  worth.typical = spread.typical();
  if (spread.total > 0) worth.spread_share = spread.share();
  if (analysis.budget && option.estimate->over_budget && !option.estimate->over_budget->is_zero() &&
      *option.estimate->over_budget < Rate::percent(100)) {
    worth.budget_share = doubt_removed(option.sample, unknowns, *analysis.budget);
  }
  return worth;
}

}  // namespace preauth
