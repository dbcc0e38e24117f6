#pragma once
// What the reader can choose, each with what it changes in the likely case: the start date against the benefit-year
// reset, another facility at the same level, a single-case agreement, the order of steps. Kept apart from what merely
// happens. A lower level of care is never a lever: which level is safe is a clinical decision.

#include "engine/analysis.h"

namespace preauth {

void find_levers(const PlanAnalysis& analysis, std::vector<Lever>& levers);

}  // namespace preauth
