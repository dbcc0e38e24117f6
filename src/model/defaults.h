#pragma once
// Defaults are the cited values used where a plan or treatment is silent, as typed values: the phrases and schedules of
// the reference data, read once (load/defaults.h). Each keeps the citation that is printed when it mattered.

#include <array>

#include "base/money.h"
#include "model/cost_share.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/treatment.h"

namespace preauth {

template <class T>
struct Cited {
  T value{};
  std::string_view text;  // as it would stand in a file
  Citation citation;
};

// A plausible span with its usual value.
template <class T>
struct CitedRange {
  Cited<T> low;
  Cited<T> likely;
  Cited<T> high;
};

struct Defaults {
  const ReferenceData* reference = nullptr;
  std::array<Cited<Schedule>, kLevelCount> schedules;
  CitedRange<CostShare> share;      // of a row nothing is known about, in network
  Cited<CostShare> stay_share_low;  // of a row whose care is a stay
  Cited<CostShare> out_share;       // out of network, where the plan has out-of-network benefits at all
  CitedRange<Money> deductible;     // high: the year's federal maximum when the citation says so
  Cited<Money> maximum;             // usual; high is the federal maximum
  Cited<Money> lowest_maximum;      // but never below the deductible
  CitedRange<OutOfNetworkRule> out_method;
  std::array<CitedRange<Schedule>, kLevelCount> lengths;  // of a step without a schedule: low and high; likely is above
  Cited<LimitRule> visit_limit;                           // what an unknown limit may turn out to be, besides none
  Cited<LimitRule> day_limit;
  Cited<Rate> chance_not_covered;  // that silence means not covered, where it may
  Cited<Rate> chance_limited;      // that an unknown limit is one
  Cited<std::int32_t> fresh_days;  // accumulators older than this may have grown
  Cited<std::int32_t> first_days;  // days approved at first, and per renewal
  Cited<std::int32_t> then_every;
};

}  // namespace preauth
