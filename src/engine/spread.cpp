// What a sample says: bands, the share above an amount, and how much of the variance the answers to some unknowns
// remove. Sums of squares are exact in 128-bit integers, taken about the median so that they stay small.

#include <algorithm>
#include <numeric>

#include "engine/distribution.h"
#include "engine/sample.h"

namespace preauth {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

Rate ratio(WideInteger part, WideInteger whole) {
  if (whole <= 0 || part <= 0) return {};
  if (part >= whole) return Rate::parts_per_million(kMillion);
  // Both are scaled down until the product fits: a share needs no more than six digits.
  while (whole > (WideInteger{1} << 100U)) {
    whole >>= 1U;
    part >>= 1U;
  }
  return Rate::parts_per_million(static_cast<std::int64_t>((part * kMillion + whole / 2) / whole));
}

// The whole root of a number that is not negative, rounded down (Newton's method).
std::int64_t root(WideInteger number) {
  if (number < 2) return static_cast<std::int64_t>(number);
  WideInteger guess = WideInteger{1} << 64U;
  for (;;) {
    const WideInteger next = (guess + number / guess) / 2;
    if (next >= guess) return static_cast<std::int64_t>(guess);
    guess = next;
  }
}

// Leaves the values partly ordered, which makes the next percentile cheaper.
Money percentile(std::vector<std::int64_t>& values, std::size_t percent) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * percent / 100);
  std::nth_element(values.begin(), at, values.end());
  return Money::cents(*at);
}

constexpr std::size_t kLeastInGroup = 8;  // draws, on average: a group needs some to have a variance

std::vector<const SampledUnknown*> chosen(const Sample& sample, std::span<const std::size_t> unknowns) {
  std::vector<const SampledUnknown*> found;
  for (const SampledUnknown& sampled : sample.unknowns) {
    if (std::find(unknowns.begin(), unknowns.end(), sampled.unknown) != unknowns.end()) found.push_back(&sampled);
  }
  return found;
}

// Into how many parts each numeric distribution is cut: as many as it has for one alone, fewer for several at once.
std::uint32_t count_parts(const std::vector<const SampledUnknown*>& answers, std::size_t draws) {
  std::size_t groups = 1;
  std::size_t numbers = 0;
  for (const SampledUnknown* sampled : answers) {
    if (sampled->is_number) {
      ++numbers;
    } else {
      groups *= sampled->cell_count;
    }
  }
  const auto fits = [&](std::uint32_t parts) {
    std::size_t count = groups;
    for (std::size_t i = 0; i < numbers && count <= draws; ++i) count *= parts;
    return count * kLeastInGroup <= draws;
  };
  std::uint32_t parts = kCells;
  while (parts > 2 && !fits(parts)) --parts;
  return parts;
}

// Numbers the draws by the answers to some unknowns: equal number, equal answers (to the part of the distribution).
std::vector<std::uint32_t> group(const Sample& sample, std::span<const std::size_t> unknowns) {
  const std::vector<const SampledUnknown*> answers = chosen(sample, unknowns);
  const std::uint32_t parts = count_parts(answers, sample.patient.size());
  std::vector<std::uint32_t> groups(sample.patient.size(), 0);
  std::size_t count = 1;
  for (const SampledUnknown* sampled : answers) {
    const std::uint32_t own = sampled->is_number ? parts : sampled->cell_count;
    if (count * own > sample.patient.size()) break;  // dozens of answers at once: the first ones speak for all
    count *= own;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      groups[i] = groups[i] * own + sampled->cells[i] * own / sampled->cell_count;
    }
  }
  return groups;
}

struct Moments {
  std::int64_t count = 0;
  WideInteger sum = 0;
  WideInteger squares = 0;
  void add(std::int64_t value) {
    ++count;
    sum += value;
    squares += static_cast<WideInteger>(value) * value;
  }
  // Sum of squared distances from the mean, without bias: divided by count - 1, times count.
  WideInteger spread() const { return count < 2 ? 0 : (squares - sum * sum / count) * count / (count - 1); }
};

// Mean squared distance within groups and overall, times the number of draws.
SpreadShare split_spread(const std::vector<std::int64_t>& values, const std::vector<std::uint32_t>& groups) {
  const std::uint32_t most = *std::max_element(groups.begin(), groups.end());
  std::vector<Moments> moments(most + std::size_t{1});
  Moments all;
  const std::int64_t centre = values[values.size() / 2];
  for (std::size_t i = 0; i < values.size(); ++i) {
    moments[groups[i]].add(values[i] - centre);
    all.add(values[i] - centre);
  }
  WideInteger within = 0;
  for (const Moments& of_group : moments) within += of_group.spread();
  const WideInteger count = static_cast<WideInteger>(values.size());
  const WideInteger total = all.spread();
  return {total / count, within < total ? (total - within) / count : 0};
}

}  // namespace

Rate SpreadShare::share() const { return ratio(removed, total); }
Money SpreadShare::typical() const { return Money::cents(root(removed)); }

Bands bands_of(const Sample& sample) {
  std::vector<std::int64_t> values = sample.patient;
  return {percentile(values, 10), percentile(values, 50), percentile(values, 90)};
}

Rate share_above(const Sample& sample, Money amount) {
  const auto above = std::count_if(sample.patient.begin(), sample.patient.end(),
                                   [&](std::int64_t cents) { return cents > amount.count_cents(); });
  return ratio(above, static_cast<WideInteger>(sample.patient.size()));
}

SpreadShare spread_removed(const Sample& sample, std::span<const std::size_t> unknowns) {
  return split_spread(sample.patient, group(sample, unknowns));
}

Rate doubt_removed(const Sample& sample, std::span<const std::size_t> unknowns, Money threshold) {
  std::vector<std::int64_t> above(sample.patient.size());
  // A thousand instead of one, so that whole-number variances keep three digits.
  for (std::size_t i = 0; i < above.size(); ++i) above[i] = sample.patient[i] > threshold.count_cents() ? 1'000 : 0;
  return split_spread(above, group(sample, unknowns)).share();
}

}  // namespace preauth
