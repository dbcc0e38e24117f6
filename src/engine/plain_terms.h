#pragma once
// Most courses fall under rows whose share of a line depends on nothing but the line's own amount and what is left of
// deductibles, out-of-pocket maxima, visits and days, and what a stay owes once. PlainTerms is what Terms say about the
// runs of such a course, small enough to keep for every way a plan may turn out. Anything else (caps, dollar limits,
// Medicare's hospital days, carry-over, authorization trouble) is not plain and is left to the Adjudicator, which
// decides every line by itself.

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/cost_split.h"
#include "engine/row_rules.h"
#include "model/line.h"
#include "model/terms.h"

namespace preauth {

inline constexpr std::size_t kMostPlainRuns = 12;
inline constexpr std::size_t kMostPlainShares = kMostPlainRuns + 2 * kMostDayBands;
inline constexpr std::size_t kMostPlainCounters = 4;  // of each kind

// What a covered line is charged, on so many visits before the next share holds.
struct PlainShare {
  SplitRules rules;
  Due due;  // copay by the visit or the day; by the stay what is left of it replaces the copay
  std::int32_t visits = 0;

  friend bool operator==(const PlainShare&, const PlainShare&) = default;
};

// What one run's lines are decided by.
struct PlainRow {
  std::optional<NoncoveredRate> uncovered;  // the plan pays nothing, and the patient owes this
  Network network = Network::in;            // whose share and accumulators hold
  std::uint8_t first_share = 0;             // in PlainTerms::shares
  std::uint8_t share_count = 1;
  std::int8_t visits = kNone;      // the counter that says which share holds; kNone: there is one
  std::int8_t stay = kNone;        // which of the copays by the stay; kNone: none
  std::int8_t copay_days = kNone;  // which of the numbers of days that a copay is charged on; kNone: every day
  IndexSet deductibles;            // those that apply
  IndexSet deductibles_fed;
  IndexSet maxima;
  IndexSet maxima_fed;
  IndexSet limits;
  IndexSet visits_fed;                                 // the counters that a covered line advances
  NoncoveredRate past_limit = NoncoveredRate::billed;  // what a line past a limit costs

  friend bool operator==(const PlainRow&, const PlainRow&) = default;
};

// What decides which share holds: visits of the benefit year, of one benefit row or of a pool; or the day of the stay
// on which a run's line comes.
struct VisitCounter {
  std::int8_t row = kNone;  // ledger.h, row_of
  std::int8_t pool = kNone;
  std::int8_t run = kNone;   // whose lines come one a day
  BenefitMask benefits = 0;  // of a row: those whose visits used so far count

  friend bool operator==(const VisitCounter&, const VisitCounter&) = default;
};

struct PlainTerms {
  DateRange year;
  OutOfNetworkTerms out_of_network;
  bool stays_keep_their_year = false;  // a stay over the end of the year is not plain
  // Within one benefit year the patient's amount never falls when a contracted price, a charge, the deductible or the
  // maximum rises, what was used before being the same; without copays by the stay that holds over several years too.
  // plain_terms.cpp has the conditions and why.
  bool rises = false;
  std::uint8_t run_count = 0;
  std::uint8_t share_count = 0;
  std::uint8_t stay_count = 0;
  std::uint8_t bucket_count = 0;
  std::uint8_t limit_count = 0;
  std::uint8_t pool_count = 0;
  std::uint8_t counter_count = 0;
  std::uint8_t copay_days_count = 0;
  std::array<PlainRow, kMostPlainRuns> rows{};
  std::array<PlainShare, kMostPlainShares> shares{};
  std::array<Money, kMostPlainCounters> stay_copays{};        // whole, by PlainRow::stay
  std::array<std::int32_t, kMostPlainCounters> copay_days{};  // of one run's stay, by PlainRow::copay_days
  std::array<VisitCounter, kMostPlainCounters> counters{};
  std::array<BucketTerms, kMostBuckets> buckets{};
  std::array<LimitTerms, kMostLimits> limits{};
  std::array<PoolTerms, kMostPools> pools{};

  friend bool operator==(const PlainTerms&, const PlainTerms&) = default;
};

// Everything of a run that make_plain looks at. Two courses whose runs have the same shapes, one by one, have the same
// PlainTerms.
std::uint64_t plain_shape(const Run& run);

// False when the course is not plain; `plain` is then of no meaning. Looks at the benefits, networks, patterns and
// admissions of the runs, not at their prices, dates or counts.
bool make_plain(const Terms& terms, std::span<const Run> runs, PlainTerms& plain);

}  // namespace preauth
