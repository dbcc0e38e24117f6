#pragma once
// The federal limits a plan is compared with: the out-of-pocket maximum of the Affordable Care Act and the rules for
// HSA-qualified plans, both of the calendar year in which the plan year begins. Part of check_plan.

#include "base/diagnostic.h"
#include "model/plan.h"
#include "model/reference.h"

namespace preauth {

void check_federal_limits(const Plan& plan, const ReferenceData& reference, Diagnostics& diagnostics);

}  // namespace preauth
