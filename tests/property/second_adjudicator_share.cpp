// The patient's share of a covered line for the second adjudicator: deductible, copay and coinsurance in the order of
// the phrase, and the amounts of a Medicare hospital day.

#include <algorithm>

#include "property/second_adjudicator.h"

namespace preauth {
namespace {

constexpr int kFullDays = 60;
constexpr int kDaysWithoutReserve = 90;

// A schedule of days replaces copay and coinsurance; a day that no band holds costs nothing.
DayBandTerms asked_on_day(const ShareTerms& share, int day) {
  if (share.band_count == 0) return {1, DayBand::kNoLastDay, share.copay, share.coinsurance};
  for (std::size_t i = 0; i < share.band_count; ++i) {
    const DayBandTerms& band = share.bands[i];
    if (band.first_day <= day && day <= band.last_day) return band;
  }
  return {};
}

// A week's price inside an admission stands for seven days of it.
int days_of(const ServiceLine& line) { return line.day_of_admission > 0 ? std::max(line.units, 1) : 1; }

CopayPer copay_per(const ShareTerms& share) { return share.band_count > 0 ? CopayPer::day : share.copay_per; }

Scope scope_of(CapPer per) {
  switch (per) {
    case CapPer::admission:
      return Scope::course;
    case CapPer::day:
      return Scope::day;
    case CapPer::year:
      return Scope::year;
  }
  return Scope::course;
}

}  // namespace

const ShareTerms& SecondAdjudicator::share_of_visit(const Decided& now) const {
  const BenefitTerms& benefit = row(now);
  if (benefit.tier_count == 1) return benefit.tiers[0];
  const std::int64_t before = benefit.pool == kNone
                                  ? history_.visits_of_row(now)
                                  : history_.visits_of_pool(static_cast<std::size_t>(benefit.pool), now);
  std::int64_t upper = 0;
  for (std::size_t tier = 0; tier + 1 < benefit.tier_count; ++tier) {
    upper += benefit.tier_visits[tier];
    if (before < upper) return benefit.tiers[tier];
  }
  return benefit.tiers[benefit.tier_count - std::size_t{1}];
}

// Several deductibles can apply, as when one network's lies inside a combined one: the one that is met first counts.
Money SecondAdjudicator::deductible_left(const Decided& now) const {
  std::vector<Money> left;
  for (std::size_t i = 0; i < terms_.bucket_count; ++i) {
    const BucketTerms& bucket = terms_.buckets[i];
    if (bucket.kind != BucketKind::deductible) continue;
    if ((bucket.benefits & mask(now.line.benefit)) == 0 || (bucket.applies & mask(now.network)) == 0) continue;
    left.push_back(history_.left_of_bucket(i, now));
  }
  return left.empty() ? Money() : *std::min_element(left.begin(), left.end());
}

// Days of a schedule are days of the admission; outside one, visits of the benefit year.
int SecondAdjudicator::schedule_day(const Decided& now) const {
  if (now.line.day_of_admission > 0) return now.line.day_of_admission;
  return static_cast<int>(history_.visits_of_row(now)) + 1;
}

// Days of the line on which a copay is still charged, where the plan charges it on the first days of an admission only.
int SecondAdjudicator::copay_days_left(const Decided& now, const ShareTerms& share) const {
  if (share.copay_days == 0) return days_of(now.line);
  const int today = history_.copay_asked_today(now).is_positive() ? 1 : 0;
  return std::clamp(share.copay_days - history_.days_with_copay(now) + today, 0, days_of(now.line));
}

Money SecondAdjudicator::copay_of_days(const Decided& now, const ShareTerms& share, int days) const {
  Money copay;
  for (int day = 0; day < days; ++day) copay += asked_on_day(share, schedule_day(now) + day).copay;
  return copay;
}

// The copay that this line may be asked for, before the line's own allowed amount limits it.
Money SecondAdjudicator::copay_due(const Decided& now, const ShareTerms& share) const {
  if (row(now).waived_if_admitted && now.line.admitted_after) return Money();
  Money whole = share.copay;
  Money due;
  switch (copay_per(share)) {
    case CopayPer::visit:
      if (copay_days_left(now, share) > 0) due = share.copay;
      break;
    case CopayPer::day:
      whole = copay_of_days(now, share, days_of(now.line));
      due = copay_of_days(now, share, copay_days_left(now, share)) - history_.copay_asked_today(now);
      break;
    case CopayPer::admission:
      return std::max(share.copay - history_.copay_asked_of_admission(now), Money());
  }
  if (terms_.same_day_copays == SameDayCopays::highest) {
    due = std::min(due, whole - history_.copay_asked_of_person_today(now));
  }
  return std::max(due, Money());
}

// Deductible and copay in the order of the phrase.
void SecondAdjudicator::take_in_order(Decided& now, DeductibleOrder order, Money copay) const {
  Amounts& amounts = now.amounts;
  switch (order) {
    case DeductibleOrder::does_not_apply:
      amounts.copay = std::min(copay, amounts.allowed);
      break;
    case DeductibleOrder::deductible_first: {
      amounts.deductible = std::min(deductible_left(now), amounts.allowed);
      const bool crosses = amounts.deductible.is_positive();
      const bool charged = !crosses || terms_.crossing_copay == CrossingCopay::charged;
      amounts.copay = charged ? std::min(copay, amounts.allowed - amounts.deductible) : Money();
      break;
    }
    case DeductibleOrder::copay_first:
      amounts.copay = std::min(copay, amounts.allowed);
      amounts.deductible = std::min(deductible_left(now), amounts.allowed - amounts.copay);
      break;
  }
}

void SecondAdjudicator::share_cost(Decided& now) const {
  const ShareTerms& share = share_of_visit(now);
  std::optional<Money> room;  // under the share's cap
  if (share.has_cap) {
    room = std::max(share.cap - history_.asked_under_cap(scope_of(share.cap_per), now), Money());
  }
  const Money due = copay_due(now, share);
  take_in_order(now, share.deductible, room ? std::min(due, *room) : due);
  const Money after_deductible = now.amounts.allowed - now.amounts.deductible;
  const Money rest = after_deductible - now.amounts.copay;
  const Rate rate = share.band_count == 0 ? share.coinsurance : asked_on_day(share, schedule_day(now)).coinsurance;
  const bool on_allowed = terms_.coinsurance_base == CoinsuranceBase::allowed;
  now.amounts.coinsurance = std::min(part_of(on_allowed ? after_deductible : rest, rate), rest);
  if (room) now.amounts.coinsurance = std::min(now.amounts.coinsurance, *room - now.amounts.copay);
  now.capped = share.has_cap;
  now.copay_per = copay_per(share);
  now.copay_asked = now.amounts.copay;
  now.coinsurance_asked = now.amounts.coinsurance;
  const bool first_of_day = history_.copay_asked_today(now).is_zero();
  if (now.copay_asked.is_positive() && now.copay_per != CopayPer::admission && first_of_day) {
    now.copay_days = copay_days_left(now, share);
  }
}

void SecondAdjudicator::share_hospital_day(Decided& now) const {
  const MedicarePartATerms& part_a = terms_.part_a;
  const HospitalDays used = history_.hospital_days_before(now);
  const Money deductible_left = std::max(part_a.deductible - used.deductible_paid, Money());
  now.amounts.deductible = std::min(deductible_left, now.amounts.allowed);
  now.part_a_deductible = now.amounts.deductible;
  Money of_days;
  for (int night = 1; night <= now.line.units; ++night) {
    const int day = used.period_days + night;
    if (day > kDaysWithoutReserve) {
      of_days += part_a.reserve_day;
    } else if (day > kFullDays) {
      of_days += part_a.day_61_90;
    }
  }
  now.amounts.coinsurance = std::min(of_days, now.amounts.allowed - now.amounts.deductible);
}

}  // namespace preauth
