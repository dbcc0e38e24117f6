#include "model/line.h"

namespace preauth {

Date next_date(const Run& run, Date date) {
  if (run.weekdays == 0) return date + run.every_days;
  Date next = date + 1;
  while ((run.weekdays >> static_cast<unsigned>(next.weekday()) & 1U) == 0) next = next + 1;
  return next;
}

Date last_date(const Run& run) {
  Date date = run.line.date;
  if (run.weekdays == 0) return date + run.every_days * (run.count - 1);
  for (std::int32_t i = 1; i < run.count; ++i) date = next_date(run, date);
  return date;
}

}  // namespace preauth
