#include "batch/verify.h"

#include <algorithm>

#include "batch/byte_source.h"
#include "messages/batch.h"

namespace preauth {
namespace {

constexpr std::string_view kStampEnding = ".stamp.json";

bool same_rows(const Stamp& stamp, Diagnostics& differences) {
  bool same = true;
  for (const UsedFile& input : stamp.inputs) {
    const bool pipe = input.sha256.empty();
    if (pipe) differences.add(diag::verify_pipe({}));
    const bool differs = !pipe && file_sha256(input.name).value_or("") != input.sha256;
    if (differs) differences.add(diag::verify_input({}, input.name));
    same = same && !pipe && !differs;
  }
  return same;
}

void check_files(const Stamp& stamp, const BatchSurroundings& surroundings, Diagnostics& differences) {
  CaseFiles files(stamp.settings.base_folder, surroundings.files);
  for (const UsedFile& file : stamp.files) {
    if (files.find(file.name)->sha256 != file.sha256) differences.add(diag::verify_file({}, file.name));
  }
}

}  // namespace

Diagnostics verify_batch(const Stamp& stamp, const VerifySettings& settings, const BatchSurroundings& surroundings) {
  Diagnostics differences;
  if (stamp.engine != settings.engine) differences.add(diag::verify_program({}, stamp.engine, settings.engine));
  const bool rows_are_same = same_rows(stamp, differences);
  check_files(stamp, surroundings, differences);
  if (file_sha256(settings.output_file).value_or("") != stamp.result.output_sha256) {
    differences.add(diag::verify_output({}, settings.output_file));
  }
  if (!rows_are_same) return differences;
  BatchSettings again = stamp.settings;
  again.output_nowhere = true;
  again.jobs = settings.jobs;
  again.estimate.engine = settings.engine;
  again.estimate.defaults = settings.defaults;
  again.compare_sheets = true;
  if (again.estimate.sheet) again.estimate.sheet->defaults = settings.sheet_defaults;
  const BatchResult result = run_batch(again, surroundings);
  if (result.output_sha256 != stamp.result.output_sha256) differences.add(diag::verify_result({}));
  if (result.different_sheets > 0) {
    differences.add(
        diag::verify_sheets({}, static_cast<std::int64_t>(result.different_sheets), *again.sheets_folder));
  }
  return differences;
}

std::string output_file_of(std::string_view stamp_path) {
  if (stamp_path.ends_with(kStampEnding)) stamp_path.remove_suffix(kStampEnding.size());
  return std::string(stamp_path);
}

}  // namespace preauth
