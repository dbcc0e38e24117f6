// Any bytes as a stamp, a journal and an output that a killed run left behind: reading never crashes, a journal that is
// read is written the same, and what is kept of an output is a beginning of it that ends with a whole row.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "batch/stamp.h"
#include "batch/written_rows.h"
#include "bytes_file.h"

namespace {

using namespace preauth;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

void check_journal(std::string_view text) {
  const std::optional<Journal> journal = parse_journal(text);
  if (!journal) return;
  std::string again = journal_opening(journal->head);
  require(text.starts_with(again));
  static_cast<void>(as_of_in(journal->head.settings));
  for (const UsedFile& file : journal->files) again += journal_line(file);
  const std::optional<Journal> same = parse_journal(again);
  require(same && same->files.size() == journal->files.size());
}

void check_output(std::string_view text, RowsOutput form) {
  const BytesFile file(text);
  const WrittenRows written = written_rows(file.path(), form).value();
  require(written.bytes <= text.size());
  if (written.bytes > 0) require(text[written.bytes - 1] == '\n');
  require(written.count <= written.last_row);
  // A continued run that is killed at once leaves what it kept.
  const BytesFile kept(text.substr(0, written.bytes));
  const WrittenRows again = written_rows(kept.path(), form).value();
  require(again.last_row <= written.last_row && again.bytes <= written.bytes);
  if (form == RowsOutput::json) require(again.last_row == written.last_row && again.bytes == written.bytes);
  require(rejects_through(file.path(), written.last_row).value() <= text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(parse_stamp(text));
  check_journal(text);
  check_output(text, RowsOutput::json);
  check_output(text, RowsOutput::csv);
  return 0;
}
