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

#include "engine/evaluate.h"
#include "engine/plain_course.h"
#include "engine/priced_courses.h"

namespace preauth {

class CourseTotals {
 public:
  explicit CourseTotals(const EstimateModel& model);

  // Valid until the next call.
  const Amounts& of(std::size_t option, std::span<const std::int64_t> assignment);

  // Of the last call: no price, deductible or maximum makes the amount fall when it rises (PlainTerms::rises).
  bool rises() const { return rises_; }

  // Of the last call.
  const PricedCourse& course() const { return *course_; }

  // Of the last call: two calls for one option with the same number, and the same answers about the treatment and what
  // was used so far, have the same amounts. 0: nothing is known about that.
  std::uint32_t terms_number();

  // The values of the treatment changed in place. Pre: the model's unknowns are what they were, but for their values.
  void treatment_changed();

 private:
  // What the plan's terms come to for one option under one set of answers about the plan.
  struct Kept {
    bool filled = false;
    bool is_plain = false;
    std::uint32_t number = 0;  // of the terms: the same for the same; 0: not numbered
    Kept* next = nullptr;      // what was asked for after it
    std::size_t option = 0;
    Assignment answers;              // those about the plan
    std::uint32_t shapes = 0;        // PricedCourse::shapes
    std::uint32_t start_number = 0;  // of what the terms say about a start: the same for the same
    PlainTerms terms;
  };

  Kept& find_kept(std::size_t option, std::span<const std::int64_t> answers);
  Kept& look_up(std::size_t option, std::span<const std::int64_t> answers);
  void fill(Kept& kept, std::size_t option, std::span<const std::int64_t> assignment);
  bool fits(const Kept& kept, std::size_t option, std::span<const std::int64_t> answers) const;
  std::uint32_t start_number_of(const PlainTerms& terms);
  const PlainStart& start_of(const Kept& kept, std::span<const std::int64_t> start_answers);
  bool decide(const Kept& kept, std::span<const std::int64_t> start_answers);

  const EstimateModel& model_;
  Evaluator evaluator_;
  PricedCourses courses_;
  const PricedCourse* course_ = nullptr;  // at hand
  PlainCourse plain_course_;
  Amounts total_;
  bool rises_ = false;
  bool is_decided_ = false;  // at a glance
  std::uint32_t last_number_ = 0;
  std::uint32_t last_start_number_ = 0;
  std::vector<std::unique_ptr<Kept>> kept_;  // made when first needed
  Kept* last_kept_ = nullptr;
  // What was used so far, for the terms and answers of late.
  struct KnownStart {
    std::uint32_t number = 0;  // Kept::start_number; 0: none
    bool is_filled = false;
    PlainTerms terms;
    Assignment answers;
    PlainStart start;
  };
  std::array<KnownStart, 8> starts_;
  std::size_t last_start_ = 0;
  Start used_;  // the last one resolved
};

}  // namespace preauth
