#include "batch/resume.h"

#include "batch/byte_source.h"
#include "messages/batch.h"

namespace preauth {
namespace {

std::optional<std::string> read_all(const std::string& path) {
  constexpr std::size_t kPiece = 1U << 16U;
  std::string reason;
  std::optional<ByteSource> source = ByteSource::open(path, reason);
  if (!source) return std::nullopt;
  const Interruption never;
  std::string text;
  while (source->read(text, kPiece, never)) continue;
  return text;
}

bool has_bytes(const std::string& path) {
  std::string reason;
  const std::optional<ByteSource> source = ByteSource::open(path, reason);
  return source && source->size().value_or(0) > 0;
}

void compare_heads(const StampHead& before, const StampHead& now, Diagnostics& diagnostics) {
  if (before.program != now.program) diagnostics.add(diag::batch_resume_program({}));
  if (before.settings != now.settings) diagnostics.add(diag::batch_resume_settings({}));
  if (before.inputs != now.inputs) diagnostics.add(diag::batch_resume_inputs({}));
}

// Of the interrupted run, when its day is to be kept.
void take_day(const std::string& settings_line, BatchSettings& settings, StampHead& head) {
  if (settings.as_of_given) return;
  if (const std::optional<Date> day = as_of_in(settings_line)) settings.estimate.as_of = *day;
  head = stamp_head(settings);
}

bool has_pipe(const BatchSettings& settings) {
  for (const std::string& path : settings.inputs) {
    if (path == "-" || !is_regular_input(path)) return true;
  }
  return false;
}

RunStart continue_run(const std::string& journal_text, BatchSettings& settings, StampHead& head,
                      Diagnostics& diagnostics) {
  RunStart start;
  const std::optional<Journal> journal = parse_journal(journal_text);
  // A journal torn in its first lines was written before any row.
  if (!journal) return start;
  take_day(journal->head.settings, settings, head);
  compare_heads(journal->head, head, diagnostics);
  if (diagnostics.has_errors()) return start;
  const std::optional<WrittenRows> written = written_rows(*settings.output_file, settings.estimate.output);
  if (!written) return start;
  start.continues = true;
  start.written = *written;
  start.files = journal->files;
  start.journal_bytes = journal->bytes;
  return start;
}

}  // namespace

RunStart find_start(BatchSettings& settings, StampHead& head, Diagnostics& diagnostics) {
  RunStart start;
  const std::string& output = *settings.output_file;
  const std::optional<std::string> journal = read_all(journal_path_of(output));
  if (!settings.resume) {
    if (journal) diagnostics.add(diag::batch_unfinished({}, output, journal_path_of(output)));
    return start;
  }
  if (has_pipe(settings)) {
    diagnostics.add(diag::batch_resume_pipe({}));
    return start;
  }
  if (journal) return continue_run(*journal, settings, head, diagnostics);
  if (!has_bytes(output)) return start;
  const std::optional<std::string> stamp_bytes = read_all(stamp_path_of(output));
  const std::optional<Stamp> stamp = stamp_bytes ? parse_stamp(*stamp_bytes) : std::nullopt;
  if (!stamp) {
    diagnostics.add(diag::batch_nothing_to_resume({}, output));
    return start;
  }
  take_day(stamp->head.settings, settings, head);
  compare_heads(stamp->head, head, diagnostics);
  start.already_done = !diagnostics.has_errors();
  return start;
}

}  // namespace preauth
