#pragma once
// Where the files with the answers go: in place of the files that were named, or to --plan-output and
// --treatment-output, which a library plan and standard input need.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "cli/outcome.h"
#include "cli/request.h"
#include "report/answer_report.h"

namespace preauth {

// One of the two files, before and after.
struct AnswerTarget {
  bool in_treatment = false;
  std::string name;  // as it was read; empty: a treatment that has no file yet
  std::string before;
  std::string after;  // empty: there is nothing to write
  bool is_changed() const { return !after.empty() && before != after; }
};

// The files that change, with their paths. A diagnostic (usage.…) for each that has nowhere to go.
std::vector<AnswerReport::File> report_files(const Request& request, const std::vector<AnswerTarget>& targets,
                                             Diagnostics& diagnostics);
// What to write: files that change, and whatever was asked for by an output option. Nothing with --dry-run.
std::vector<FileToWrite> files_to_write(const Request& request, const std::vector<AnswerTarget>& targets);

}  // namespace preauth
