#pragma once
// Benefit years counted from the one a plan states: 0 is that year, 1 the next, -1 the one before. The stated year may
// be short (a plan that began in July and renews in January): the next begins the day after it ends and every later one
// twelve months on, so that each day belongs to exactly one year.

#include <cstdint>

#include "base/date.h"

namespace preauth {

struct BenefitYear {
  std::int32_t index = 0;
  DateRange days;
};

BenefitYear benefit_year_of(const DateRange& stated, Date date);
DateRange days_of_benefit_year(const DateRange& stated, std::int32_t index);

// The day after the last of the window of `months` months that holds `date`; windows are counted from `base`.
Date end_of_window(Date base, std::int32_t months, Date date);

}  // namespace preauth
