#pragma once
// Step 6, the out-of-pocket maximum inside the line, and step 8, filling the accumulators with what the patient paid.

#include "engine/claim.h"

namespace preauth {

// Cuts what every maximum that applies stops: coinsurance first, then the copay, the deductible last. A part that does
// not count towards a maximum is not stopped by it either.
void stop_at_maximum(Claim& claim, Shares& shares);

void fill_accumulators(Claim& claim, const Shares& shares);

}  // namespace preauth
