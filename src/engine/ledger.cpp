#include "engine/ledger.h"

#include <algorithm>

#include "engine/books.h"

namespace preauth {
namespace {

// Two benefit years are alive, year k in slot k mod 2, also for years before the stated one.
std::size_t slot_of(std::int32_t year) { return static_cast<std::size_t>(year & 1); }

}  // namespace

Ledger::Ledger(const Terms& terms, const Start& start) : terms_(terms) {
  for (std::size_t i = 0; i < terms.bucket_count; ++i) carries_over_ |= terms.buckets[i].carry_over_months > 0;
  for (std::size_t i = 0; i < terms.limit_count; ++i) {
    if (terms.limits[i].period != LimitPeriod::rolling_months) continue;
    rolling_index_[i] = static_cast<std::int8_t>(rolling_.size());
    rolling_.emplace_back(terms.limits[i]);
  }
  PersonUse& client = persons_[0].emplace();
  client.medicare = start.medicare;
  if (start.as_of) {
    begin(start, *start.as_of);
  } else {
    waiting_ = start;
  }
}

void Ledger::begin(const Start& start, Date as_of) {
  start_year(start, as_of);
  start_limits(start, as_of);
}

// The figures of a treatment file belong to the benefit year that holds their date, that of the first line when they
// have none. They do not carry over into the next year: the file does not say in which months they were paid.
void Ledger::start_year(const Start& start, Date as_of) {
  date_year_ = benefit_year_of(terms_.year, as_of);
  last_year_ = terms_.reset_yearly ? date_year_.index : 0;
  first_year_ = last_year_;
  YearUse& year = open_year(last_year_);
  PersonYear& own = person_year(year, 0);
  own.buckets = start.buckets.person;
  own.limits = start.limits;
  own.pools = start.pools;
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    own.visits[row_of(terms_.benefits[b][index(Network::in)], static_cast<Benefit>(b))] += start.visits[b];
  }
  for (std::size_t i = 0; i < terms_.bucket_count; ++i) {
    year.family[i] = greatest(start.buckets.family[i], start.buckets.person[i]);
  }
}

// Limits that no benefit year resets. What was used under a rolling limit counts from the day the figures were read,
// the latest it can have been; use of an earlier admission says nothing about the one that is being estimated.
void Ledger::start_limits(const Start& start, Date as_of) {
  PersonUse& client = *persons_[0];
  for (std::size_t i = 0; i < terms_.limit_count; ++i) {
    const LimitTerms& limit = terms_.limits[i];
    client.limits[i] = start.limits[i];
    if (limit.period == LimitPeriod::calendar_months) {
      client.window_end[i] = end_of_window(terms_.year.first, limit.months, as_of);
    }
    if (limit.period == LimitPeriod::rolling_months) {
      rolling_[static_cast<std::size_t>(rolling_index_[i])].add(0, as_of, start.limits[i]);
    }
  }
}

const YearUse* Ledger::live_year(std::int32_t index) const {
  const std::optional<YearUse>& slot = years_[slot_of(index)];
  return slot && slot->index == index ? &*slot : nullptr;
}

YearUse& Ledger::open_year(std::int32_t index) {
  std::optional<YearUse>& slot = years_[slot_of(index)];
  if (slot && slot->index == index) return *slot;
  YearUse& year = slot.emplace();
  year.index = index;
  if (!carries_over_) return year;
  const Date last = days_of_benefit_year(terms_.year, index).last;
  for (std::size_t i = 0; i < terms_.bucket_count; ++i) {
    year.carry_days[i] = {add_months(last + 1, -terms_.buckets[i].carry_over_months), last};
  }
  if (const YearUse* before = live_year(index - 1)) carry_from(*before, year);
  return year;
}

void Ledger::carry_from(const YearUse& before, YearUse& year) const {
  year.family = before.carries_over;
  for (const Money carried : before.carries_over) year.carried |= carried.is_positive();
}

PersonUse& Ledger::person_of(std::size_t person) {
  std::optional<PersonUse>& slot = persons_[person];
  return slot ? *slot : slot.emplace();
}

PersonYear& Ledger::person_year(YearUse& year, std::size_t person) {
  std::optional<PersonYear>& slot = year.persons[person];
  if (slot) return *slot;
  PersonYear& own = slot.emplace();
  const YearUse* before = carries_over_ ? live_year(year.index - 1) : nullptr;
  if (before != nullptr && before->persons[person]) own.buckets = before->persons[person]->carries_over;
  return own;
}

Place Ledger::enter(const ServiceLine& line, std::size_t row, Adjudication& result) {
  if (waiting_) {
    begin(*waiting_, line.date);
    waiting_.reset();
  }
  if (!date_year_.days.contains(line.date)) date_year_ = benefit_year_of(terms_.year, line.date);
  Place place;
  // Families larger than the ledger share the last place: only published family examples have other persons at all.
  place.person_index = std::min<std::size_t>(line.person, kMostPersons - 1);
  place.person = &person_of(place.person_index);
  place_in_admission(place, line, row);
  place_in_year(place, result);
  return place;
}

void Ledger::place_in_admission(Place& place, const ServiceLine& line, std::size_t row) {
  place.admission = &admission_of(line, place.person_index, *place.person);
  place.admission->last_date = line.date + (days_of(line) - 1);
  place.row = &place.admission->rows[row];
  if (place.row->day == line.date) return;
  place.row->day = line.date;
  place.row->copay_of_day = Money();
  place.row->cap_of_day = Money();
}

void Ledger::place_in_year(Place& place, Adjudication& result) {
  std::int32_t year = date_year_.index;
  const bool began_earlier = place.admission->number != 0 && place.admission->first_year < year;
  if (terms_.reset_yearly && began_earlier) {
    note(result, Mattered::stay_across_years);
    // A stay that outlives a whole benefit year goes on in the year before: older accumulators are closed by then.
    if (terms_.stay_across_years == StayAcrossYears::admission) --year;
  }
  result.benefit_year = year;
  if (year != 0) note(result, Mattered::beyond_plan_year);
  if (!terms_.reset_yearly) year = 0;
  first_year_ = std::min(first_year_, year);
  if (year > first_year_) note(result, Mattered::benefit_year_reset);
  place.year = &open_year(year);
  place.own = &person_year(*place.year, place.person_index);
  if (place.year->carried) note(result, Mattered::carry_over);
  last_year_ = year;
  last_person_ = place.person_index;
}

// Counts go on while the patient is in hospital, whether or not Medicare still pays: only days out of hospital end a
// benefit period. The day of discharge is the first day out, so a stay that ended with the night of 31 March and one
// that begins on 31 May are 60 days apart.
void Ledger::enter_hospital(const Place& place, const ServiceLine& line) {
  MedicareUse& medicare = place.person->medicare;
  const bool apart = medicare.last_hospital_day && line.date - *medicare.last_hospital_day > terms_.part_a.gap_days;
  if (apart) {
    medicare.benefit_period_days = 0;
    medicare.deductible_paid = Money();
    for (std::size_t i = 0; i < terms_.limit_count; ++i) {
      if (terms_.limits[i].period == LimitPeriod::benefit_period) place.person->limits[i] = 0;
    }
  }
  medicare.last_hospital_day = line.date + (std::max(line.units, 1) - 1);
}

void Ledger::fill(const Place& place, std::size_t bucket, Date date, Money amount) {
  const Money added = least(amount, left_in(terms_.buckets[bucket], place, bucket));
  place.own->buckets[bucket] += added;
  place.year->family[bucket] += added;
  if (carries_over_ && place.year->carry_days[bucket].contains(date)) {
    place.own->carries_over[bucket] += added;
    place.year->carries_over[bucket] += added;
  }
}

void Ledger::pass_to(const Place& place, const ServiceLine& last) {
  const Date before = place.row->day;
  place.admission->last_date = last.date + (days_of(last) - 1);
  place.row->day = last.date;
  if (place.row->copay_of_day.is_positive() && place.person->copay_day == before) place.person->copay_day = last.date;
}

BucketUse Ledger::used() const {
  if (waiting_) return waiting_->buckets;
  const YearUse& year = *years_[slot_of(last_year_)];
  return {year.persons[last_person_]->buckets, year.family};
}

}  // namespace preauth
