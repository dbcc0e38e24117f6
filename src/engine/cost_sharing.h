#pragma once
// Step 5: copay, deductible and coinsurance of a covered line in the order that its phrase states, with visit tiers,
// day schedules, caps, and copays that belong to a day or an admission.

#include "engine/claim.h"

namespace preauth {

// The patient's share before the out-of-pocket maximum. Counts what is settled: copays, caps, days.
Shares share_costs(Claim& claim);

// Advances the visit counts and pools by a covered line.
void count_visits(Claim& claim);

}  // namespace preauth
