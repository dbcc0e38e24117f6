#pragma once
// Consistency and legal sanity of what was loaded: warnings with citation, never silently corrected. Limits above the
// year's federal maximum, HDHP contradictions, a separate behavioral deductible or behavioral-only visit cap (parity),
// dates in the wrong order, unknown facilities, amounts used above the plan's deductible, stale accumulators.

#include <cstdint>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/treatment.h"

namespace preauth {

void check_plan(const Plan& plan, const ReferenceData& reference, Diagnostics& diagnostics);
void check_treatment(const Treatment& treatment, const ReferenceData& reference, Diagnostics& diagnostics);
// What only shows with both: used more than the limit, family coverage without a family amount, start outside the year.
void check_together(const Plan& plan, const Treatment& treatment, Diagnostics& diagnostics);

// Is it still of today? The plan year, the day the amounts so far were read, the year of the reference prices.
// `treatment` may be nullptr.
void check_plan_is_current(const Plan& plan, const Treatment* treatment, bool of_library, Date as_of,
                           Diagnostics& diagnostics);
void check_amounts_are_current(const Treatment& treatment, Date as_of, std::int32_t fresh_days,
                               Diagnostics& diagnostics);
void check_prices_are_current(const ReferenceData& reference, Date as_of, Diagnostics& diagnostics);

}  // namespace preauth
