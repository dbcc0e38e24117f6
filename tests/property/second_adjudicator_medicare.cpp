// Medicare Part A for the second adjudicator: the benefit period that holds a line, found by walking through all
// earlier hospital lines of the person.

#include <algorithm>

#include "property/second_adjudicator_history.h"

namespace preauth {
namespace {

constexpr int kDaysWithoutReserve = 90;

HospitalDays from_start(const MedicareUse& start) {
  HospitalDays days;
  days.period_days = start.benefit_period_days;
  days.deductible_paid = start.deductible_paid;
  days.reserve_days_used = start.reserve_days_used;
  days.psychiatric_days_used = start.psychiatric_days_used;
  days.last_day = start.last_hospital_day;
  return days;
}

// A new benefit period begins after so many days out of hospital.
void come_to(HospitalDays& days, const Decided& line, int gap_days) {
  if (!days.last_day || line.line.date - *days.last_day <= gap_days) return;
  days.period_days = 0;
  days.deductible_paid = Money();
  days.first_line = line.number;
}

// A line of no units, such as room and board beside the day, is no day of its own.
void use_days(HospitalDays& days, const Decided& covered) {
  days.deductible_paid += covered.part_a_deductible;
  for (int night = 0; night < covered.line.units; ++night) {
    days.period_days += 1;
    if (days.period_days > kDaysWithoutReserve) days.reserve_days_used += 1;
    if (covered.line.facility_kind == FacilityKind::psychiatric_hospital) days.psychiatric_days_used += 1;
  }
}

}  // namespace

HospitalDays History::hospital_days_before(const Decided& now) const {
  HospitalDays days = now.line.person == 0 ? from_start(start_.medicare) : HospitalDays();
  for (const Decided& earlier : lines_) {
    if (!earlier.hospital_day || !same_person(earlier, now)) continue;
    come_to(days, earlier, terms_.part_a.gap_days);
    if (earlier.covered && terms_.of(earlier.line.benefit, earlier.network).medicare_part_a) use_days(days, earlier);
    days.last_day = earlier.line.date + std::max(earlier.line.units, 1) - 1;
  }
  if (now.hospital_day) come_to(days, now, terms_.part_a.gap_days);
  return days;
}

}  // namespace preauth
