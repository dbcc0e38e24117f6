#pragma once
// Random courses: runs that overlap or not under the terms of a random case, and lines that come after them.

#include <cstdint>
#include <vector>

#include "property/random_case.h"

namespace preauth {

struct RandomRuns {
  RandomCase plan;
  std::vector<Run> runs;
  std::vector<ServiceLine> after;  // lines that come later
};

void make_random_runs(std::uint64_t seed, RandomRuns& into);

}  // namespace preauth
