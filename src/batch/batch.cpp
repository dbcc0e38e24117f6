#include "batch/batch.h"

#include <memory>
#include <utility>

#include <unistd.h>

#include "batch/delivery.h"
#include "batch/interruption.h"
#include "batch/output_file.h"
#include "batch/pipeline.h"
#include "batch/resume.h"
#include "batch/sheet_delivery.h"
#include "batch/sheet_folder.h"
#include "batch/stamp.h"
#include "batch/worker.h"
#include "messages/batch.h"
#include "messages/cli.h"

namespace preauth {
namespace {

// Few enough that what is on the way stays small and little is lost when a run is killed, many enough that threads
// seldom meet.
constexpr std::size_t kRowsPerBlock = 8;
constexpr std::size_t kRowsPerBlockWithLines = 2;

// One run from its files to its stamp; run_batch is its only user.
class BatchRun {
 public:
  BatchRun(const BatchSettings& settings, const BatchSurroundings& surroundings)
      : settings_(settings), surroundings_(surroundings), files_(settings.base_folder, surroundings.files) {}

  BatchResult run() {
    RowsInput input(settings_.inputs, settings_.columns, interruption_, result_.diagnostics);
    if (result_.diagnostics.has_errors() || !open_outputs() || result_.already_done) return std::move(result_);
    // Sums and the list of sheets are made of all rows.
    const bool skips = start_.continues && !settings_.want_summary && !settings_.sheets_folder;
    RowRange rows = settings_.rows.value_or(RowRange());
    if (skips) rows.first = std::max(rows.first, start_.written.last_row + 1);
    input.limit_to(rows);
    if (write_header() && begin_sheets()) process(input);
    conclude(input);
    return std::move(result_);
  }

 private:
  bool cannot_write(const std::string& name, const std::string& reason) {
    result_.diagnostics.add(diag::output_cannot_write({}, name, reason));
    result_.cannot_write = true;
    return false;
  }
  bool cannot_write_output() {
    const std::string name =
        settings_.output_file ? "`" + *settings_.output_file + "`" : msg::cli::output_stdout(Lang::en);
    return cannot_write(name, output_.failure());
  }

  bool open_file(OutputFile& file, const std::string& path) {
    if (file.open(path)) return true;
    if (!file.is_busy()) return cannot_write("`" + path + "`", file.failure());
    result_.diagnostics.add(diag::batch_output_busy({}, path));
    return false;
  }

  bool open_outputs() {
    if (settings_.output_nowhere) {
      output_.open_nowhere();
    } else if (!settings_.output_file) {
      output_.open_standard_output();
    } else if (!open_file(output_, *settings_.output_file)) {
      return false;
    }
    if (output_.is_regular() ? !prepare_file() : !open_sheets()) return false;
    if (result_.already_done || !settings_.rejects_file) return true;
    if (!open_file(rejects_, *settings_.rejects_file)) return false;
    return prepare_rejects();
  }

  // An output file is continued or begun anew, with a journal beside it.
  bool prepare_file() {
    head_ = stamp_head(settings_);
    start_ = find_start(settings_, head_, result_.diagnostics);
    result_.already_done = start_.already_done;
    if (result_.diagnostics.has_errors()) return false;
    if (start_.already_done) return true;
    if (!files_are_the_same() || !open_sheets()) return false;
    if (!output_.keep_only(start_.written.bytes)) return cannot_write_output();
    count_written();
    unlink(stamp_path_of(*settings_.output_file).c_str());
    return begin_journal();
  }

  // Before anything of an earlier run is touched.
  bool open_sheets() {
    if (!settings_.sheets_folder) return true;
    const std::string& path = *settings_.sheets_folder;
    if (settings_.compare_sheets) {
      folder_.open_to_compare(path);
    } else if (!folder_.open(path, start_.continues)) {
      if (!folder_.has_files() && !folder_.is_busy()) return cannot_write_sheets();
      result_.diagnostics.add(folder_.is_busy() ? diag::batch_output_busy({}, path)
                                                : diag::batch_sheets_not_empty({}, path));
      return false;
    }
    sheets_.emplace(folder_, settings_.estimate.sheet->lang, settings_.estimate.as_of);
    return true;
  }
  bool begin_sheets() { return !sheets_ || sheets_->begin() || cannot_write_sheets(); }
  // Without the name of the sheet, which is the client's code.
  bool cannot_write_sheets() { return cannot_write("`" + *settings_.sheets_folder + "`", folder_.failure()); }

  bool files_are_the_same() {
    for (const UsedFile& file : start_.files) {
      if (files_.find(file.name)->sha256 == file.sha256) continue;
      result_.diagnostics.add(diag::batch_resume_file({}, file.name));
    }
    return !result_.diagnostics.has_errors();
  }

  // A row without output up to the last one that has some was rejected.
  void count_written() {
    if (!start_.continues || start_.written.last_row == 0) return;
    const std::uint64_t first = settings_.rows.value_or(RowRange()).first;
    result_.estimated = start_.written.count;
    result_.rejected = start_.written.last_row + 1 - first - start_.written.count;
  }

  bool begin_journal() {
    const std::string path = journal_path_of(*settings_.output_file);
    if (!open_file(journal_, path)) return false;
    result_.journal_path = path;
    // A journal that goes on is never emptied: killed meanwhile, the run could not be continued any more.
    noted_files_ = start_.files.size();
    if (!journal_.keep_only(start_.journal_bytes) || (!start_.continues && !journal_.write(journal_opening(head_)))) {
      return cannot_write("`" + path + "`", journal_.failure());
    }
    return note_files();
  }

  // What the rows about to be written were made from stands in the journal first.
  bool note_files() {
    if (!output_.is_regular() || files_.count_used() == noted_files_) return true;
    std::string lines;
    for (const UsedFile& file : files_.used_from(noted_files_)) {
      lines += journal_line(file);
      ++noted_files_;
    }
    return journal_.write(lines) || cannot_write("`" + result_.journal_path + "`", journal_.failure());
  }

  bool prepare_rejects() {
    std::uint64_t kept = 0;
    if (rejects_.is_regular() && start_.continues) {
      kept = rejects_through(*settings_.rejects_file, start_.written.last_row).value_or(0);
    }
    if (rejects_.is_regular() && !rejects_.keep_only(kept)) return cannot_write_rejects();
    return kept > 0 || rejects_.write(Delivery::rejects_header(settings_.rejects_with_rows)) || cannot_write_rejects();
  }
  bool cannot_write_rejects() { return cannot_write("`" + *settings_.rejects_file + "`", rejects_.failure()); }

  // Only the part of the rows that begins with the first one has it, so that parts can be put together.
  bool write_header() {
    const bool is_first_part = settings_.rows.value_or(RowRange()).first <= 1;
    if (settings_.estimate.output != RowsOutput::csv || !settings_.header || !is_first_part) return true;
    if (start_.written.bytes > 0) return true;
    const bool brief = settings_.estimate.detail == RowsDetail::brief;
    const bool numbers = settings_.estimate.row_numbers;
    return output_.write(brief ? brief_csv_header(numbers) : batch_csv_header(numbers)) || output_failed();
  }

  bool output_failed() {
    result_.closed = output_.is_closed() || (settings_.rejects_file && rejects_.is_closed());
    if (!output_.failure().empty()) cannot_write_output();
    if (!rejects_.failure().empty()) cannot_write_rejects();
    if (!folder_.failure().empty()) cannot_write_sheets();
    return false;
  }

  void process(RowsInput& input) {
    std::vector<std::unique_ptr<Worker>> workers;
    for (unsigned i = 0; i < settings_.jobs; ++i) {
      workers.push_back(std::make_unique<Worker>(input, settings_.columns, settings_.estimate, files_, interruption_,
                                                 start_.written.last_row, settings_.want_summary));
    }
    Delivery delivery(settings_, input,
                      {&output_, settings_.rejects_file ? &rejects_ : nullptr, sheets_ ? &*sheets_ : nullptr,
                       [this] { return note_files(); }},
                      start_.written.last_row, result_);
    const std::size_t most = settings_.estimate.lines ? kRowsPerBlockWithLines : kRowsPerBlock;
    run_pipeline(settings_.jobs, {[&](WorkBlock& block) { return input.next(block.input, most); },
                                  [&](unsigned thread, WorkBlock& block) { workers[thread]->work(block); },
                                  [&](WorkBlock& block) { return deliver(delivery, block, input); }});
    for (const std::unique_ptr<Worker>& worker : workers) summary_.merge(worker->summary());
  }

  bool deliver(Delivery& delivery, const WorkBlock& block, const RowsInput& input) {
    if (!delivery.deliver(block)) {
      interruption_.request();
      return output_failed();
    }
    if (surroundings_.progress) {
      surroundings_.progress(
          {result_.estimated + result_.rejected, result_.rejected, input.bytes_read(), input.total_bytes()});
    }
    return true;
  }

  void conclude(const RowsInput& input) {
    result_.signal = Interruption::signal_number();
    if (!input.failure().empty()) {
      result_.diagnostics.add(diag::batch_cannot_read({}, input.failed_file(), input.failure()));
    }
    const bool complete = result_.signal == 0 && !result_.cannot_write && !result_.closed && input.failure().empty() &&
                          !result_.stopped_by_rejects;
    if (!complete) return;
    if (!output_.finish()) cannot_write_output();
    if (settings_.rejects_file && !rejects_.finish()) cannot_write_rejects();
    if (sheets_ && !sheets_->finish(result_.rejected)) cannot_write_sheets();
    result_.different_sheets = folder_.count_different();
    result_.output_sha256 = output_.sha256();
    if (settings_.want_summary) result_.summary = summary_.json();
    if (!output_.is_regular()) return;
    result_.stamp = stamp_text(head_, files_.used_from(0),
                               {result_.estimated, result_.rejected, output_.size(), result_.output_sha256});
  }

  BatchSettings settings_;
  const BatchSurroundings& surroundings_;
  Interruption interruption_;
  CaseFiles files_;
  OutputFile output_;
  OutputFile rejects_;
  OutputFile journal_;
  SheetFolder folder_;
  std::optional<SheetDelivery> sheets_;
  StampHead head_;
  RunStart start_;
  std::size_t noted_files_ = 0;
  Summary summary_;
  BatchResult result_;
};

}  // namespace

BatchResult run_batch(const BatchSettings& settings, const BatchSurroundings& surroundings) {
  return BatchRun(settings, surroundings).run();
}

}  // namespace preauth
