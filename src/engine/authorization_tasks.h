#pragma once
// What to do by when about one step's authorization. Days that would fall on a weekend are moved to the Friday before,
// unless a law counts hours. Nothing is dated before "today" (as_of): what is late is due today, and a review that has
// passed is left out.
//   request-authorization, new-request   so long before the first day that needs it as the plan may take to decide;
//                                        detail: "standard", "urgent", or empty where no deadline is known (ask today)
//   review                               a day before the approval ends; detail: the first day to be covered
//   state-notice                         what a state law asks of the program after admission
//   emergency-notice                     24 hours after an emergency admission, the shortest period found in a law

#include <cstddef>
#include <vector>

#include "engine/authorization_step.h"
#include "model/estimate.h"

namespace preauth {

void add_tasks(const EstimateModel& model, std::size_t option, const StepFacts& facts, const StepAuthorization& step,
               std::vector<Task>& tasks);

}  // namespace preauth
