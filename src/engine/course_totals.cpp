#include "engine/course_totals.h"

#include <algorithm>

#include "engine/start.h"

namespace preauth {
namespace {

// Ways a plan may turn out that are kept at a time; a power of two. So many places after its own may hold one.
constexpr std::size_t kMostKept = 1'024;
constexpr std::size_t kMostProbes = 8;

std::size_t place_of(std::size_t option, std::span<const std::int64_t> answers) {
  std::uint64_t hash = 0xCBF29CE484222325U ^ option;
  for (const std::int64_t answer : answers) hash = (hash ^ static_cast<std::uint64_t>(answer)) * 0x100000001B3U;
  return (hash ^ hash >> 32U) % kMostKept;
}

}  // namespace

CourseTotals::CourseTotals(const EstimateModel& model) : model_(model), evaluator_(model), kept_(kMostKept) {}

void CourseTotals::treatment_changed() {
  has_course_ = false;
  start_is_known_ = false;
  networks_.clear();
  counts_.clear();
  evaluator_.treatment_changed();
}

// Only a price that changed needs no new expansion.
void CourseTotals::follow_treatment(std::size_t option, std::span<const std::int64_t> assignment) {
  const std::span answers = assignment.subspan(model_.stages.rules, model_.stages.treatment - model_.stages.rules);
  const bool same_option = has_course_ && option == option_;
  if (same_option && std::equal(answers.begin(), answers.end(), course_answers_.begin(), course_answers_.end())) return;
  const PreparedOption& prepared = model_.treatment.options[option];
  Chooser chooser(answers);
  resolve(model_.treatment, chooser, treatment_);
  course_answers_.assign(answers.begin(), answers.end());
  const std::vector<std::int32_t>& counts = treatment_.counts[option];
  const bool same_days = same_option && treatment_.networks == networks_ && counts == counts_;
  option_ = option;
  has_course_ = true;
  if (same_days) {
    reprice(prepared, treatment_, expansion_);
    return;
  }
  const Plan& plan = *model_.plan.input.plan;
  expand(model_.treatment, prepared, treatment_, plan.readmission_within.known.value_or(0), expansion_);
  networks_ = treatment_.networks;
  counts_ = counts;
  make_calendar(expansion_.runs, benefit_year(plan, model_.plan.input.fallback_date), calendar_);
  shapes_.clear();
  for (const Run& run : expansion_.runs) shapes_.push_back(plain_shape(run));
}

bool CourseTotals::fits(const Kept& kept, std::size_t option, std::span<const std::int64_t> answers) const {
  return kept.filled && kept.option == option && kept.shapes == shapes_ &&
         std::equal(answers.begin(), answers.end(), kept.answers.begin(), kept.answers.end());
}

// The answers come in the same order for every client, so what was kept after the last one is likely to be next.
CourseTotals::Kept& CourseTotals::find_kept(std::size_t option, std::span<const std::int64_t> answers) {
  if (last_kept_ != nullptr && fits(*last_kept_, option, answers)) return *last_kept_;
  start_is_known_ = false;
  Kept* const before = last_kept_;
  if (before != nullptr && before->next != nullptr && fits(*before->next, option, answers)) {
    last_kept_ = before->next;
    return *last_kept_;
  }
  last_kept_ = &look_up(option, answers);
  if (before != nullptr) before->next = last_kept_;
  return *last_kept_;
}

// The place that holds the answers, or the one to fill.
CourseTotals::Kept& CourseTotals::look_up(std::size_t option, std::span<const std::int64_t> answers) {
  const std::size_t own = place_of(option, answers);
  for (std::size_t i = 0; i < kMostProbes; ++i) {
    std::unique_ptr<Kept>& place = kept_[(own + i) % kMostKept];
    if (!place) place = std::make_unique<Kept>();
    if (!place->filled || fits(*place, option, answers)) return *place;
  }
  kept_[own]->filled = false;
  return *kept_[own];
}

void CourseTotals::fill(Kept& kept, std::size_t option, std::span<const std::int64_t> assignment) {
  evaluator_.resolve_for(option, assignment);
  const std::span answers = assignment.first(model_.stages.rules);
  kept.is_plain = make_plain(evaluator_.plan().terms, expansion_.runs, kept.terms);
  kept.option = option;
  kept.answers.assign(answers.begin(), answers.end());
  kept.shapes = shapes_;
  kept.filled = true;
}

bool CourseTotals::decide(const Kept& kept, std::span<const std::int64_t> start_answers) {
  if (!kept.is_plain) return false;
  const PlainTerms& terms = kept.terms;
  if (!start_is_known_ ||
      !std::equal(start_answers.begin(), start_answers.end(), start_answers_.begin(), start_answers_.end())) {
    find_start(terms, start_answers);
  }
  return course_.decide(terms, start_, expansion_.runs, calendar_, total_);
}

void CourseTotals::find_start(const PlainTerms& terms, std::span<const std::int64_t> start_answers) {
  Chooser chooser(start_answers);
  const StartTerms used = {
      {terms.buckets.data(), terms.bucket_count}, {terms.limits.data(), terms.limit_count}, {}, {}};
  resolve_start(model_.treatment, used, chooser, start_);
  start_answers_.assign(start_answers.begin(), start_answers.end());
  start_is_known_ = true;
}

const Amounts& CourseTotals::of(std::size_t option, std::span<const std::int64_t> assignment) {
  follow_treatment(option, assignment);
  Kept& kept = find_kept(option, assignment.first(model_.stages.rules));
  if (!kept.filled) fill(kept, option, assignment);
  const bool decided = decide(kept, assignment.subspan(model_.stages.treatment));
  const bool one_year = calendar_.first_year == calendar_.last_year;
  rises_ = decided && kept.terms.rises && (one_year || kept.terms.stay_count == 0);
  if (!decided) total_ = evaluator_.evaluate(option, assignment).total;
  return total_;
}

}  // namespace preauth
