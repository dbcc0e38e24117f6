#pragma once
// What an option costs under one assignment, and nothing else: the question that the search for extremes and the sample
// ask thousands of times. Plain courses are decided at a glance (engine/plain_course.h), and what a plan's terms come
// to for an option is kept for every way the plan may turn out; the rest goes through the Evaluator. The amounts are
// the Evaluator's, to the cent.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/course_calendar.h"
#include "engine/evaluate.h"
#include "engine/plain_course.h"

namespace preauth {

class CourseTotals {
 public:
  explicit CourseTotals(const EstimateModel& model);

  // Valid until the next call.
  const Amounts& of(std::size_t option, std::span<const std::int64_t> assignment);

  // Of the last call: no price, deductible or maximum makes the amount fall when it rises (PlainTerms::rises).
  bool rises() const { return rises_; }

  // Of the last call.
  const Expansion& expansion() const { return expansion_; }

  // The values of the treatment changed in place. Pre: the model's unknowns are what they were, but for their values.
  void treatment_changed();

 private:
  // What the plan's terms come to for one option under one set of answers about the plan.
  struct Kept {
    bool filled = false;
    bool is_plain = false;
    Kept* next = nullptr;  // what was asked for after it
    std::size_t option = 0;
    Assignment answers;  // those about the plan
    std::vector<std::uint64_t> shapes;
    PlainTerms terms;
  };

  void follow_treatment(std::size_t option, std::span<const std::int64_t> assignment);
  Kept& find_kept(std::size_t option, std::span<const std::int64_t> answers);
  Kept& look_up(std::size_t option, std::span<const std::int64_t> answers);
  void fill(Kept& kept, std::size_t option, std::span<const std::int64_t> assignment);
  bool fits(const Kept& kept, std::size_t option, std::span<const std::int64_t> answers) const;
  void find_start(const PlainTerms& terms, std::span<const std::int64_t> start_answers);
  bool decide(const Kept& kept, std::span<const std::int64_t> start_answers);

  const EstimateModel& model_;
  Evaluator evaluator_;
  PlainCourse course_;
  Amounts total_;
  bool rises_ = false;
  std::vector<std::unique_ptr<Kept>> kept_;  // made when first needed
  Kept* last_kept_ = nullptr;
  // The course as it stands.
  std::size_t option_ = 0;
  bool has_course_ = false;
  Assignment course_answers_;  // about the treatment
  ResolvedTreatment treatment_;
  std::vector<Network> networks_;     // those the expansion was made for
  std::vector<std::int32_t> counts_;  // of the option's steps, likewise
  Expansion expansion_;
  std::vector<std::uint64_t> shapes_;
  CourseCalendar calendar_;
  Start start_;               // for the terms kept last
  Assignment start_answers_;  // about what was used so far
  bool start_is_known_ = false;
};

}  // namespace preauth
