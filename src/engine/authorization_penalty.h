#pragma once
// Authorization: which of a row's three provisions a line breaks, and step 7, the reduction of what the plan pays. A
// reduction is the patient's, in a column of its own; it never counts towards the out-of-pocket maximum.

#include "engine/claim.h"

namespace preauth {

// The provision that holds for the line, or nullptr when its authorization is as required. A scenario marks all lines
// of a step, also those of rows that need no authorization.
const PenaltyTerms* penalty_of(const Claim& claim);

// Takes a percentage or flat reduction from the plan payment of a covered line.
void reduce_plan_payment(Claim& claim);

}  // namespace preauth
