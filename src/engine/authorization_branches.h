#pragma once
// Authorization never mixes into low, high or bands: it is shown as branches per step, with everything else likely, the
// liable party, and the cost of each further unapproved day (the last day of the course as it is, less the same course
// without it). Where the plan does not say who bears a denial, both answers make the range.

#include <vector>

#include "engine/evaluate.h"
#include "model/estimate.h"

namespace preauth {

std::vector<StepAuthorization> authorization_branches(const EstimateModel& model, std::size_t option,
                                                      Evaluator& evaluator, const Amounts& likely);

}  // namespace preauth
