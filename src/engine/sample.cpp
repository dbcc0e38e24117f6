#include "engine/sample.h"

#include <algorithm>
#include <exception>
#include <numeric>
#include <string>
#include <thread>
#include <utility>

#include "engine/course_totals.h"
#include "engine/distribution.h"
#include "engine/extremes.h"

namespace preauth {
namespace {

// SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  // 0 .. bound - 1; the bias of the multiplication is below bound / 2^32.
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U); }

 private:
  std::uint64_t state_;
};

// FNV-1a: the stream of an unknown is named by its path, not by its place in a file.
std::uint64_t stream_of(const std::vector<Unknown>& unknowns, std::size_t position, std::uint64_t seed) {
  std::uint64_t hash = 0xCBF29CE484222325U ^ seed;
  for (const char c : unknowns[position].path) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  // Several open parts of one phrase share its path: the second, third, ... have streams of their own.
  for (std::size_t i = 0; i < position; ++i) {
    if (unknowns[i].path == unknowns[position].path) hash = (hash ^ 0x2FU) * 0x100000001B3U;
  }
  return hash;
}

// The draws in an order in which as few of the plan's choices as possible change from one to the next.
std::vector<std::uint32_t> likeness_order(const EstimateModel& model, const DrawTable& table, std::size_t draws) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys(draws);
  for (std::size_t i = 0; i < draws; ++i) keys[i] = {0, static_cast<std::uint32_t>(i)};
  for (std::size_t u = 0; u < table.unknowns.size(); ++u) {
    const std::size_t position = table.unknowns[u].unknown;
    if (position >= model.stages.rules || model.unknowns[position].kind != UnknownKind::choice) continue;
    for (std::size_t i = 0; i < draws; ++i) {
      keys[i].first = (keys[i].first ^ static_cast<std::uint64_t>(table.values[u][i] + 1)) * 0x100000001B3U;
    }
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint32_t> order(draws);
  std::transform(keys.begin(), keys.end(), order.begin(), [](const auto& key) { return key.second; });
  return order;
}

void evaluate_some(const EstimateModel& model, std::size_t option, const DrawTable& table,
                   std::span<const std::uint32_t> draws, std::vector<std::int64_t>& patient) {
  CourseTotals totals(model);
  Assignment assignment = table.likely;
  for (const std::uint32_t draw : draws) {
    for (std::size_t u = 0; u < table.unknowns.size(); ++u) {
      assignment[table.unknowns[u].unknown] = table.values[u][draw];
    }
    patient[draw] = totals.of(option, assignment).patient().count_cents();
  }
}

// Each thread takes a part of the draws and fills their own places: the result does not depend on how many there are.
void evaluate_all(const EstimateModel& model, std::size_t option, const DrawTable& table, unsigned threads,
                  std::vector<std::int64_t>& patient) {
  const std::vector<std::uint32_t> order = likeness_order(model, table, patient.size());
  const std::size_t parts = std::clamp<std::size_t>(threads, 1, patient.size());
  std::vector<std::exception_ptr> problems(parts);
  const auto work = [&](std::size_t part) {
    const std::size_t first = order.size() * part / parts;
    const std::size_t last = order.size() * (part + 1) / parts;
    try {
      evaluate_some(model, option, table, std::span(order).subspan(first, last - first), patient);
    } catch (...) {
      problems[part] = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < parts; ++part) others.emplace_back(work, part);
    work(0);
  }
  for (const std::exception_ptr& problem : problems) {
    if (problem) std::rethrow_exception(problem);
  }
}

}  // namespace

Assignment DrawTable::assignment(std::size_t draw) const {
  Assignment found = likely;
  for (std::size_t u = 0; u < unknowns.size(); ++u) found[unknowns[u].unknown] = values[u][draw];
  return found;
}

Sampler::Sampler(const EstimateModel& model, const SampleRequest& request)
    : model_(model), request_(request), orders_(model.unknowns.size()) {}

const std::vector<std::uint16_t>& Sampler::order_of(std::size_t unknown) {
  std::vector<std::uint16_t>& order = orders_[unknown];
  if (!order.empty()) return order;
  order.resize(static_cast<std::size_t>(request_.draws));
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  Random random(stream_of(model_.unknowns, unknown, request_.seed));
  for (std::size_t i = order.size(); i > 1; --i) {
    std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
  }
  return order;
}

Sample Sampler::draw(std::size_t option) {
  DrawTable table = draw_values(option);
  Sample sample;
  sample.patient.resize(static_cast<std::size_t>(request_.draws));
  evaluate_all(model_, option, table, request_.threads, sample.patient);
  const auto [least, greatest] = std::minmax_element(sample.patient.begin(), sample.patient.end());
  sample.least_at = table.assignment(static_cast<std::size_t>(least - sample.patient.begin()));
  sample.greatest_at = table.assignment(static_cast<std::size_t>(greatest - sample.patient.begin()));
  sample.unknowns = std::move(table.unknowns);
  return sample;
}

DrawTable Sampler::draw_values(std::size_t option) {
  const std::size_t draws = static_cast<std::size_t>(request_.draws);
  DrawTable table{likely_assignment(model_.unknowns), {}, {}};
  for (const std::size_t position : touching(model_, option)) {
    const Unknown& unknown = model_.unknowns[position];
    SampledUnknown& sampled = table.unknowns.emplace_back();
    sampled.unknown = position;
    sampled.cell_count = count_cells(unknown);
    sampled.is_number = unknown.kind != UnknownKind::choice;
    sampled.cells.resize(draws);
    std::vector<std::int64_t>& values = table.values.emplace_back(draws);
    const std::vector<std::uint16_t>& order = order_of(position);
    for (std::size_t i = 0; i < draws; ++i) {
      const std::int64_t middle = (2 * std::int64_t{order[i]} + 1) * (kLastPosition + 1) / (2 * request_.draws);
      const Quantile drawn = quantile(unknown, middle);
      values[i] = drawn.value;
      sampled.cells[i] = drawn.cell;
    }
  }
  return table;
}

}  // namespace preauth
