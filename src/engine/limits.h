#pragma once
// Limits of a benefit: visits, days, hours or dollars per period. A limit counts what the plan covered, not what it
// denied. The first line that would go past it is not covered; a limit in dollars may be crossed inside a line.

#include <cstdint>

#include "engine/claim.h"

namespace preauth {

// What a line uses up of a limit before it is priced; dollars are known only afterwards, and zero here.
std::int64_t units_of(const ServiceLine& line, LimitUnit unit);

// Index of the first limit that the line is past, or kNone. A line that asks for more units than are left is past it
// as a whole: a plan does not split a visit.
std::int8_t limit_passed(Claim& claim);

// The part of the plan's payment past a limit in dollars: moved from the plan and the allowed amount to the patient.
void stop_at_dollar_limits(Claim& claim);

// Counts the units and the plan payment of a covered line.
void count_limits(Claim& claim);

}  // namespace preauth
