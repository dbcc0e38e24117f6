#include "engine/ledger.h"

namespace preauth {

// The counter of a limit's period. A calendar window that has ended starts again at zero.
std::int64_t& Ledger::limit_counter(const Place& place, std::size_t limit, Date date) {
  const LimitTerms& terms = terms_.limits[limit];
  switch (terms.period) {
    case LimitPeriod::year:
      return place.own->limits[limit];
    case LimitPeriod::benefit_period:
      return terms_.benefit_period_is_spell ? place.person->limits[limit] : place.own->limits[limit];
    case LimitPeriod::admission:
      return place.admission->limits[limit];
    case LimitPeriod::calendar_months:
      // Windows run from the stated benefit year on without a break, also those longer than a year.
      if (date >= place.person->window_end[limit]) {
        place.person->window_end[limit] = end_of_window(terms_.year.first, terms.months, date);
        place.person->limits[limit] = 0;
      }
      return place.person->limits[limit];
    case LimitPeriod::rolling_months:  // kept in rolling_
    case LimitPeriod::episode:
    case LimitPeriod::lifetime:
      break;
  }
  return place.person->limits[limit];
}

std::int64_t Ledger::limit_used(const Place& place, std::size_t limit, Date date) {
  if (terms_.limits[limit].period == LimitPeriod::rolling_months) {
    return rolling_[static_cast<std::size_t>(rolling_index_[limit])].used(place.person_index, date);
  }
  return limit_counter(place, limit, date);
}

void Ledger::use_limit(const Place& place, std::size_t limit, Date date, std::int64_t amount) {
  if (terms_.limits[limit].period == LimitPeriod::rolling_months) {
    rolling_[static_cast<std::size_t>(rolling_index_[limit])].add(place.person_index, date, amount);
  } else {
    limit_counter(place, limit, date) += amount;
  }
}

}  // namespace preauth
