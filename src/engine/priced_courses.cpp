#include "engine/priced_courses.h"

#include <algorithm>

#include "engine/plain_terms.h"

namespace preauth {

PricedCourses::PricedCourses(const EstimateModel& model)
    : model_(model),
      places_(answer_places(model.treatment, answers_about_treatment(model, likely_assignment(model.unknowns)))) {}

void PricedCourses::forget() {
  for (PricedCourse& course : kept_) course.is_kept = false;
}

const PricedCourse& PricedCourses::of(std::size_t option, std::span<const std::int64_t> answers) {
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    const std::size_t at = (last_ + i) % kept_.size();
    const PricedCourse& course = kept_[at];
    if (!course.is_kept || course.option != option ||
        !std::equal(answers.begin(), answers.end(), course.answers.begin()))
      continue;
    last_ = at;
    return course;
  }
  last_ = (last_ + 1) % kept_.size();
  fill(kept_[last_], option, answers);
  return kept_[last_];
}

// From a course of the same option with the same days, where one is kept.
bool PricedCourses::copy_days(PricedCourse& course) const {
  for (const PricedCourse& other : kept_) {
    if (&other == &course || !other.is_kept || other.option != course.option) continue;
    const bool same_days = other.treatment.networks == course.treatment.networks &&
                           other.treatment.counts[course.option] == course.treatment.counts[course.option];
    if (!same_days) continue;
    course.expansion = other.expansion;
    course.shapes = other.shapes;
    course.calendar = other.calendar;
    return true;
  }
  return false;
}

std::uint32_t PricedCourses::number_of_shapes(std::span<const Run> runs) {
  shapes_at_hand_.clear();
  for (const Run& run : runs) shapes_at_hand_.push_back(plain_shape(run));
  return shapes_.try_emplace(shapes_at_hand_, static_cast<std::uint32_t>(shapes_.size() + 1)).first->second;
}

void PricedCourses::fill(PricedCourse& course, std::size_t option, std::span<const std::int64_t> answers) {
  course.is_kept = false;
  course.option = option;
  course.answers.assign(answers.begin(), answers.end());
  resolve_option(model_.treatment, option, places_, answers, course.treatment);
  const PreparedOption& prepared = model_.treatment.options[option];
  if (copy_days(course)) {
    reprice(prepared, course.treatment, course.expansion);
  } else {
    const Plan& plan = *model_.plan.input.plan;
    expand(model_.treatment, prepared, course.treatment, plan.readmission_within.known.value_or(0), course.expansion);
    make_calendar(course.expansion.runs, benefit_year(plan, model_.plan.input.fallback_date), course.calendar);
    course.shapes = number_of_shapes(course.expansion.runs);
  }
  course.is_kept = true;
}

}  // namespace preauth
