#pragma once
// The federal limits a plan is compared with: the out-of-pocket maximum of the Affordable Care Act and the rules for
// HSA-qualified plans, both of the calendar year in which the plan year begins. Part of check_plan.

#include "base/diagnostic.h"
#include "model/plan.h"
#include "model/reference.h"

namespace preauth {

void check_federal_limits(const Plan& plan, const ReferenceData& reference, Diagnostics& diagnostics);
// Plans to which the ACA maximum and parity law usually apply.
bool is_aca_kind(const Plan& plan);

// The least an amount can be: its value, or the low end of its range. Nothing when it is unknown or no amount.
std::optional<Money> least_amount(const Field<PlanAmount>& field);
std::optional<Money> greatest_amount(const Field<PlanAmount>& field);

}  // namespace preauth
