#pragma once
// What federal law makes of a plan: which rules bind its kind, which amounts and rows they look at. The figures are
// reference data. Checks of a file, red flags, questions and the estimate itself all ask here.

#include <optional>
#include <vector>

#include "model/plan.h"

namespace preauth {

// The plan's kind when stated, PlanKind::unknown otherwise.
PlanKind kind_of(const Plan& plan);
// Private coverage that the Affordable Care Act and state insurance law speak of: bought or through work.
bool is_commercial(PlanKind kind);

// Equal treatment of behavioral care (29 USC 1185a, 42 USC 300gg-26): Medicare, TRICARE, short-term plans and sharing
// ministries stand outside it. A kind that is not stated gets the benefit of the doubt.
bool is_under_parity(PlanKind kind);

// Non-grandfathered plans under the Affordable Care Act: the federal limit binds (45 CFR 156.130, PHS Act 2707(b)).
bool federal_maximum_applies(const Plan& plan);

// Bronze and catastrophic plans sold to individuals have exceptions of their own. A bronze plan that does not say to
// whom it is sold gets the benefit of the doubt.
bool is_individual_bronze(const Plan& plan);

// A high deductible plan by its kind, or because it counts as HSA-qualified.
bool is_high_deductible(const Plan& plan);
// Whether what an HSA-qualified plan may do (26 USC 223(c)(2)) binds this one in a plan year that begins in `year`.
// Individual bronze and catastrophic plans qualify since 2026 whatever they pay first (Public Law 119-21).
bool hsa_rules_bind(const Plan& plan, int year);

// A cell of the benefit table.
struct RowPlace {
  Benefit benefit = Benefit::outpatient;
  Network network = Network::in;
};
// What the plan pays before the deductible although an HSA-qualified plan may not: telehealth may be paid first since
// 2025 and drugs may be preventive (26 USC 223(c)(2)(C) and (E)), a visit in person may not.
std::vector<RowPlace> paid_before_deductible(const Plan& plan);

// The least an amount can be: its value, or the low end of its range. Nothing when it is unknown or no amount.
std::optional<Money> least_amount(const Field<PlanAmount>& field);
std::optional<Money> greatest_amount(const Field<PlanAmount>& field);

}  // namespace preauth
