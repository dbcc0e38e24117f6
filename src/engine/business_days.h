#pragma once
// Business days are Monday to Friday. Holidays are not known here: a day that is one counts as a business day, so a
// date worked out with these can be a day too early for a deadline that runs, never too late.

#include <cstdint>

#include "base/date.h"

namespace preauth {

// The day itself, or the Friday before a weekend.
Date business_day_on_or_before(Date day);
// `count` business days later; a count from a weekend begins on Monday. Pre: count >= 0.
Date add_business_days(Date day, std::int32_t count);

}  // namespace preauth
