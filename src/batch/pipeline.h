#pragma once
// Reads blocks, works on them in threads and delivers them in the order in which they were read, with a bounded number
// on the way. Whoever finishes the next block in order delivers it and those ready behind it, so there is no thread
// that only writes and none that only reads.

#include <functional>

#include "batch/work_block.h"

namespace preauth {

struct PipelineSteps {
  std::function<bool(WorkBlock&)> read;                   // one caller at a time; false: no more blocks
  std::function<void(unsigned thread, WorkBlock&)> work;  // threads from 0
  std::function<bool(WorkBlock&)> deliver;                // one caller at a time, in order; false: stop, drop the rest
};

// Uses the calling thread and `jobs` - 1 more. What a step throws stops the run and is thrown here.
void run_pipeline(unsigned jobs, const PipelineSteps& steps);

}  // namespace preauth
