// Original Medicare, hospital stays in 2026: deductible 1,736, days 61 to 90 at 434 each, lifetime reserve days at 868.

#include "vectors/vector.h"

namespace preauth {
namespace {

Vector psychiatric_stay(std::string id, std::int32_t days, Expected total) {
  Vector vector{.id = std::move(id),
                .origin = "Medicare Part A amounts for 2026 (CMS), arithmetic",
                .reading = "a new benefit period, 60 reserve days left",
                .terms = plan_of({}),
                .lines = stay(days, {.allowed = 2'000, .benefit = Benefit::inpatient}),
                .total = total};
  vector.terms.reset_yearly = false;
  vector.terms.part_a.deductible = Money::dollars(1'736);
  vector.terms.part_a.day_61_90 = Money::dollars(434);
  vector.terms.part_a.reserve_day = Money::dollars(868);
  vector.terms.of(Benefit::inpatient, Network::in).medicare_part_a = true;
  for (ServiceLine& line : vector.lines) line.facility_kind = FacilityKind::psychiatric_hospital;
  return vector;
}

}  // namespace

std::vector<Vector> medicare_vectors() {
  return {
      psychiatric_stay("M01", 28, {.deductible = 1'736, .patient = 1'736}),
      // 1,736 + 15 x 434 = 8,246
      psychiatric_stay("M02", 75, {.deductible = 1'736, .coinsurance = 6'510, .patient = 8'246}),
      // 1,736 + 30 x 434 = 14,756
      psychiatric_stay("M03", 90, {.deductible = 1'736, .coinsurance = 13'020, .patient = 14'756}),
      // 1,736 + 30 x 434 + 2 x 868 = 16,492
      psychiatric_stay("reserve-days", 92, {.coinsurance = 14'756, .patient = 16'492}),
  };
}

}  // namespace preauth
