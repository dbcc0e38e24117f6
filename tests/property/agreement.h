#pragma once
// Runs one case through the engine and through the second adjudicator and tells where they part.

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "model/adjudication.h"
#include "property/random_case.h"

namespace preauth {

inline constexpr std::size_t kMatteredCount = 19;

// How often each rule and each thing that mattered was seen, and how many lines were compared.
struct Hits {
  std::array<std::int64_t, kRuleCount> rules{};
  std::array<std::int64_t, kMatteredCount> mattered{};
  std::int64_t lines = 0;
  void count(const Adjudication& result);
};

// Empty when both agree on every line: amounts, sums by group and reason code, benefit year, accumulators.
std::optional<std::string> find_disagreement(const RandomCase& compared, Hits& hits);

}  // namespace preauth
