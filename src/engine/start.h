#pragma once
// What has been used up before the first day: [so_far] of a treatment put into the buckets, limits and pools of Terms.
// A deductible that is said to be partly met is also counted to the out-of-pocket maximum, unless that is stated too.

#include "engine/expand.h"
#include "engine/unknowns.h"
#include "model/accumulators.h"
#include "model/terms.h"

namespace preauth {

// Asks the chooser how much of the deductible is met when the file does not say, or said so long ago (C2).
void resolve_start(const PreparedTreatment& prepared, const Terms& terms, Chooser& chooser, Start& start);

}  // namespace preauth
