#pragma once
// Steps 1 to 3, the ways in which a plan pays nothing for a line: excluded or not covered, past a limit, denied.
// Nothing accrues, allowed is zero, and who owes what follows from the rate that the plan states for the case.

#include "engine/claim.h"

namespace preauth {

// Each settles the line and returns true when the case holds.
bool settle_not_covered(Claim& claim);
bool settle_past_limit(Claim& claim);
bool settle_denied(Claim& claim);

// Books the whole line as unpaid at a rate. What the rate leaves is a discount, or under no liability the provider's
// loss by `loss`.
void settle_unpaid(Claim& claim, Rule rule, Rule loss, NoncoveredRate rate, std::int8_t provision = kNone);

}  // namespace preauth
