#include "engine/plain_course.h"

#include <algorithm>
#include <limits>

#include "engine/benefit_year.h"
#include "engine/books.h"
#include "engine/ledger.h"
#include "engine/limits.h"
#include "engine/out_of_pocket.h"
#include "engine/unpaid.h"

namespace preauth {
namespace {

void add(const PricedLine& priced, Money billed, const Split& split, Amounts& day) {
  day.billed += billed;
  day.allowed += priced.allowed;
  day.write_off += priced.write_off;
  day.balance_bill += priced.balance_bill;
  day.deductible += split.deductible;
  day.copay += split.copay;
  day.coinsurance += split.coinsurance;
  day.plan_pays += priced.allowed - split.total();
}

// More than any limit that a course can reach.
constexpr std::int64_t kMostUnits = 1'000'000'000;

bool begins_with_the_year(const LimitTerms& limit) {
  return limit.period == LimitPeriod::year || limit.period == LimitPeriod::benefit_period;
}

}  // namespace

PlainStart::PlainStart(const PlainTerms& terms, const Start& used) : start(used) {
  for (std::size_t i = 0; i < terms.bucket_count; ++i) {
    const Money person = used.buckets.person[i];
    left[i] = left_in(terms.buckets[i], person, greatest(used.buckets.family[i], person));
    left_of_fresh[i] = left_in(terms.buckets[i], Money(), Money());
  }
}

// A limit that all lines together stay below never matters, whatever its period.
bool PlainCourse::may_be_reached(std::size_t limit) const {
  const LimitTerms& terms = plain_->limits[limit];
  std::int64_t asked = 0;
  bool is_counted = false;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    if (plain_->rows[i].uncovered || !plain_->rows[i].limits.has(limit)) continue;
    asked += units_of(runs_[i].line, terms.unit) * runs_[i].count;
    is_counted = true;
  }
  return is_counted && asked > terms.quantity - start_->limits[limit];
}

std::int32_t PlainCourse::limit_left(std::size_t limit, bool is_used) const {
  return static_cast<std::int32_t>(plain_->limits[limit].quantity - (is_used ? start_->limits[limit] : 0));
}

// False when a limit with other times than a benefit year or a lifetime may be reached.
bool PlainCourse::find_limits() {
  limits_ = IndexSet();
  for (std::size_t i = 0; i < plain_->limit_count; ++i) {
    if (!may_be_reached(i)) continue;
    const LimitTerms& limit = plain_->limits[i];
    if (limit.quantity > kMostUnits || start_->limits[i] > kMostUnits) return false;
    const bool never_ends = limit.period == LimitPeriod::lifetime || limit.period == LimitPeriod::episode;
    if (!never_ends && !begins_with_the_year(limit)) return false;
    limits_.add(i);
  }
  return true;
}

void PlainCourse::price() {
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const ServiceLine& line = runs_[i].line;
    const PlainRow& row = plain_->rows[i];
    billed_[i] = line.billed;
    unpaid_[i] = unpaid_price(line, row.uncovered.value_or(row.past_limit));
    if (!row.uncovered) priced_[i] = price_line(plain_->out_of_network, line, row.network);
  }
}

// What was used before counts in the benefit year that holds its date, in the first line's when it has none.
void PlainCourse::begin() {
  start_year_ = start_->as_of ? benefit_year_of(plain_->year, *start_->as_of).index : calendar_->first_year;
  std::copy_n(plain_->stay_copays.begin(), plain_->stay_count, state_.stays.begin());
  state_.copay_days = plain_->copay_days;
  for (const std::size_t i : limits_) state_.limits[i] = limit_left(i, true);
  for (std::size_t i = 0; i < plain_->counter_count; ++i) {
    const std::int8_t run = plain_->counters[i].run;
    if (run != kNone) state_.visits[i] = runs_[static_cast<std::size_t>(run)].line.day_of_admission - 1;
  }
}

std::int32_t PlainCourse::visits_before(const VisitCounter& counter) const {
  if (counter.pool != kNone) return start_->pools[static_cast<std::size_t>(counter.pool)];
  std::int32_t visits = 0;
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    if ((counter.benefits & mask(static_cast<Benefit>(b))) != 0) visits += start_->visits[b];
  }
  return visits;
}

void PlainCourse::begin_year(std::int32_t year) {
  const bool is_used = year == start_year_;
  state_.left = is_used ? begin_->left : begin_->left_of_fresh;
  for (const std::size_t i : limits_) {
    if (begins_with_the_year(plain_->limits[i])) state_.limits[i] = limit_left(i, is_used);
  }
  for (std::size_t i = 0; i < plain_->counter_count; ++i) {
    if (plain_->counters[i].run == kNone) state_.visits[i] = is_used ? visits_before(plain_->counters[i]) : 0;
  }
}

bool PlainCourse::is_past_limit(std::size_t run) const {
  const PlainRow& row = plain_->rows[run];
  for (const std::size_t i : row.limits& limits_) {
    if (units_of(runs_[run].line, plain_->limits[i].unit) > state_.limits[i]) return true;
  }
  return false;
}

const PlainShare& PlainCourse::share_of_visit(const PlainRow& row) const {
  const PlainShare* share = &plain_->shares[row.first_share];
  if (row.visits == kNone) return *share;
  const PlainShare* const last = share + (row.share_count - 1);
  std::int32_t before = state_.visits[static_cast<std::size_t>(row.visits)];
  while (share != last && before >= share->visits) before -= (share++)->visits;
  return *share;
}

// The smallest remainder of the deductibles that apply rules.
Money PlainCourse::deductible_left(const PlainRow& row) const {
  if (row.deductibles.empty()) return Money();
  Money smallest = state_.left[*row.deductibles.begin()];
  for (const std::size_t i : row.deductibles) smallest = least(smallest, state_.left[i]);
  return smallest;
}

void PlainCourse::stop_at_maximum(const PlainRow& row, Split& split) {
  bool is_reached = false;
  for (const std::size_t i : row.maxima) {
    is_reached = is_reached || counted_part(plain_->buckets[i], split) > state_.left[i];
  }
  if (!is_reached) return;
  const Money deductible = split.deductible;
  trim_to_maxima(plain_->buckets, row.maxima, state_.left, split);
  is_deductible_trimmed_ = is_deductible_trimmed_ || split.deductible != deductible;
}

void PlainCourse::take(std::size_t run, const Split& split) {
  const PlainRow& row = plain_->rows[run];
  const auto fill = [this](std::size_t bucket, Money amount) {
    state_.left[bucket] = not_below_zero(state_.left[bucket] - amount);
  };
  for (const std::size_t i : row.deductibles_fed) fill(i, split.deductible);
  for (const std::size_t i : row.maxima_fed) fill(i, counted_part(plain_->buckets[i], split));
  const ServiceLine& line = runs_[run].line;
  const IndexSet counting = row.limits & limits_;
  for (const std::size_t i : counting) {
    state_.limits[i] -= static_cast<std::int32_t>(units_of(line, plain_->limits[i].unit));
  }
  for (const std::size_t i : row.visits_fed) {
    if (plain_->counters[i].run == kNone) state_.visits[i] += line.units;
  }
}

// Days of a stay go on whoever pays.
void PlainCourse::pass_day_of_stay(const PlainRow& row) {
  if (row.visits == kNone) return;
  const auto counter = static_cast<std::size_t>(row.visits);
  if (plain_->counters[counter].run != kNone) ++state_.visits[counter];
}

void PlainCourse::add_unpaid(std::size_t run, Amounts& day) const {
  day.billed += billed_[run];
  day.not_covered += unpaid_[run];
  day.write_off += billed_[run] - unpaid_[run];
}

void PlainCourse::add_line(std::size_t run, Amounts& day) {
  const PlainRow& row = plain_->rows[run];
  if (row.uncovered) {
    add_unpaid(run, day);
    return;
  }
  const PlainShare& share = share_of_visit(row);
  pass_day_of_stay(row);
  if (is_past_limit(run)) {
    add_unpaid(run, day);
    return;
  }
  Due due = share.due;
  const bool by_stay = row.stay != kNone;
  const auto stay = static_cast<std::size_t>(by_stay ? row.stay : 0);
  if (by_stay) due.copay = state_.stays[stay];
  const bool by_days = row.copay_days != kNone;
  const auto days = static_cast<std::size_t>(by_days ? row.copay_days : 0);
  if (by_days && state_.copay_days[days] <= 0) due.copay = Money();
  Split split = split_line(share.rules, priced_[run].allowed, due, deductible_left(row));
  // What the maximum absorbs of a copay is not owed again.
  if (by_stay) state_.stays[stay] -= split.copay;
  if (by_days && split.copay.is_positive()) --state_.copay_days[days];
  stop_at_maximum(row, split);
  take(run, split);
  add(priced_[run], billed_[run], split, day);
}

// Visits, counted from the end of the day, for which the share of its beginning still holds, also for a line that comes
// after them and is none itself.
std::int64_t PlainCourse::visits_left(const PlainRow& row, const State& before) const {
  const auto counter = static_cast<std::size_t>(row.visits);
  std::int64_t end = 0;
  for (std::size_t i = 0; i + 1 < row.share_count; ++i) {
    end += plain_->shares[row.first_share + i].visits;
    if (before.visits[counter] < end) return end - 1 - state_.visits[counter];
  }
  return std::numeric_limits<std::int64_t>::max();
}

// A day leaves the next one as it was when what it took is still there; a bucket that only counts may run full.
std::int32_t PlainCourse::count_repeats(const State& before, const CourseSegment& segment) const {
  std::int64_t most = segment.days;
  const auto bound = [&most](std::int64_t taken, std::int64_t left) {
    if (taken > 0) most = std::min(most, std::max<std::int64_t>(left, 0) / taken);
  };
  const auto bound_money = [&bound](Money was, Money left) { bound((was - left).count_cents(), left.count_cents()); };
  for (std::size_t i = 0; i < segment.lines; ++i) {
    const std::size_t run = calendar_->order[segment.first + i];
    const PlainRow& row = plain_->rows[run];
    if (row.uncovered) continue;
    for (const std::size_t b : row.deductibles | row.maxima) bound_money(before.left[b], state_.left[b]);
    // A line that left the deductible alone because of a maximum may still have been charged by what was left of it.
    for (const std::size_t b : row.deductibles) {
      if (is_deductible_trimmed_ && before.left[b] != state_.left[b]) most = 0;
    }
    for (const std::size_t b : row.limits& limits_) bound(before.limits[b] - state_.limits[b], state_.limits[b]);
    if (row.copay_days != kNone) {
      const auto days = static_cast<std::size_t>(row.copay_days);
      bound(before.copay_days[days] - state_.copay_days[days], state_.copay_days[days]);
    }
    if (row.visits != kNone) {
      const auto counter = static_cast<std::size_t>(row.visits);
      bound(state_.visits[counter] - before.visits[counter], visits_left(row, before));
    }
    if (row.stay == kNone) continue;
    const auto stay = static_cast<std::size_t>(row.stay);
    bound_money(before.stays[stay], state_.stays[stay]);
  }
  return static_cast<std::int32_t>(most);
}

// So many more days like the last one.
void PlainCourse::pass(const State& before, std::int32_t days) {
  for (std::size_t i = 0; i < plain_->bucket_count; ++i) {
    const Money taken = before.left[i] - state_.left[i];
    state_.left[i] = not_below_zero(state_.left[i] - taken * days);
  }
  for (std::size_t i = 0; i < plain_->stay_count; ++i) {
    state_.stays[i] -= (before.stays[i] - state_.stays[i]) * days;
  }
  for (const std::size_t i : limits_) state_.limits[i] -= (before.limits[i] - state_.limits[i]) * days;
  for (std::size_t i = 0; i < plain_->copay_days_count; ++i) {
    state_.copay_days[i] -= (before.copay_days[i] - state_.copay_days[i]) * days;
  }
  for (std::size_t i = 0; i < plain_->counter_count; ++i) {
    state_.visits[i] += (state_.visits[i] - before.visits[i]) * days;
  }
}

void PlainCourse::add_segment(const CourseSegment& segment, Amounts& total) {
  for (std::int32_t left = segment.days; left > 0;) {
    const State before = state_;
    is_deductible_trimmed_ = false;
    Amounts day;
    for (std::size_t i = 0; i < segment.lines; ++i) add_line(calendar_->order[segment.first + i], day);
    check_books(day);
    const std::int32_t repeats = left > 1 ? std::min(left - 1, count_repeats(before, segment)) : 0;
    if (repeats > 0) pass(before, repeats);
    total += day * (1 + repeats);
    left -= 1 + repeats;
  }
}

bool PlainCourse::decide(const PlainTerms& plain, const PlainStart& start, std::span<const Run> runs,
                         const CourseCalendar& calendar, Amounts& total) {
  plain_ = &plain;
  begin_ = &start;
  start_ = &start.start;
  calendar_ = &calendar;
  runs_ = runs;
  if (plain.stays_keep_their_year && calendar.stays_and_years) return false;
  if (!find_limits()) return false;
  price();
  begin();
  total = Amounts();
  std::optional<std::int32_t> year;
  for (const CourseSegment& segment : calendar.segments) {
    if (year != segment.year) begin_year(segment.year);
    year = segment.year;
    add_segment(segment, total);
  }
  return true;
}

}  // namespace preauth
