#pragma once
// Folding: lines of one run that were decided alike follow each other as one entry, "12 × Mon/Wed/Fri", so that nine
// weeks of IOP read as three entries instead of 27. Lines of other runs in between do not break a fold.

#include <cstdint>
#include <span>
#include <vector>

#include "model/estimate.h"

namespace preauth {

struct FoldedLines {
  const ExplainedLine* first = nullptr;  // into the lines that were folded
  const ExplainedLine* last = nullptr;
  std::int32_t count = 0;
  std::uint8_t weekdays = 0;     // bit 0 = Monday: the days of the week that occur
  std::int32_t longest_gap = 0;  // days between neighbours
};

// In the order of the first lines.
std::vector<FoldedLines> fold(std::span<const ExplainedLine> lines);

// Whether what is used up in a network is worth showing: in network always, the others when a line falls there.
bool shows_network(const OptionEstimate& option, Network network);

// Dollars of one rule under one provision.
struct RuleTotal {
  Adjustment sample;  // its amount is the sum
  const Provision* provision = nullptr;
};

// In the order in which the rules first took something.
std::vector<RuleTotal> totals_by_rule(std::span<const ExplainedLine> lines, const PlanSummary& plan);

}  // namespace preauth
