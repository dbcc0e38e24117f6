#include "engine/benefit_year.h"

#include <algorithm>

namespace preauth {
namespace {

constexpr int kMonthsOfYear = 12;

// Whole months from `base` to `date`; negative when the date comes first.
std::int32_t months_between(Date base, Date date) {
  const std::int32_t months = (date.year() - base.year()) * kMonthsOfYear + date.month() - base.month();
  return add_months(base, months) > date ? months - 1 : months;
}

std::int32_t floor_divide(std::int32_t a, std::int32_t b) { return a >= 0 ? a / b : -((b - 1 - a) / b); }

}  // namespace

DateRange days_of_benefit_year(const DateRange& stated, std::int32_t index) {
  if (index == 0) return stated;
  const Date base = index > 0 ? stated.last + 1 : stated.first;
  const std::int32_t years = index > 0 ? index - 1 : index;
  return {add_months(base, years * kMonthsOfYear), add_months(base, (years + 1) * kMonthsOfYear) - 1};
}

BenefitYear benefit_year_of(const DateRange& stated, Date date) {
  std::int32_t index = 0;
  if (date > stated.last) index = 1 + floor_divide(months_between(stated.last + 1, date), kMonthsOfYear);
  if (date < stated.first) index = floor_divide(months_between(stated.first, date), kMonthsOfYear);
  return {index, days_of_benefit_year(stated, index)};
}

Date end_of_window(Date base, std::int32_t months, Date date) {
  const std::int32_t length = std::max(months, 1);
  const std::int32_t window = floor_divide(months_between(base, date), length);
  return add_months(base, (window + 1) * length);
}

}  // namespace preauth
