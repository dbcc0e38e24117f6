#include "engine/cost_sharing.h"

#include <algorithm>

#include "engine/cost_split.h"

namespace preauth {
namespace {

// What may be charged on this line, and by the visit, the day or the admission.
struct DueOfLine : Due {
  CopayPer per = CopayPer::visit;
};

const ShareTerms& share_of_visit(const Claim& claim) {
  const BenefitTerms& row = claim.row;
  if (row.tier_count <= 1) return row.tiers[0];
  std::int32_t before = claim.visits();
  if (row.pool != kNone) {
    before = claim.place.own->pools[static_cast<std::size_t>(row.pool)];
    note(claim.result, Mattered::visit_pool);
  }
  std::size_t tier = 0;
  while (tier + 1 < row.tier_count && before >= row.tier_visits[tier]) before -= row.tier_visits[tier++];
  return row.tiers[tier];
}

// Days of a schedule are days of the admission; outside one, visits of the benefit year.
std::int32_t schedule_day(const Claim& claim) {
  return claim.line.day_of_admission > 0 ? claim.line.day_of_admission : claim.visits() + 1;
}

// nullptr past the last rung: a schedule that names no amount for a day asks none.
const DayBandTerms* band_of(const ShareTerms& share, std::int32_t day) {
  for (std::size_t i = 0; i < share.band_count; ++i) {
    if (share.bands[i].first_day <= day && day <= share.bands[i].last_day) return &share.bands[i];
  }
  return nullptr;
}

Money copay_of_days(const Claim& claim, const ShareTerms& share, std::int32_t days) {
  if (share.band_count == 0) return share.copay * days;
  Money copay;
  const std::int32_t first = schedule_day(claim);
  for (std::int32_t day = first; day < first + days; ++day) {
    if (const DayBandTerms* band = band_of(share, day)) copay += band->copay;
  }
  return copay;
}

// Days of the line on which a copay can still be charged: a plan may charge it on the first n days of an admission.
std::int32_t copay_days_left(const Claim& claim, const ShareTerms& share) {
  const std::int32_t days = days_of(claim.line);
  if (share.copay_days == 0) return days;
  const RowUse& use = claim.row_use();
  const bool begun_today = use.copay_of_day.is_positive();
  return std::clamp(share.copay_days - use.copay_days + (begun_today ? 1 : 0), 0, days);
}

// What is owed by the visit, the day or the admission and not yet charged to it.
Money copay_owed(const Claim& claim, const ShareTerms& share, CopayPer per) {
  const RowUse& use = claim.row_use();
  switch (per) {
    case CopayPer::visit:
      return copay_days_left(claim, share) > 0 ? share.copay : Money();
    case CopayPer::day:
      return not_below_zero(copay_of_days(claim, share, copay_days_left(claim, share)) - use.copay_of_day);
    case CopayPer::admission:
      return not_below_zero(share.copay - use.copay_settled);
  }
  return Money();
}

// Copays of different services on one day: each is charged, or only as much as makes the highest. A per-stay copay is
// not a copay of the day.
Money after_same_day(Claim& claim, Money owed, CopayPer per, Money whole) {
  const PersonUse& person = *claim.place.person;
  if (per == CopayPer::admission || owed.is_zero() || person.copay_day != claim.line.date) return owed;
  if (person.copay_of_day.is_zero()) return owed;
  note(claim.result, Mattered::same_day_copays);
  if (claim.terms.same_day_copays == SameDayCopays::each) return owed;
  return least(owed, not_below_zero(whole - person.copay_of_day));
}

Money cap_left(const Claim& claim, const ShareTerms& share) {
  switch (share.cap_per) {
    case CapPer::admission:
      return share.cap - claim.row_use().cap_settled;
    case CapPer::day:
      return share.cap - claim.row_use().cap_of_day;
    case CapPer::year:
      return share.cap - claim.year_cap();
  }
  return share.cap;
}

DueOfLine due_of(Claim& claim, const ShareTerms& share) {
  DueOfLine due;
  due.coinsurance = share.coinsurance;
  due.per = share.copay_per;
  if (share.band_count > 0) {
    // A line of several days takes the rate of its first day; schedules with a rate that changes are not in use.
    const DayBandTerms* band = band_of(share, schedule_day(claim));
    due.coinsurance = band != nullptr ? band->coinsurance : Rate();
    due.per = CopayPer::day;
  }
  due.copay = copay_owed(claim, share, due.per);
  if (claim.row.waived_if_admitted && claim.line.admitted_after && due.copay.is_positive()) {
    note(claim.result, Mattered::waived_copay);
    due.copay = Money();
  }
  const Money whole = due.per == CopayPer::day ? copay_of_days(claim, share, days_of(claim.line)) : share.copay;
  due.copay = after_same_day(claim, due.copay, due.per, whole);
  if (share.has_cap) {
    due.cap_left = not_below_zero(cap_left(claim, share));
    due.copay = least(due.copay, due.cap_left);
  }
  return due;
}

// The smallest remainder of the deductibles that apply rules.
Money deductible_left(const Claim& claim, std::int8_t& bucket) {
  Money smallest;
  for (const std::size_t i : claim.rules.deductibles) {
    const Money left = left_in(claim.terms.buckets[i], claim.place, i);
    if (bucket != kNone && left >= smallest) continue;
    smallest = left;
    bucket = static_cast<std::int8_t>(i);
  }
  return smallest;
}

void settle(Claim& claim, const ShareTerms& share, CopayPer per, const Shares& shares) {
  RowUse& use = claim.row_use();
  if (per == CopayPer::admission) {
    if (shares.copay.is_positive() && use.seen) note(claim.result, Mattered::carried_copay);
    use.copay_settled += shares.copay;
  } else if (shares.copay.is_positive()) {
    if (use.copay_of_day.is_zero()) use.copay_days += copay_days_left(claim, share);
    use.copay_of_day += shares.copay;
    PersonUse& person = *claim.place.person;
    if (person.copay_day != claim.line.date) person.copay_of_day = Money();
    person.copay_day = claim.line.date;
    person.copay_of_day += shares.copay;
  }
  use.seen = true;
  if (!share.has_cap) return;
  const Money capped = shares.copay + shares.coinsurance;
  use.cap_settled += capped;
  use.cap_of_day += capped;
  claim.year_cap() += capped;
}

}  // namespace

Shares share_costs(Claim& claim) {
  const ShareTerms& share = share_of_visit(claim);
  const DueOfLine due = due_of(claim, share);
  const SplitRules rules = {share.deductible, claim.terms.crossing_copay, claim.terms.coinsurance_base};
  Shares shares;
  Money left;
  if (rules.order != DeductibleOrder::does_not_apply) left = deductible_left(claim, shares.deductible_bucket);
  static_cast<Split&>(shares) = split_line(rules, claim.result.amounts.allowed, due, left);
  if (shares.crossed) note(claim.result, Mattered::crossing_copay);
  if (shares.both) note(claim.result, Mattered::coinsurance_base);
  settle(claim, share, due.per, shares);
  return shares;
}

void count_visits(Claim& claim) {
  claim.visits() += claim.line.units;
  for (const std::size_t pool : claim.rules.pools) claim.place.own->pools[pool] += claim.line.units;
}

}  // namespace preauth
