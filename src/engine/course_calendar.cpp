#include "engine/course_calendar.h"

#include <algorithm>
#include <utility>

#include "engine/benefit_year.h"
#include "engine/runs.h"

namespace preauth {
namespace {

bool on_same_days(const Run& a, const Run& b) {
  return a.line.date == b.line.date && a.count == b.count && a.weekdays == b.weekdays && a.every_days == b.every_days;
}

class CalendarMaker {
 public:
  CalendarMaker(std::span<const Run> runs, const DateRange& stated, CourseCalendar& calendar)
      : runs_(runs), stated_(stated), calendar_(calendar) {}

  void make() {
    calendar_.order.clear();
    calendar_.segments.clear();
    calendar_.stays_and_years = false;
    if (runs_.empty()) return;
    year_ = benefit_year_of(stated_, runs_.front().line.date);
    if (groups_follow_one_another()) {
      add_groups();
    } else {
      add_one_by_one();
    }
    note_years();
  }

 private:
  std::size_t end_of_group(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < runs_.size() && on_same_days(runs_[begin], runs_[end])) ++end;
    return end;
  }

  bool groups_follow_one_another() const {
    for (std::size_t begin = 0, end = 0; begin < runs_.size(); begin = end) {
      end = end_of_group(begin);
      if (end < runs_.size() && runs_[end].line.date <= last_date(runs_[begin])) return false;
    }
    return true;
  }

  void add_groups() {
    for (std::size_t begin = 0, end = 0; begin < runs_.size(); begin = end) {
      end = end_of_group(begin);
      const std::size_t first = calendar_.order.size();
      for (std::size_t i = begin; i < end; ++i) calendar_.order.push_back(static_cast<std::uint16_t>(i));
      std::sort(calendar_.order.begin() + static_cast<std::ptrdiff_t>(first), calendar_.order.end(),
                [&](std::uint16_t a, std::uint16_t b) {
                  return std::pair(runs_[a].line.order, a) < std::pair(runs_[b].line.order, b);
                });
      add_years(runs_[begin], first, end - begin);
    }
  }

  // The days of a group, cut at the end of each benefit year.
  void add_years(const Run& run, std::size_t first, std::size_t lines) {
    Date date = run.line.date;
    for (std::int32_t left = run.count; left > 0;) {
      const BenefitYear year = year_of(date);
      const std::int32_t days = std::min(left, 1 + lines_until(run, date, year.days.last));
      calendar_.segments.push_back(
          {static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(lines), days, year.index});
      left -= days;
      if (left > 0) date = date_after(run, date, days);
    }
  }

  const BenefitYear& year_of(Date date) {
    if (!year_.days.contains(date)) year_ = benefit_year_of(stated_, date);
    return year_;
  }

  // Runs that come on different days at the same time: line by line, as the merger gives them.
  void add_one_by_one() {
    RunMerger merger(runs_);
    while (const ServiceLine* line = merger.next()) {
      const auto run = static_cast<std::uint16_t>(merger.run_index());
      const std::int32_t year = year_of(line->date).index;
      if (!calendar_.segments.empty() && calendar_.order.back() == run && calendar_.segments.back().year == year) {
        ++calendar_.segments.back().days;
        continue;
      }
      calendar_.segments.push_back({static_cast<std::uint16_t>(calendar_.order.size()), 1, 1, year});
      calendar_.order.push_back(run);
    }
  }

  void note_years() {
    calendar_.first_year = calendar_.segments.front().year;
    calendar_.last_year = calendar_.segments.back().year;
    calendar_.stays_and_years =
        calendar_.first_year != calendar_.last_year &&
        std::any_of(runs_.begin(), runs_.end(), [](const Run& run) { return run.line.admission != 0; });
  }

  std::span<const Run> runs_;
  const DateRange& stated_;
  CourseCalendar& calendar_;
  BenefitYear year_;
};

}  // namespace

void make_calendar(std::span<const Run> runs, const DateRange& year, CourseCalendar& calendar) {
  CalendarMaker(runs, year, calendar).make();
}

}  // namespace preauth
