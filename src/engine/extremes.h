#pragma once
// The best and worst case of an option: the whole scenario with the least and the greatest patient amount over the
// plausible values of its unknowns, authorization as planned. Every combination is tried when they are few; otherwise
// one unknown at a time is moved to its best (worst) value until nothing changes, from the likely case and from the
// case in which every unknown alone is best (worst).

#include <vector>

#include "engine/evaluate.h"

namespace preauth {

// Positions of the unknowns that can touch an option's lines.
std::vector<std::size_t> touching(const EstimateModel& model, std::size_t option);

struct Influence {
  std::size_t unknown = 0;
  Money swing;  // greatest minus least patient amount over its values, everything else likely
};

struct Extremes {
  Amounts low;
  Amounts high;
  Assignment low_at;
  Assignment high_at;
  std::vector<Influence> influences;  // of every touching unknown that moves the amount; largest first
};

Extremes find_extremes(const EstimateModel& model, std::size_t option, Evaluator& evaluator);

}  // namespace preauth
