#include "engine/medicare_part_a.h"

#include <algorithm>

namespace preauth {
namespace {

constexpr std::int32_t kFreeDays = 60;
constexpr std::int32_t kLastPaidDay = 90;  // before reserve days

// A line that is no day of its own (room and board beside the day) uses up none.
std::int32_t hospital_days(const ServiceLine& line) { return std::max(line.units, 0); }

bool is_hospital_day(const Claim& claim) {
  if (claim.row.medicare_part_a) return true;
  const FacilityKind kind = claim.line.facility_kind;
  return is_overnight(claim.line.level) && claim.line.order == DayOrder::facility &&
         (kind == FacilityKind::hospital || kind == FacilityKind::psychiatric_hospital);
}

// How many of the line's days fall after day `first` of the benefit period, up to day `last`.
std::int32_t days_between(std::int32_t used, std::int32_t days, std::int32_t first, std::int32_t last) {
  return std::max(0, std::min(used + days, last) - std::max(used, first));
}

std::int32_t reserve_days(const Claim& claim) {
  const std::int32_t used = claim.place.person->medicare.benefit_period_days;
  return std::max(0, used + hospital_days(claim.line) - std::max(used, kLastPaidDay));
}

}  // namespace

void enter_benefit_period(Claim& claim) {
  if (!claim.terms.benefit_period_is_spell && !claim.row.medicare_part_a) return;
  if (is_hospital_day(claim)) claim.ledger.enter_hospital(claim.place, claim.line);
}

PartADaysLeft part_a_days_left(const Claim& claim) {
  const MedicarePartATerms& terms = claim.terms.part_a;
  const MedicareUse& medicare = claim.place.person->medicare;
  const bool psychiatric = claim.line.facility_kind == FacilityKind::psychiatric_hospital;
  if (psychiatric && medicare.psychiatric_days_used + hospital_days(claim.line) > terms.psychiatric_lifetime_days) {
    return PartADaysLeft::psychiatric_exhausted;
  }
  const std::int32_t reserve = reserve_days(claim);
  return reserve > 0 && medicare.reserve_days_used + reserve > terms.reserve_days ? PartADaysLeft::exhausted
                                                                                  : PartADaysLeft::enough;
}

// The deductible is owed by the benefit period: what the first line does not hold is owed by the next.
Shares share_part_a(Claim& claim) {
  note(claim.result, Mattered::benefit_period);
  const MedicarePartATerms& terms = claim.terms.part_a;
  MedicareUse& medicare = claim.place.person->medicare;
  const Money allowed = claim.result.amounts.allowed;
  const std::int32_t days = hospital_days(claim.line);
  const std::int32_t reserve = reserve_days(claim);
  const std::int32_t daily = days_between(medicare.benefit_period_days, days, kFreeDays, kLastPaidDay);

  Shares shares;
  shares.deductible_rule = Rule::part_a_deductible;
  shares.coinsurance_rule = reserve > 0 ? Rule::part_a_reserve_day : Rule::part_a_day;
  shares.deductible = least(not_below_zero(terms.deductible - medicare.deductible_paid), allowed);
  shares.coinsurance = least(terms.day_61_90 * daily + terms.reserve_day * reserve, allowed - shares.deductible);

  medicare.deductible_paid += shares.deductible;
  medicare.benefit_period_days += days;
  medicare.reserve_days_used += reserve;
  if (claim.line.facility_kind == FacilityKind::psychiatric_hospital) medicare.psychiatric_days_used += days;
  return shares;
}

}  // namespace preauth
