#pragma once
// Adjudicates a plain course (engine/plain_terms.h) day by day, passing over days that repeat the one before: while
// what a day takes of every deductible, maximum and copay by the stay is still left of them, the next day is decided
// the same. Equal to the Adjudicator to the cent, which property tests hold it to; some twenty times as fast.

#include <array>
#include <span>

#include "engine/allowed_amount.h"
#include "engine/course_calendar.h"
#include "engine/plain_terms.h"
#include "model/accumulators.h"
#include "model/adjudication.h"

namespace preauth {

class PlainCourse {
 public:
  // Sums the amounts of all lines into `total`. False, with no meaning in `total`, when the course is not plain after
  // all: a limit may be reached that several runs share or that begins again, or an admission keeps the year in which
  // it began. Pre: `plain` was made for these runs and `calendar` for their dates. Throws like Adjudicator::adjudicate.
  bool decide(const PlainTerms& plain, const Start& start, std::span<const Run> runs, const CourseCalendar& calendar,
              Amounts& total);

 private:
  struct Left {
    std::array<Money, kMostBuckets> buckets{};
    std::array<Money, kMostPlainRuns> stays{};         // copays by the stay
    std::array<std::int32_t, kMostPlainRuns> lines{};  // of each run, up to its limits
  };

  bool count_lines_within_limits(std::span<const Run> runs);
  bool count_lines_within(std::size_t limit, std::span<const Run> runs);
  void price(std::span<const Run> runs);
  void begin_year(std::int32_t year, std::int32_t start_year);
  void add_segment(const CourseSegment& segment, Amounts& total);
  void add_line(std::size_t run, Amounts& day);
  void take(const PlainRow& row, const Split& split);
  void stop_at_maximum(const PlainRow& row, Split& split) const;
  std::int32_t count_repeats(const Left& before, const CourseSegment& segment) const;
  void pass(const Left& before, std::int32_t days);

  const PlainTerms* plain_ = nullptr;
  const Start* start_ = nullptr;
  const CourseCalendar* calendar_ = nullptr;
  std::array<PricedLine, kMostPlainRuns> priced_{};
  std::array<Money, kMostPlainRuns> billed_{};
  std::array<Money, kMostPlainRuns> unpaid_{};  // what the patient owes for a line that is not covered, or not any more
  Left left_;
};

}  // namespace preauth
