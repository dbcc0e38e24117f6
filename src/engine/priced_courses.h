#pragma once
// An option's course under answers about its treatment: who is in network, what a day costs, how long it lasts, and
// what follows from these for its runs and their dates. A search turns between few prices for the same days, so the
// last few courses are kept, and another price needs no new calendar.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "engine/course_calendar.h"
#include "engine/evaluate.h"
#include "engine/expand.h"

namespace preauth {

struct PricedCourse {
  std::size_t option = 0;
  Assignment answers;  // about the treatment
  ResolvedTreatment treatment;
  Expansion expansion;
  std::uint32_t shapes = 0;  // the same number for runs of the same shapes (engine/plain_terms.h)
  CourseCalendar calendar;
  bool is_kept = false;

  bool is_in_one_year() const { return calendar.first_year == calendar.last_year; }
};

class PricedCourses {
 public:
  explicit PricedCourses(const EstimateModel& model);

  // Valid until the next call. `answers` are those of the whole treatment.
  const PricedCourse& of(std::size_t option, std::span<const std::int64_t> answers);

  // The values of the treatment changed in place.
  void forget();

 private:
  void fill(PricedCourse& course, std::size_t option, std::span<const std::int64_t> answers);
  bool copy_days(PricedCourse& course) const;
  std::uint32_t number_of_shapes(std::span<const Run> runs);

  const EstimateModel& model_;
  AnswerPlaces places_;
  std::array<PricedCourse, 4> kept_;
  std::size_t last_ = 0;
  std::map<std::vector<std::uint64_t>, std::uint32_t> shapes_;
  std::vector<std::uint64_t> shapes_at_hand_;
};

}  // namespace preauth
