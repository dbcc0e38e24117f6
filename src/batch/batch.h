#pragma once
// A whole batch run: rows files in, rows of results out, rejects aside. Nothing is kept between rows but the files they
// name and sums, so memory does not grow with their number; the bytes written depend on the inputs and settings only,
// not on the number of threads.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "batch/case_files.h"
#include "batch/columns.h"
#include "batch/row_estimator.h"
#include "batch/rows_input.h"

namespace preauth {

struct BatchSettings {
  std::vector<std::string> inputs;
  EstimateSettings estimate;
  ColumnRules columns;
  std::string base_folder = ".";
  std::optional<RowRange> rows;
  unsigned jobs = 1;
  bool header = true;                      // of CSV, where row 1 is among the rows
  std::optional<std::string> output_file;  // empty: standard output
  bool output_nowhere = false;             // only the digest counts
  bool resume = false;
  bool as_of_given = true;  // false: an interrupted run goes on with the day it began with
  std::optional<std::string> rejects_file;
  bool rejects_with_rows = false;
  std::optional<std::uint64_t> most_rejects;  // stop when there are more
  bool want_summary = false;
  std::optional<std::string> sheets_folder;  // goes with EstimateSettings::sheet
  bool compare_sheets = false;               // with those in the folder; nothing is written there
};

struct BatchProgress {
  std::uint64_t rows = 0;
  std::uint64_t rejected = 0;
  std::uint64_t bytes_read = 0;
  std::optional<std::uint64_t> total_bytes;
};

// What a run takes from the world besides its files.
struct BatchSurroundings {
  FileAccess files;
  std::function<void(const BatchProgress&)> progress;  // after every block; may be empty
};

struct BatchResult {
  std::uint64_t estimated = 0;
  std::uint64_t rejected = 0;
  Diagnostics diagnostics;             // about the run as a whole
  std::vector<std::string> told;       // the first rejects as lines for people, when there is no reject file
  bool stopped_by_rejects = false;     // more than most_rejects
  int signal = 0;                      // that interrupted the run
  bool closed = false;                 // nobody reads the output any more
  bool cannot_write = false;           // the diagnostics say what and why
  bool already_done = false;           // --resume of a run that is complete
  std::string output_sha256;           // of a file
  std::uint64_t different_sheets = 0;  // compared, and not the same or not there; the list of them counts as one
  // Of a complete run, for the caller to write; the journal is in the way until they are.
  std::optional<std::string> summary;
  std::optional<std::string> stamp;
  std::string journal_path;  // empty: there is none
};

BatchResult run_batch(const BatchSettings& settings, const BatchSurroundings& surroundings);

}  // namespace preauth
