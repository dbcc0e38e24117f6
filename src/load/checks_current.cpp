// Is what the files say still of today? A plan year that is over, amounts read long ago: what to refresh.

#include <algorithm>
#include <string>

#include "load/checks.h"
#include "messages/diagnostics.h"

namespace preauth {

void check_plan_is_current(const Plan& plan, const Treatment* treatment, bool of_library, Date as_of,
                           Diagnostics& diagnostics) {
  if (!plan.year.known.is_exact()) return;
  const Date last = plan.year.known.value().last;
  if (as_of <= last) return;
  // A treatment that starts after the year has a warning of its own.
  if (treatment != nullptr && treatment->start.known.is_exact() && treatment->start.known.value() > last) return;
  const Span at = plan.year.provenance.at;
  diagnostics.add(of_library ? diag::stale_library_plan(at, plan.id, last) : diag::stale_plan_year(at, last));
}

void check_amounts_are_current(const Treatment& treatment, Date as_of, std::int32_t fresh_days,
                               Diagnostics& diagnostics) {
  const Field<Date>& read = treatment.so_far.as_of;
  if (!read.known.is_exact()) return;
  const std::int32_t age = as_of - read.known.value();
  if (age > fresh_days) diagnostics.add(diag::stale_amounts(read.provenance.at, read.known.value(), age));
}

void check_prices_are_current(const ReferenceData& reference, Date as_of, Diagnostics& diagnostics) {
  int newest = 0;
  for (const ReferencePrice& price : reference.prices) newest = std::max(newest, price.year);
  if (as_of.year() > newest) diagnostics.add(diag::stale_prices({}, std::to_string(newest)));
}

}  // namespace preauth
