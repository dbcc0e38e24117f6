#include <algorithm>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "batch/batch.h"
#include "batch/built_in.h"
#include "batch/column_guide.h"
#include "batch/interruption.h"
#include "batch/stamp.h"
#include "cli/batch_files.h"
#include "cli/commands.h"
#include "cli/language.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "messages/batch.h"
#include "messages/cli.h"

namespace preauth {
namespace {

// A core dump would hold the rows of clients.
void keep_memory_private() {
  const rlimit none{0, 0};
  static_cast<void>(setrlimit(RLIMIT_CORE, &none));
#ifndef __SANITIZE_ADDRESS__  // which has to look into the process to find leaks
  static_cast<void>(prctl(PR_SET_DUMPABLE, 0));
#endif
}

BatchSettings settings_of(const Request& request, const Defaults& defaults) {
  BatchSettings settings;
  settings.inputs = request.arguments;
  settings.columns = request.batch.columns;
  settings.base_folder = request.batch.base_folder;
  settings.rows = request.batch.rows;
  settings.jobs = request.batch.jobs.value_or(std::max(std::thread::hardware_concurrency(), 1U));
  settings.header = request.batch.header;
  settings.output_file = request.output_file;
  settings.resume = request.batch.resume;
  settings.as_of_given = request.as_of_given;
  settings.rejects_file = request.batch.rejects_file;
  settings.rejects_with_rows = request.batch.rejects_with_rows;
  settings.sheets_folder = request.batch.sheets_folder;
  settings.most_rejects = request.batch.most_rejects;
  settings.want_summary = request.batch.summary_file.has_value();
  EstimateSettings& estimate = settings.estimate;
  estimate.as_of = request.as_of;
  estimate.output = request.format == Format::csv ? RowsOutput::csv : RowsOutput::json;
  estimate.csv_guard = request.batch.csv_safe ? CsvGuard::spreadsheet : CsvGuard::none;
  estimate.detail = request.batch.detail;
  estimate.row_numbers = request.batch.row_numbers;
  estimate.lines = request.lines;
  estimate.top_questions = request.batch.top_questions;
  estimate.draws = request.batch.bands ? request.draws : 0;
  estimate.seed = request.seed;
  estimate.budget = request.budget;
  estimate.overrides = request.overrides;
  estimate.engine = PREAUTH_VERSION;
  estimate.defaults = &defaults;
  if (settings.sheets_folder) {
    estimate.sheet = SheetSettings{request.lang, request.part2_notice, &defaults_in(request.lang)};
  }
  return settings;
}

Outcome columns_outcome(const Context& context) {
  const Listing listing = column_listing(context.request.text_lang());
  switch (context.request.format) {
    case Format::text:
      return {ExitCode::done, listing_text(listing, context.style()), {}};
    case Format::json:
      return {ExitCode::done, listing_json(listing), {}};
    case Format::csv:
      return {ExitCode::done, listing_csv(listing, CsvGuard::spreadsheet), {}};
    case Format::md:
      return {ExitCode::done, listing_md(listing), {}};
    case Format::html:
      break;  // refused by make_request
  }
  return {};
}

// Summary and stamp of a complete run, and then the journal is done with.
void write_results(const Request& request, BatchResult& result) {
  std::vector<FileToWrite> files;
  if (result.summary) files.push_back({*request.batch.summary_file, *result.summary});
  if (result.stamp) files.push_back({stamp_path_of(*request.output_file), *result.stamp});
  if (const std::optional<WriteProblem> failed = write_files(files)) {
    result.diagnostics.add(diag::output_cannot_write({}, "`" + failed->path + "`", failed->reason));
    result.cannot_write = true;
    return;
  }
  if (result.stamp && !result.journal_path.empty()) unlink(result.journal_path.c_str());
}

void tell_rejects(const Request& request, BatchResult& result) {
  if (result.rejected == 0) return;
  const auto rejected = static_cast<std::int64_t>(result.rejected);
  const auto rows = static_cast<std::int64_t>(result.estimated) + rejected;
  result.diagnostics.add(
      result.stopped_by_rejects
          ? diag::batch_too_many_rejects({}, rows, static_cast<std::int64_t>(*request.batch.most_rejects))
          : diag::batch_rejected({}, rejected, rows,
                                 request.batch.rejects_file ? std::string() : msg::batch::advice_rejects(Lang::en)));
}

ExitCode code_of(const BatchResult& result) {
  constexpr int kSignalBase = 128;  // as a shell reports it
  if (result.cannot_write) return ExitCode::cannot_write;
  if (result.signal != 0) return static_cast<ExitCode>(kSignalBase + result.signal);
  if (result.diagnostics.has_errors() && !result.stopped_by_rejects) return ExitCode::invalid_input;
  if (result.closed || result.rejected == 0) return ExitCode::done;
  return result.estimated == 0 ? ExitCode::invalid_input : ExitCode::findings;
}

Outcome rows_outcome(Context& context, BatchResult result) {
  const Request& request = context.request;
  write_results(request, result);
  tell_rejects(request, result);
  const auto rows = static_cast<std::int64_t>(result.estimated + result.rejected);
  const bool whole_input = !request.batch.rows && !result.already_done && !result.closed;
  if (result.signal != 0) {
    const bool can_resume = !result.journal_path.empty();
    result.diagnostics.add(
        diag::batch_interrupted({}, rows, can_resume ? msg::batch::advice_resume(Lang::en) : std::string()));
  } else if (rows == 0 && whole_input && !result.diagnostics.has_errors()) {
    result.diagnostics.add(diag::batch_no_rows({}));
  }
  if (result.already_done) result.diagnostics.add(diag::batch_already_done({}, *request.output_file));
  for (const Diagnostic& diagnostic : result.diagnostics.all()) context.diagnostics.add(diagnostic);
  Outcome outcome{code_of(result), {}, {}};
  for (const std::string& line : result.told) outcome.err += line;
  outcome.err += rendered_problems(context);
  return outcome;
}

}  // namespace

Outcome command_batch(Context& context) {
  const Request& request = context.request;
  if (request.batch.columns_wanted) return columns_outcome(context);
  if (request.batch.template_wanted) return {ExitCode::done, starter_rows(), {}};
  if (request.arguments.empty()) {
    context.diagnostics.add(diag::usage_needs_rows({}, spec(request.command).name));
    return failed(context);
  }
  keep_memory_private();
  catch_interruptions();
  const Defaults& defaults = builtin_defaults();
  BatchSurroundings surroundings{file_access(context.surroundings), {}};
  BatchResult result;
  {
    ProgressLine progress;
    if (context.surroundings.err_is_terminal) {
      surroundings.progress = [&progress](const BatchProgress& at) { progress.show(at); };
    }
    result = run_batch(settings_of(request, defaults), surroundings);
  }
  return rows_outcome(context, std::move(result));
}

}  // namespace preauth
