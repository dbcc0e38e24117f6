#pragma once
// Accumulators are what has been used up so far: deductibles, out-of-pocket maxima, limits, visit pools, Medicare days.
// They never fall within a benefit year. `Start` is what a treatment file states under [so_far]; the engine keeps its
// own working state (engine/ledger.h) and reports these snapshots.

#include <array>
#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/money.h"
#include "model/terms.h"

namespace preauth {

// One figure per bucket of Terms: used by the person, used by the family (the person's own use included).
struct BucketUse {
  std::array<Money, kMostBuckets> person{};
  std::array<Money, kMostBuckets> family{};
};

struct MedicareUse {
  std::int32_t benefit_period_days = 0;      // hospital days used in the current benefit period
  Money deductible_paid;                     // Part A deductible already paid in it
  std::int32_t reserve_days_used = 0;
  std::int32_t psychiatric_days_used = 0;    // lifetime, freestanding psychiatric hospitals
  std::optional<Date> last_hospital_day;     // for the 60-day gap
};

struct Start {
  std::optional<Date> as_of;                 // the figures belong to the benefit year that holds this day
  BucketUse buckets;
  std::array<std::int64_t, kMostLimits> limits{};  // used of each limit, in its own unit
  std::array<std::int32_t, kMostPools> pools{};    // visits used of each shared pool
  std::array<std::int32_t, kBenefitCount> visits{};  // visits used of each benefit, for its own visit tiers
  MedicareUse medicare;
};

}  // namespace preauth
