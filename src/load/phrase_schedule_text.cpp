// The canonical words for a schedule.

#include <bit>

#include "load/phrase_amounts.h"
#include "load/phrase_schedule.h"

namespace preauth {
namespace {

using Count = Known<std::int64_t>;

std::string write_weekdays(std::uint8_t weekdays) {
  constexpr std::string_view kNames[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  if (weekdays == kMondayToFriday) return "weekdays";
  std::string text;
  for (unsigned day = 0; day < kDaysPerWeek; ++day) {
    if ((weekdays >> day & 1U) == 0) continue;
    text += (text.empty() ? "" : "/") + std::string(kNames[day]);
  }
  return text;
}

std::string write_counted(const Count& count, std::string_view unit) {
  const bool one = count.is_exact() && count.value() == 1;
  return write_known(count) + " " + std::string(unit) + (one ? "" : "s");
}

std::string write_pattern(const Schedule& schedule) {
  if (schedule.weekdays != 0) return write_weekdays(schedule.weekdays);
  if (schedule.per_week > 0) return write_counted(Count(schedule.per_week), id(schedule.unit)) + "/week";
  if (schedule.every_days <= 1) return "";
  const std::string interval = "every " + std::to_string(schedule.every_days) + " days";
  return schedule.unit == PriceUnit::visit ? interval : "1 " + std::string(id(schedule.unit)) + " " + interval;
}

Count widen(const Known<std::int32_t>& known) {
  if (!known.is_stated()) return {};
  if (known.is_unknown()) return Count::unknown();
  return known.is_exact() ? Count(known.value()) : Count::between(known.low(), known.high());
}

}  // namespace

// How often a pattern comes within so many days, the first day included.
std::int64_t count_within(const Schedule& pattern, std::int64_t days) {
  const std::int64_t per_week = pattern.per_week > 0 ? pattern.per_week : std::popcount(pattern.weekdays);
  if (per_week > 0) return (per_week * days + kDaysPerWeek - 1) / kDaysPerWeek;
  return (days + pattern.every_days - 1) / pattern.every_days;
}

std::string canonical(const Schedule& schedule) {
  std::string pattern = write_pattern(schedule);
  const Count count = widen(schedule.count);
  const Count weeks = widen(schedule.weeks);
  const std::string length = weeks.is_stated() ? write_counted(weeks, "week") : "";
  if (pattern.empty() && count.is_stated()) return write_counted(count, id(schedule.unit));
  if (pattern.empty()) return length.empty() ? std::string(id(schedule.unit)) : length;
  if (!count.is_stated() && length.empty()) return pattern;
  const bool derived = weeks.is_stated() && count == map(weeks, [&schedule](std::int64_t value) {
                                              return count_within(schedule, value * kDaysPerWeek);
                                            });
  if (derived) return pattern + " for " + length;
  return write_counted(count, id(schedule.unit)) + ", " + pattern + (length.empty() ? "" : ", over " + length);
}

}  // namespace preauth
