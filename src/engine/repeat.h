#pragma once
// Adjudicates whole runs. Lines that repeat the one before are passed over in one step, exactly as if each had been
// decided by itself: the totals, what mattered and every accumulator are the same (tests/property/repeat_test.cpp).

#include <span>

#include "engine/adjudicate.h"
#include "engine/runs.h"

namespace preauth {

struct RunTotals {
  Amounts amounts;
  MatteredMask mattered = 0;
};

// Pre: the merger walks `runs` from the start.
RunTotals adjudicate_runs(std::span<const Run> runs, RunMerger& merger, Adjudicator& adjudicator);

}  // namespace preauth
