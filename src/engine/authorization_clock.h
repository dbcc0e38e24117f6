#pragma once
// Which law sets the time a plan has to decide about a request. It follows from the kind of plan, who pays the claims
// and how the plan was bought; the figures are reference data. Employer plans follow ERISA, whoever administers them;
// plans under the Affordable Care Act follow the same figures; the 7-day clock of 2026 binds Medicare Advantage,
// Medicaid and CHIP only, not exchange plans.

#include <optional>
#include <string_view>

#include "base/date.h"
#include "model/plan.h"
#include "model/reference.h"

namespace preauth {

// The id of the clock: "erisa", "medicaid"; "unknown-kind" where the kind of plan is open and would decide.
std::string_view decision_clock_of(const Plan& plan);
// Its figures for a request made around `day`.
std::optional<DecisionClock> decision_clock(const ReferenceData& reference, const Plan& plan, Date day);

}  // namespace preauth
