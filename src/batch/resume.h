#pragma once
// Whether and where a run with an output file begins: at its start, or after what an interrupted run of the same
// inputs, program and settings has written. Whatever does not match is refused by name and nothing is touched.

#include <cstdint>
#include <string>

#include "batch/batch.h"
#include "batch/stamp.h"
#include "batch/written_rows.h"

namespace preauth {

struct RunStart {
  bool continues = false;
  bool already_done = false;
  WrittenRows written;
  std::vector<UsedFile> files;      // that the interrupted run has used
  std::uint64_t journal_bytes = 0;  // of its journal, which goes on too
};

// Takes the day of an interrupted run over into `settings` when none was given. Pre: there is an output file, and it is
// open, so that no other run changes it meanwhile. Problems go to `diagnostics`.
RunStart find_start(BatchSettings& settings, StampHead& head, Diagnostics& diagnostics);

}  // namespace preauth
