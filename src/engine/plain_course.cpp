#include "engine/plain_course.h"

#include <algorithm>

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

}  // namespace

// A limit that all lines together stay below never matters, whatever its period. Another one has to run through the
// course without beginning again, and for one run alone.
bool PlainCourse::count_lines_within(std::size_t limit, std::span<const Run> runs) {
  const LimitTerms& terms = plain_->limits[limit];
  const std::int64_t left = terms.quantity - start_->limits[limit];
  std::int64_t asked = 0;
  std::size_t counted = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (plain_->rows[i].uncovered || !plain_->rows[i].limits.has(limit)) continue;
    asked += units_of(runs[i].line, terms.unit) * runs[i].count;
    last = i;
    ++counted;
  }
  if (counted == 0 || asked <= left) return true;
  const bool begins_again = terms.period == LimitPeriod::rolling_months ||
                            terms.period == LimitPeriod::calendar_months || terms.period == LimitPeriod::admission ||
                            calendar_->first_year != calendar_->last_year;
  if (counted > 1 || begins_again || start_->as_of) return false;
  const std::int64_t each = units_of(runs[last].line, terms.unit);
  if (each <= 0) return false;
  left_.lines[last] =
      static_cast<std::int32_t>(std::min<std::int64_t>(left_.lines[last], std::max<std::int64_t>(left, 0) / each));
  return true;
}

bool PlainCourse::count_lines_within_limits(std::span<const Run> runs) {
  for (std::size_t i = 0; i < runs.size(); ++i) left_.lines[i] = runs[i].count;
  for (std::size_t limit = 0; limit < plain_->limit_count; ++limit) {
    if (!count_lines_within(limit, runs)) return false;
  }
  return true;
}

void PlainCourse::price(std::span<const Run> runs) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const ServiceLine& line = runs[i].line;
    const PlainRow& row = plain_->rows[i];
    billed_[i] = line.billed;
    unpaid_[i] = unpaid_price(line, row.uncovered.value_or(row.past_limit));
    if (!row.uncovered) priced_[i] = price_line(plain_->out_of_network, line, row.network);
  }
}

// What was used before counts in the benefit year that holds its date, in the first line's when it has none.
void PlainCourse::begin_year(std::int32_t year, std::int32_t start_year) {
  for (std::size_t i = 0; i < plain_->bucket_count; ++i) {
    const Money person = year == start_year ? start_->buckets.person[i] : Money();
    const Money family = year == start_year ? greatest(start_->buckets.family[i], person) : Money();
    left_.buckets[i] = left_in(plain_->buckets[i], person, family);
  }
}

void PlainCourse::stop_at_maximum(const PlainRow& row, Split& split) const {
  if (row.maximum == kNone) return;
  const auto i = static_cast<std::size_t>(row.maximum);
  const BucketTerms& maximum = plain_->buckets[i];
  Money left = left_.buckets[i];
  if (counted_part(maximum, split) <= left) return;
  const auto keep = [&left](bool counts, Money& part) {
    if (!counts) return;
    part = least(part, left);
    left -= part;
  };
  keep(maximum.counts_deductible, split.deductible);
  keep(maximum.counts_copay, split.copay);
  keep(maximum.counts_coinsurance, split.coinsurance);
}

void PlainCourse::take(const PlainRow& row, const Split& split) {
  const auto fill = [this](std::size_t bucket, Money amount) {
    left_.buckets[bucket] = not_below_zero(left_.buckets[bucket] - amount);
  };
  for (const std::size_t i : row.deductibles_fed) fill(i, split.deductible);
  for (const std::size_t i : row.maxima_fed) fill(i, counted_part(plain_->buckets[i], split));
}

void PlainCourse::add_line(std::size_t run, Amounts& day) {
  const PlainRow& row = plain_->rows[run];
  if (row.uncovered || left_.lines[run]-- <= 0) {
    day.billed += billed_[run];
    day.not_covered += unpaid_[run];
    day.write_off += billed_[run] - unpaid_[run];
    return;
  }
  Due due = row.due;
  const bool by_stay = row.stay != kNone;
  const auto stay = static_cast<std::size_t>(by_stay ? row.stay : 0);
  if (by_stay) due.copay = left_.stays[stay];
  const Money deductible_left =
      row.deductible == kNone ? Money() : left_.buckets[static_cast<std::size_t>(row.deductible)];
  Split split = split_line(row.rules, priced_[run].allowed, due, deductible_left);
  // What the maximum absorbs of a copay by the stay is not owed again.
  if (by_stay) left_.stays[stay] -= split.copay;
  stop_at_maximum(row, split);
  take(row, split);
  add(priced_[run], billed_[run], split, day);
}

// A day leaves the next one as it was when what it took is still there; a bucket that only counts may run full.
std::int32_t PlainCourse::count_repeats(const Left& before, const CourseSegment& segment) const {
  std::int64_t most = segment.days;
  const auto bound = [&most](Money was, Money left) {
    const std::int64_t taken = (was - left).count_cents();
    if (taken > 0) most = std::min(most, left.count_cents() / taken);
  };
  for (std::size_t i = 0; i < segment.lines; ++i) {
    const std::size_t run = calendar_->order[segment.first + i];
    const PlainRow& row = plain_->rows[run];
    if (row.uncovered) continue;
    if (before.lines[run] > 0) most = std::min<std::int64_t>(most, left_.lines[run]);
    for (const std::int8_t bucket : {row.deductible, row.maximum}) {
      if (bucket == kNone) continue;
      const auto b = static_cast<std::size_t>(bucket);
      bound(before.buckets[b], left_.buckets[b]);
    }
    if (row.stay == kNone) continue;
    const auto stay = static_cast<std::size_t>(row.stay);
    bound(before.stays[stay], left_.stays[stay]);
  }
  return static_cast<std::int32_t>(most);
}

void PlainCourse::pass(const Left& before, std::int32_t days) {
  for (std::size_t i = 0; i < plain_->bucket_count; ++i) {
    const Money taken = before.buckets[i] - left_.buckets[i];
    left_.buckets[i] = not_below_zero(left_.buckets[i] - taken * days);
  }
  for (std::size_t i = 0; i < plain_->stay_count; ++i) {
    left_.stays[i] -= (before.stays[i] - left_.stays[i]) * days;
  }
  for (std::size_t i = 0; i < plain_->run_count; ++i) {
    if (before.lines[i] != left_.lines[i]) left_.lines[i] -= days;
  }
}

void PlainCourse::add_segment(const CourseSegment& segment, Amounts& total) {
  for (std::int32_t left = segment.days; left > 0;) {
    const Left before = left_;
    Amounts day;
    for (std::size_t i = 0; i < segment.lines; ++i) add_line(calendar_->order[segment.first + i], day);
    check_books(day);
    const std::int32_t repeats = left > 1 ? std::min(left - 1, count_repeats(before, segment)) : 0;
    if (repeats > 0) pass(before, repeats);
    total += day * (1 + repeats);
    left -= 1 + repeats;
  }
}

bool PlainCourse::decide(const PlainTerms& plain, const Start& start, std::span<const Run> runs,
                         const CourseCalendar& calendar, Amounts& total) {
  plain_ = &plain;
  start_ = &start;
  calendar_ = &calendar;
  if (plain.stays_keep_their_year && calendar.stays_and_years) return false;
  if (!count_lines_within_limits(runs)) return false;
  price(runs);
  std::copy_n(plain.stay_copays.begin(), plain.stay_count, left_.stays.begin());
  const std::int32_t start_year = start.as_of ? benefit_year_of(plain.year, *start.as_of).index : calendar.first_year;
  total = Amounts();
  std::optional<std::int32_t> year;
  for (const CourseSegment& segment : calendar.segments) {
    if (year != segment.year) begin_year(segment.year, start_year);
    year = segment.year;
    add_segment(segment, total);
  }
  return true;
}

}  // namespace preauth
