#include "property/second_adjudicator_history.h"

#include <algorithm>

namespace preauth {
namespace {

bool holds(BenefitMask benefits, Benefit benefit) { return (benefits & mask(benefit)) != 0; }
bool holds(NetworkMask networks, Network network) { return (networks & mask(network)) != 0; }

// Which block of `months` months, counted from the plan's first day, holds a day.
int block_of(Date first, int months, Date date) {
  int block = 0;
  while (date < add_months(first, block * months)) --block;
  while (date >= add_months(first, (block + 1) * months)) ++block;
  return block;
}

// What one person can still be asked under a bucket.
Money left_under(const BucketTerms& bucket, Money by_person, Money by_family) {
  std::vector<Money> left;
  if (bucket.has_person) left.push_back(bucket.person - by_person);
  if (bucket.has_family) left.push_back(bucket.family - by_family);
  if (bucket.has_person_cap) left.push_back(bucket.person_cap - by_person);
  return std::max(*std::min_element(left.begin(), left.end()), Money());
}

}  // namespace

// A first year shorter than twelve months is followed by full ones.
Date History::first_day_of(int year) const {
  if (year <= 0) return add_months(terms_.year.first, 12 * year);
  return add_months(terms_.year.last + 1, 12 * (year - 1));
}

int History::year_of(Date date) const {
  int year = 0;
  while (date < first_day_of(year)) --year;
  while (date >= first_day_of(year + 1)) ++year;
  return year;
}

// Figures without a date are as of the first line.
Date History::start_date() const { return start_.as_of ? *start_.as_of : first_date_; }

bool History::start_in_year(int year) const { return !terms_.reset_yearly || year_of(start_date()) == year; }

int History::row_of(Benefit benefit, Network network) const {
  const std::int8_t row = terms_.of(benefit, network).row;
  return row == kNone ? static_cast<int>(index(benefit)) : row;
}

bool History::same_person(const Decided& earlier, const Decided& now) const {
  return earlier.line.person == now.line.person;
}

bool History::same_course(const Decided& earlier, const Decided& now) const {
  return same_person(earlier, now) && earlier.line.admission == now.line.admission;
}

bool History::same_row(const Decided& earlier, const Decided& now) const {
  return row_of(earlier.line.benefit, earlier.network) == row_of(now.line.benefit, now.network);
}

void History::place_in_year(Decided& now) {
  if (lines_.empty()) first_date_ = now.line.date;
  now.benefit_year = year_of(now.line.date);
  const bool by_admission = terms_.reset_yearly && terms_.stay_across_years == StayAcrossYears::admission;
  for (const Decided& earlier : lines_) {
    if (!by_admission || now.line.admission == 0 || !same_course(earlier, now)) continue;
    now.benefit_year = year_of(earlier.line.date);
    break;
  }
  now.year = terms_.reset_yearly ? now.benefit_year : 0;
}

Money History::filled_by(const BucketTerms& bucket, const Decided& earlier) const {
  if (!earlier.covered) return Money();
  if (!holds(bucket.benefits, earlier.line.benefit) || !holds(bucket.feeds, earlier.network)) return Money();
  const BenefitTerms& row = terms_.of(earlier.line.benefit, earlier.network);
  if (bucket.kind == BucketKind::deductible) return row.medicare_part_a ? Money() : earlier.amounts.deductible;
  if (!row.counts_to_oop) return Money();
  Money filled;
  if (bucket.counts_deductible) filled += earlier.amounts.deductible;
  if (bucket.counts_copay) filled += earlier.amounts.copay;
  if (bucket.counts_coinsurance) filled += earlier.amounts.coinsurance;
  return filled;
}

bool History::carries_over(const BucketTerms& bucket, Date paid, int year) const {
  if (bucket.kind != BucketKind::deductible || bucket.carry_over_months == 0) return false;
  const Date next = first_day_of(year + 1);
  return add_months(next, -bucket.carry_over_months) <= paid && paid < next;
}

// Goes through the year's lines in order: what a network credits to a bucket that is full already adds nothing.
Filled History::filled(std::size_t bucket, int year) const {
  const BucketTerms& terms = terms_.buckets[bucket];
  Filled now;
  const bool year_before = terms_.reset_yearly && terms.carry_over_months > 0 &&
                           std::any_of(lines_.begin(), lines_.end(), [&](const Decided& d) { return d.year < year; });
  if (year_before) {
    const Filled before = filled(bucket, year - 1);
    now.by_person = before.carried_by_person;
    now.by_family = before.carried_by_family;
  }
  if (start_in_year(year)) {
    now.by_person[0] += start_.buckets.person[bucket];
    now.by_family += std::max(start_.buckets.family[bucket], start_.buckets.person[bucket]);
  }
  for (const Decided& earlier : lines_) {
    if (earlier.year != year) continue;
    Money& by_person = now.by_person[earlier.line.person];
    const Money added = std::min(filled_by(terms, earlier), left_under(terms, by_person, now.by_family));
    by_person += added;
    now.by_family += added;
    if (!terms_.reset_yearly || !carries_over(terms, earlier.line.date, year)) continue;
    now.carried_by_person[earlier.line.person] += added;
    now.carried_by_family += added;
  }
  return now;
}

Money History::left_of_bucket(std::size_t bucket, const Decided& now) const {
  Filled use = filled(bucket, now.year);
  return left_under(terms_.buckets[bucket], use.by_person[now.line.person], use.by_family);
}

bool History::in_period(const LimitTerms& limit, const Decided& earlier, const Decided& now) const {
  const Date first = terms_.year.first;
  switch (limit.period) {
    case LimitPeriod::year:
      return earlier.year == now.year;
    case LimitPeriod::rolling_months:
      return add_months(earlier.line.date, limit.months) > now.line.date;
    case LimitPeriod::calendar_months:
      return block_of(first, limit.months, earlier.line.date) == block_of(first, limit.months, now.line.date);
    case LimitPeriod::admission:
      return earlier.line.admission == now.line.admission;
    case LimitPeriod::benefit_period:
      if (!terms_.benefit_period_is_spell) return earlier.year == now.year;
      return earlier.number >= hospital_days_before(now).first_line.value_or(0);
    case LimitPeriod::episode:
    case LimitPeriod::lifetime:
      return true;
  }
  return true;
}

// What was used before the first line counts as used on the day it was read; never in an admission of the course.
bool History::start_in_period(const LimitTerms& limit, const Decided& now) const {
  if (now.line.person != 0 || limit.period == LimitPeriod::admission) return false;
  if (limit.period == LimitPeriod::benefit_period && terms_.benefit_period_is_spell) {
    return !hospital_days_before(now).first_line;
  }
  Decided then;
  then.line.date = start_date();
  then.year = terms_.reset_yearly ? year_of(start_date()) : 0;
  return in_period(limit, then, now);
}

std::int64_t History::used_of_limit(std::size_t limit, const Decided& now) const {
  const LimitTerms& terms = terms_.limits[limit];
  std::int64_t used = start_in_period(terms, now) ? start_.limits[limit] : 0;
  for (const Decided& earlier : lines_) {
    if (!earlier.covered || !same_person(earlier, now)) continue;
    if (!holds(terms.benefits, earlier.line.benefit) || !holds(terms.networks, earlier.network)) continue;
    if (!in_period(terms, earlier, now)) continue;
    switch (terms.unit) {
      case LimitUnit::visits:
      case LimitUnit::days:
        used += earlier.line.units;
        break;
      case LimitUnit::hours:
        used += earlier.line.minutes;
        break;
      case LimitUnit::dollars:
        used += earlier.amounts.plan_pays.count_cents();
        break;
    }
  }
  return used;
}

std::int64_t History::visits_of_row(const Decided& now) const {
  std::int64_t visits = 0;
  const bool from_start = now.line.person == 0 && start_in_year(now.year);
  for (std::size_t i = 0; from_start && i < kBenefitCount; ++i) {
    if (row_of(static_cast<Benefit>(i), Network::in) == row_of(now.line.benefit, now.network)) {
      visits += start_.visits[i];
    }
  }
  for (const Decided& earlier : lines_) {
    if (!earlier.covered || !same_person(earlier, now) || earlier.year != now.year) continue;
    if (same_row(earlier, now)) visits += earlier.line.units;
  }
  return visits;
}

std::int64_t History::visits_of_pool(std::size_t pool, const Decided& now) const {
  const PoolTerms& shared = terms_.pools[pool];
  std::int64_t visits = now.line.person == 0 && start_in_year(now.year) ? start_.pools[pool] : 0;
  for (const Decided& earlier : lines_) {
    if (!earlier.covered || !same_person(earlier, now) || earlier.year != now.year) continue;
    if (holds(shared.benefits, earlier.line.benefit) && holds(shared.networks, earlier.network)) {
      visits += earlier.line.units;
    }
  }
  return visits;
}

Money History::copay_asked_of_person_today(const Decided& now) const {
  Money asked;
  for (const Decided& earlier : lines_) {
    if (!same_person(earlier, now) || earlier.line.date != now.line.date) continue;
    if (earlier.copay_per != CopayPer::admission) asked += earlier.copay_asked;
  }
  return asked;
}

Money History::copay_asked_today(const Decided& now) const {
  Money asked;
  for (const Decided& earlier : lines_) {
    if (!same_course(earlier, now) || !same_row(earlier, now) || earlier.line.date != now.line.date) continue;
    if (earlier.copay_per != CopayPer::admission) asked += earlier.copay_asked;
  }
  return asked;
}

Money History::copay_asked_of_admission(const Decided& now) const {
  Money asked;
  for (const Decided& earlier : lines_) {
    if (!same_course(earlier, now) || !same_row(earlier, now)) continue;
    if (earlier.copay_per == CopayPer::admission) asked += earlier.copay_asked;
  }
  return asked;
}

int History::days_with_copay(const Decided& now) const {
  int days = 0;
  for (const Decided& earlier : lines_) {
    if (same_course(earlier, now) && same_row(earlier, now)) days += earlier.copay_days;
  }
  return days;
}

Money History::asked_under_cap(Scope scope, const Decided& now) const {
  Money asked;
  for (const Decided& earlier : lines_) {
    if (!earlier.capped || !same_person(earlier, now) || !same_row(earlier, now)) continue;
    bool same = false;
    switch (scope) {
      case Scope::course:
        same = same_course(earlier, now);
        break;
      case Scope::day:
        same = same_course(earlier, now) && earlier.line.date == now.line.date;
        break;
      case Scope::year:
        same = earlier.year == now.year;
        break;
    }
    if (same) asked += earlier.copay_asked + earlier.coinsurance_asked;
  }
  return asked;
}

// Within an admission all rows share one figure: facility and professional lines break the same provision.
Money History::penalty_taken(PenaltyPer per, const Decided& now) const {
  Money taken;
  for (const Decided& earlier : lines_) {
    if (!same_person(earlier, now) || earlier.penalty_per != per) continue;
    switch (per) {
      case PenaltyPer::line:
        break;
      case PenaltyPer::admission:
        if (!same_course(earlier, now) || (now.line.admission == 0 && !same_row(earlier, now))) break;
        taken += earlier.cut;
        break;
      case PenaltyPer::episode:
        taken += earlier.cut;
        break;
    }
  }
  return taken;
}

}  // namespace preauth
