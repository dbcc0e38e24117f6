#pragma once
// One row to its output: the files it names, its values put in place, the estimate, the bytes. One object per thread;
// what threads share is in CaseFiles. The result of a row is that of `preauth compare` with the same inputs, its sheet
// that of `preauth sheet`.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "batch/case_files.h"
#include "batch/quick_cases.h"
#include "batch/row.h"
#include "batch/summary.h"
#include "load/overrides.h"
#include "model/defaults.h"
#include "model/estimate.h"
#include "report/batch_report.h"
#include "report/sheet_index.h"

namespace preauth {

enum class RowsOutput : std::uint8_t { json, csv };

// brief: each option's figures. full: all that `compare` says of a client.
enum class RowsDetail : std::uint8_t { brief, full };

// Of the cost sheets, in the language of those who read them.
struct SheetSettings {
  Lang lang = Lang::en;
  bool part2_notice = false;
  const Defaults* defaults = nullptr;  // with texts in that language
};

// A row's cost sheet and what the list of all sheets says of it.
struct RowSheet {
  std::string html;
  SheetIndexEntry entry;
};

// The same for every row of a run.
struct EstimateSettings {
  Date as_of;
  RowsOutput output = RowsOutput::json;
  RowsDetail detail = RowsDetail::full;
  CsvGuard csv_guard = CsvGuard::spreadsheet;
  bool row_numbers = true;
  bool lines = false;
  std::size_t top_questions = 0;
  std::int32_t draws = 0;  // 0: no bands
  std::uint64_t seed = 1;
  std::optional<Money> budget;      // of rows that state none
  std::vector<Override> overrides;  // of every row, before its own
  std::string engine;
  const Defaults* defaults = nullptr;
  std::optional<SheetSettings> sheet;  // empty: none
};

class RowEstimator {
 public:
  RowEstimator(const EstimateSettings& settings, CaseFiles& files);
  // Appends the row's output, counts it in `summary` when there is one, and makes its sheet when the settings ask for
  // sheets (then there must be one). False when the row cannot be estimated: then nothing was appended and `problems`
  // say why.
  bool estimate(const Row& row, std::string& out, RowProblems& problems, Summary* summary, RowSheet* sheet = nullptr);

 private:
  // A file of the row with the values put in; `sources` has it first, then a source per value.
  struct Prepared {
    SourceSet sources;
    std::optional<Node> root;
    std::vector<const Column*> columns;  // of the sources after the first
  };
  std::shared_ptr<const CaseFile> file_of(std::string_view name);
  bool prepare(const CaseFile& file, FileKind kind, std::string_view column, const Row& row, Prepared& prepared,
               RowProblems& problems);
  std::unique_ptr<LoadedCase> load(const Row& row, RowProblems& problems);
  Comparison compare_case(const LoadedCase& loaded, std::optional<Money> budget, const Defaults& defaults,
                          bool want_lines, bool want_questions) const;
  RowSheet make_row_sheet(const Row& row, const LoadedCase& loaded, Comparison& comparison) const;
  bool may_be_quick(const Summary* summary) const;
  void append(const Row& row, const Comparison& comparison, const std::vector<BriefLead>* leads,
              std::string& out) const;
  void add_all(const Diagnostics& diagnostics, const Prepared& prepared, std::string_view column,
               RowProblems& problems) const;

  const EstimateSettings& settings_;
  CaseFiles& files_;
  // Files of rows before, so that the threads meet at the shared ones only now and then.
  std::map<std::string, std::shared_ptr<const CaseFile>, std::less<>> recent_;
  QuickCases quick_;
};

}  // namespace preauth
