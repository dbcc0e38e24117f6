#include "model/line.h"

#include <algorithm>
#include <bit>

namespace preauth {

Date next_date(const Run& run, Date date) {
  if (run.weekdays == 0) return date + run.every_days;
  Date next = date + 1;
  while ((run.weekdays >> static_cast<unsigned>(next.weekday()) & 1U) == 0) next = next + 1;
  return next;
}

Date last_date(const Run& run) { return date_after(run, run.line.date, std::max(run.count - 1, 0)); }

Date date_after(const Run& run, Date date, std::int32_t lines) {
  if (run.weekdays == 0) return date + run.every_days * lines;
  const std::int32_t per_week = std::popcount(run.weekdays);
  Date after = date + 7 * (lines / per_week);
  for (std::int32_t i = lines % per_week; i > 0; --i) after = next_date(run, after);
  return after;
}

std::int32_t lines_until(const Run& run, Date date, Date last) {
  if (last <= date) return 0;
  if (run.weekdays == 0) return (last - date) / run.every_days;
  const std::int32_t weeks = (last - date) / 7;
  std::int32_t lines = weeks * std::popcount(run.weekdays);
  for (Date next = next_date(run, date + 7 * weeks); next <= last; next = next_date(run, next)) ++lines;
  return lines;
}

}  // namespace preauth
