#pragma once
// When the lines of a course come. Runs on the same days form a group whose days are all alike: a hospital's day and
// its physician's visit. A segment is so many days of a group within one benefit year. Made once for the dates of a
// course, whatever its prices.

#include <cstdint>
#include <span>
#include <vector>

#include "base/date.h"
#include "model/line.h"

namespace preauth {

struct CourseSegment {
  std::uint16_t first = 0;  // of its lines in CourseCalendar::order
  std::uint16_t lines = 1;  // of one day, in the order in which a plan sees them
  std::int32_t days = 1;    // how often they come, one after another
  std::int32_t year = 0;    // benefit year, 0: the stated one
};

struct CourseCalendar {
  std::vector<std::uint16_t> order;  // indices of runs
  std::vector<CourseSegment> segments;
  bool stays_and_years = false;  // an admission, and more than one benefit year
  std::int32_t first_year = 0;
  std::int32_t last_year = 0;
};

// `year` is the stated benefit year. Keeps the storage of `calendar`.
void make_calendar(std::span<const Run> runs, const DateRange& year, CourseCalendar& calendar);

}  // namespace preauth
