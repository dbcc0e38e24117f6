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

bool have_same_start(const PlainTerms& a, const PlainTerms& b) {
  return a.bucket_count == b.bucket_count && a.limit_count == b.limit_count && a.pool_count == b.pool_count &&
         a.buckets == b.buckets && a.limits == b.limits && a.pools == b.pools;
}

}  // namespace

CourseTotals::CourseTotals(const EstimateModel& model)
    : model_(model), evaluator_(model), courses_(model), kept_(kMostKept) {}

void CourseTotals::treatment_changed() {
  for (KnownStart& start : starts_) start.is_filled = false;
  courses_.forget();
  evaluator_.treatment_changed();
}

bool CourseTotals::fits(const Kept& kept, std::size_t option, std::span<const std::int64_t> answers) const {
  return kept.filled && kept.option == option && kept.shapes == course_->shapes &&
         std::equal(answers.begin(), answers.end(), kept.answers.begin(), kept.answers.end());
}

// The answers come in the same order for every client, so what was kept after the last one is likely to be next.
CourseTotals::Kept& CourseTotals::find_kept(std::size_t option, std::span<const std::int64_t> answers) {
  if (last_kept_ != nullptr && fits(*last_kept_, option, answers)) return *last_kept_;
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
  kept.is_plain = make_plain(evaluator_.plan().terms, course_->expansion.runs, kept.terms);
  kept.option = option;
  kept.answers.assign(answers.begin(), answers.end());
  kept.shapes = course_->shapes;
  kept.number = 0;
  kept.start_number = kept.is_plain ? start_number_of(kept.terms) : 0;
  kept.filled = true;
}

// Different answers often come to the same.
std::uint32_t CourseTotals::terms_number() {
  if (!is_decided_) return 0;
  Kept& kept = *last_kept_;
  for (const std::unique_ptr<Kept>& other : kept_) {
    if (kept.number != 0) break;
    const bool is_like_it = other && other->filled && other->number != 0 && other->option == kept.option &&
                            other->shapes == kept.shapes && other->terms == kept.terms;
    if (is_like_it) kept.number = other->number;
  }
  if (kept.number == 0) kept.number = ++last_number_;
  return kept.number;
}

std::uint32_t CourseTotals::start_number_of(const PlainTerms& terms) {
  for (const KnownStart& known : starts_) {
    if (known.number != 0 && have_same_start(known.terms, terms)) return known.number;
  }
  return ++last_start_number_;
}

bool CourseTotals::decide(const Kept& kept, std::span<const std::int64_t> start_answers) {
  if (!kept.is_plain) return false;
  const PlainStart& start = start_of(kept, start_answers);
  return plain_course_.decide(kept.terms, start, course_->expansion.runs, course_->calendar, total_);
}

const PlainStart& CourseTotals::start_of(const Kept& kept, std::span<const std::int64_t> start_answers) {
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    const std::size_t at = (last_start_ + i) % starts_.size();
    const KnownStart& known = starts_[at];
    const bool is_asked_for =
        known.is_filled && known.number == kept.start_number &&
        std::equal(start_answers.begin(), start_answers.end(), known.answers.begin(), known.answers.end());
    if (!is_asked_for) continue;
    last_start_ = at;
    return known.start;
  }
  last_start_ = (last_start_ + 1) % starts_.size();
  KnownStart& known = starts_[last_start_];
  const PlainTerms& terms = kept.terms;
  const StartTerms used = {{terms.buckets.data(), terms.bucket_count},
                           {terms.limits.data(), terms.limit_count},
                           {terms.pools.data(), terms.pool_count},
                           {}};
  Chooser chooser(start_answers);
  resolve_start(model_.treatment, used, chooser, used_);
  known.start = PlainStart(terms, used_);
  known.answers.assign(start_answers.begin(), start_answers.end());
  if (known.number != kept.start_number) known.terms = terms;
  known.number = kept.start_number;
  known.is_filled = true;
  return known.start;
}

const Amounts& CourseTotals::of(std::size_t option, std::span<const std::int64_t> assignment) {
  course_ = &courses_.of(option, answers_about_treatment(model_, assignment));
  Kept& kept = find_kept(option, assignment.first(model_.stages.rules));
  if (!kept.filled) fill(kept, option, assignment);
  const bool decided = decide(kept, assignment.subspan(model_.stages.treatment));
  rises_ = decided && kept.terms.rises && (course_->is_in_one_year() || kept.terms.stay_count == 0);
  is_decided_ = decided;
  if (!decided) total_ = evaluator_.evaluate(option, assignment).total;
  return total_;
}

}  // namespace preauth
