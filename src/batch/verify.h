#pragma once
// Checks a batch by its stamp: whether rows, plans, treatments and output are still the bytes they were, and whether
// estimating the rows again gives the same output and the sheets that are in their folder.

#include <string>
#include <string_view>

#include "batch/batch.h"
#include "batch/stamp.h"

namespace preauth {

struct VerifySettings {
  std::string output_file;
  std::string engine;
  const Defaults* defaults = nullptr;
  const Defaults* sheet_defaults = nullptr;  // in the language of the sheets
  unsigned jobs = 1;
};

// What differs, as warnings; nothing when all is the same.
Diagnostics verify_batch(const Stamp& stamp, const VerifySettings& settings, const BatchSurroundings& surroundings);
// "rows.ndjson" of "rows.ndjson.stamp.json".
std::string output_file_of(std::string_view stamp_path);

}  // namespace preauth
