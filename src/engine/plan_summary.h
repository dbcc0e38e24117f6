#pragma once
// Where a plan stands on the first day: deductible and maximum, what is met and what is left, under the likely terms.

#include "engine/evaluate.h"
#include "model/estimate.h"

namespace preauth {

PlanSummary summarize(const Plan& plan, const EstimateModel& model, Evaluator& evaluator);

}  // namespace preauth
