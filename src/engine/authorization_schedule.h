#pragma once
// When a plan looks again at care under way: the days it approves at first, the days of each renewal, and the first day
// that each renewal has to cover. The plan states both, or the cited default of the level stands in; where a state law
// forbids review at first, the first review waits until it may begin.

#include <cstdint>
#include <vector>

#include "engine/authorization_step.h"
#include "model/defaults.h"

namespace preauth {

struct Cadence {
  std::int32_t first = 0;  // visits or nights approved at first; 0: the whole step at once
  std::int32_t then = 0;   // per renewal; 0: no further renewal is known
  bool assumed = false;    // a default is part of it
};

inline constexpr std::size_t kMostReviews = 200;  // of one step; further ones are not listed

Cadence cadence_of(const StepFacts& facts, const Defaults& defaults);
// How many visits or nights come before each review, ascending.
std::vector<std::int32_t> review_units(const StepFacts& facts, const Cadence& cadence);

}  // namespace preauth
