#pragma once
// A seeded sample of the plausible cases of one option: every unknown that can touch it drawn from its distribution,
// authorization as planned, the patient amount of each draw computed by the engine itself. Each unknown has its own
// stream of random numbers, named by its path, so that the order of a file and of the unknowns does not matter, and its
// distribution is drawn exactly (a shuffled quantile table), so that 10,000 draws are as even as they can be. Integers
// only: same input, same bytes, on any machine and with any number of threads.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/evaluate.h"
#include "model/estimate.h"

namespace preauth {

struct SampleRequest {
  std::int32_t draws = 10'000;  // 0: no sample
  std::uint64_t seed = 1;
  unsigned threads = 1;
};
inline constexpr std::int32_t kMostDraws = 50'000;

struct SampledUnknown {
  std::size_t unknown = 0;          // position in EstimateModel::unknowns
  std::vector<std::uint8_t> cells;  // per draw: which part of its distribution the value came from
  std::uint8_t cell_count = 1;
  bool is_number = false;  // else a choice
};

struct Sample {
  std::vector<SampledUnknown> unknowns;  // those that were varied
  std::vector<std::int64_t> patient;     // cents, per draw
  Assignment least_at;                   // the draws with the least and greatest patient amount
  Assignment greatest_at;
  bool empty() const { return patient.empty(); }
};

// The values drawn, before anything is computed from them.
struct DrawTable {
  Assignment likely;
  std::vector<SampledUnknown> unknowns;
  std::vector<std::vector<std::int64_t>> values;  // per unknown, per draw
  Assignment assignment(std::size_t draw) const;
};

class Sampler {
 public:
  Sampler(const EstimateModel& model, const SampleRequest& request);
  // Pre: the option has prices.
  Sample draw(std::size_t option);

 private:
  DrawTable draw_values(std::size_t option);
  const std::vector<std::uint16_t>& order_of(std::size_t unknown);
  const EstimateModel& model_;
  SampleRequest request_;
  std::vector<std::vector<std::uint16_t>>
      orders_;  // per unknown: the shuffled parts of its distribution; empty: not yet
};

Bands bands_of(const Sample& sample);
// Share of the draws above an amount.
Rate share_above(const Sample& sample, Money amount);

// How much of the spread the answers to some unknowns remove: total variance minus the mean variance within the groups
// of draws that agree in them (numeric unknowns in cells of their distribution). Cents squared, never below zero.
struct SpreadShare {
  WideInteger total = 0;
  WideInteger removed = 0;
  Rate share() const;     // removed / total; zero when there is no spread
  Money typical() const;  // root of `removed`: how far the estimate moves on average once the answer is known
};
SpreadShare spread_removed(const Sample& sample, std::span<const std::size_t> unknowns);
// The same for the doubt whether the amount is above `threshold`.
Rate doubt_removed(const Sample& sample, std::span<const std::size_t> unknowns, Money threshold);

}  // namespace preauth
