#pragma once
// Adjudicates a plain course (engine/plain_terms.h) day by day, passing over days that repeat the one before: while
// what a day takes of every deductible, maximum, limit and copay by the stay is still left of them, the next day is
// decided the same. Equal to the Adjudicator to the cent, which property tests hold it to; some twenty times as fast.

#include <array>
#include <span>

#include "engine/allowed_amount.h"
#include "engine/course_calendar.h"
#include "engine/plain_terms.h"
#include "model/accumulators.h"
#include "model/adjudication.h"

namespace preauth {

// What was used so far, and what that leaves of every deductible and maximum.
struct PlainStart {
  PlainStart() = default;
  PlainStart(const PlainTerms& terms, const Start& used);

  Start start;
  std::array<Money, kMostBuckets> left{};           // in the benefit year of the start
  std::array<Money, kMostBuckets> left_of_fresh{};  // in every other one
};

class PlainCourse {
 public:
  // Sums the amounts of all lines into `total`. False, with no meaning in `total`, when the course is not plain after
  // all: a limit may be reached that follows a calendar of its own, or an admission keeps the year in which it began.
  // Pre: `plain` was made for these runs, `start` for terms with the same buckets and limits, `calendar` for the dates
  // of the runs. Throws like Adjudicator::adjudicate.
  bool decide(const PlainTerms& plain, const PlainStart& start, std::span<const Run> runs,
              const CourseCalendar& calendar, Amounts& total);

 private:
  // What lines take from, and what they count.
  struct State {
    std::array<Money, kMostBuckets> left{};                     // of deductibles and maxima
    std::array<Money, kMostPlainCounters> stays{};              // left of copays by the stay
    std::array<std::int32_t, kMostLimits> limits{};             // left of the limits that may be reached
    std::array<std::int32_t, kMostPlainCounters> copay_days{};  // left
    std::array<std::int32_t, kMostPlainCounters> visits{};      // before the next line
  };

  bool find_limits();
  bool may_be_reached(std::size_t limit) const;
  std::int32_t limit_left(std::size_t limit, bool is_used) const;
  void price();
  void begin();
  void begin_year(std::int32_t year);
  std::int32_t visits_before(const VisitCounter& counter) const;
  void add_segment(const CourseSegment& segment, Amounts& total);
  void add_line(std::size_t run, Amounts& day);
  void add_unpaid(std::size_t run, Amounts& day) const;
  bool is_past_limit(std::size_t run) const;
  const PlainShare& share_of_visit(const PlainRow& row) const;
  Money deductible_left(const PlainRow& row) const;
  void take(std::size_t run, const Split& split);
  void pass_day_of_stay(const PlainRow& row);
  void stop_at_maximum(const PlainRow& row, Split& split);
  std::int32_t count_repeats(const State& before, const CourseSegment& segment) const;
  std::int64_t visits_left(const PlainRow& row, const State& before) const;
  void pass(const State& before, std::int32_t days);

  // Of the course at hand.
  const PlainTerms* plain_ = nullptr;
  const PlainStart* begin_ = nullptr;
  const Start* start_ = nullptr;
  const CourseCalendar* calendar_ = nullptr;
  std::span<const Run> runs_;
  std::int32_t start_year_ = 0;  // which holds what was used before
  IndexSet limits_;              // those that may be reached
  std::array<PricedLine, kMostPlainRuns> priced_{};
  std::array<Money, kMostPlainRuns> billed_{};
  std::array<Money, kMostPlainRuns> unpaid_{};  // what the patient owes for a line that is not covered, or not any more
  State state_;
  bool is_deductible_trimmed_ = false;  // on the day at hand, by a maximum
};

}  // namespace preauth
