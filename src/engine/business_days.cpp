#include "engine/business_days.h"

namespace preauth {
namespace {

bool is_weekend(Date day) { return day.weekday() == Weekday::saturday || day.weekday() == Weekday::sunday; }

}  // namespace

Date business_day_on_or_before(Date day) {
  while (is_weekend(day)) day = day - 1;
  return day;
}

Date add_business_days(Date day, std::int32_t count) {
  for (std::int32_t left = count; left > 0;) {
    day = day + 1;
    if (!is_weekend(day)) --left;
  }
  return day;
}

}  // namespace preauth
