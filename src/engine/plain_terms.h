#pragma once
// Most courses fall under rows whose share of a line depends on nothing but the line's own amount and what is left of
// one deductible, one out-of-pocket maximum and at most one copay per stay. PlainTerms is what Terms say about the runs
// of such a course, small enough to keep for every way a plan may turn out. Anything else (visit tiers, caps, day
// schedules, dollar limits, several deductibles on one line, Medicare's hospital days, carry-over, authorization
// trouble) is not plain and is left to the Adjudicator, which decides every line by itself.

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

// What one run's lines are decided by.
struct PlainRow {
  std::optional<NoncoveredRate> uncovered;  // the plan pays nothing, and the patient owes this
  Network network = Network::in;            // whose share and accumulators hold
  SplitRules rules;
  Due due;                         // copay by the visit or the day; by the stay what is left of it replaces the copay
  std::int8_t stay = kNone;        // which of the copays by the stay; kNone: none
  std::int8_t deductible = kNone;  // the bucket that applies
  std::int8_t maximum = kNone;
  IndexSet deductibles_fed;
  IndexSet maxima_fed;
  IndexSet limits;
  NoncoveredRate past_limit = NoncoveredRate::billed;  // what a line past one of them costs
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
  std::uint8_t stay_count = 0;
  std::uint8_t bucket_count = 0;
  std::uint8_t limit_count = 0;
  std::array<PlainRow, kMostPlainRuns> rows{};
  std::array<Money, kMostPlainRuns> stay_copays{};  // whole, by PlainRow::stay
  std::array<BucketTerms, kMostBuckets> buckets{};
  std::array<LimitTerms, kMostLimits> limits{};
};

// Everything of a run that make_plain looks at. Two courses whose runs have the same shapes, one by one, have the same
// PlainTerms.
std::uint64_t plain_shape(const Run& run);

// False when the course is not plain; `plain` is then of no meaning. Looks at the benefits, networks, patterns and
// admissions of the runs, not at their prices, dates or counts.
bool make_plain(const Terms& terms, std::span<const Run> runs, PlainTerms& plain);

}  // namespace preauth
