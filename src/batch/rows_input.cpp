#include "batch/rows_input.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/csv_reader.h"
#include "formats/foreign_format.h"
#include "messages/batch.h"
#include "messages/cli.h"

namespace preauth {
namespace {

// "semicolons" or "tabs", when a header line has more of them than commas; else empty.
std::string other_separator(std::string_view header) {
  const auto count = [header](char c) { return std::count(header.begin(), header.end(), c); };
  if (count(';') > count(',')) return msg::batch::separator_semicolons(Lang::en);
  if (count('\t') > count(',')) return msg::batch::separator_tabs(Lang::en);
  return {};
}

}  // namespace

RowsInput::RowsInput(const std::vector<std::string>& paths, const ColumnRules& rules, const Interruption& interruption,
                     Diagnostics& diagnostics)
    : interruption_(interruption) {
  if (std::count(paths.begin(), paths.end(), "-") > 1) diagnostics.add(diag::batch_stdin_twice({}));
  for (const std::string& path : paths) {
    if (diagnostics.has_errors()) return;
    add_file(path, rules, diagnostics);
  }
}

void RowsInput::add_file(const std::string& path, const ColumnRules& rules, Diagnostics& diagnostics) {
  std::string reason;
  std::optional<ByteSource> source = ByteSource::open(path, reason);
  if (!source) return diagnostics.add(diag::batch_cannot_read({}, path, reason));
  RowsFile file;
  file.path = path;
  file.size = source->size();
  file.reader = std::make_unique<RecordReader>(std::move(*source), interruption_);
  const RecordReader& reader = *file.reader;
  if (!reader.failure().empty()) return diagnostics.add(diag::batch_cannot_read({}, path, reader.failure()));
  if (reader.has_utf16()) return diagnostics.add(diag::batch_utf16({}, path));
  file.form = reader.form();
  if (file.form == RowsForm::csv) {
    const std::string_view header = reader.header();
    if (trim(header).empty()) return diagnostics.add(diag::batch_no_header({}, path));
    if (const std::optional<ForeignFormat> foreign = foreign_format(header)) {
      return diagnostics.add(diag::batch_foreign({}, path, msg::cli::by_id(Lang::en, message_id(*foreign), {})));
    }
    if (const std::string separator = other_separator(header); !separator.empty()) {
      return diagnostics.add(diag::batch_not_commas({}, path, separator));
    }
    if (reader.header_fault() != RecordFault::none || !is_valid_utf8(header) ||
        header.find('\0') != std::string_view::npos) {
      return diagnostics.add(diag::batch_bad_header({}, path));
    }
    std::vector<std::string_view> names;
    std::string unquoted;
    split_csv_record(header, names, unquoted);
    file.columns = columns_of(names, rules, diagnostics);
  }
  if (file.size && !files_.empty()) file.reader.reset();  // opened again when its turn comes
  files_.push_back(std::move(file));
}

bool RowsInput::open_current() {
  RowsFile& file = files_[current_];
  if (!file.reader) {
    std::string reason;
    std::optional<ByteSource> source = ByteSource::open(file.path, reason);
    if (!source) {
      failure_ = reason;
      failed_file_ = file.path;
      return false;
    }
    file.reader = std::make_unique<RecordReader>(std::move(*source), interruption_);
  }
  file.reader->begin(next_row_, file.columns.size());
  begun_ = true;
  return true;
}

void RowsInput::close_current() {
  RowsFile& file = files_[current_];
  if (!file.reader->failure().empty()) {
    failure_ = file.reader->failure();
    failed_file_ = file.path;
  }
  bytes_before_ += file.reader->bytes_read();
  bytes_of_file_ = 0;
  file.reader.reset();
  begun_ = false;
  ++current_;
}

void RowsInput::keep_range(RecordBlock& block) const {
  std::erase_if(block.records,
                [this](const Record& record) { return record.row < rows_.first || record.row > rows_.last; });
}

bool RowsInput::next(RecordBlock& block, std::size_t most) {
  while (current_ < files_.size() && next_row_ <= rows_.last && failure_.empty()) {
    if (!begun_ && !open_current()) return false;
    RecordReader& reader = *files_[current_].reader;
    const bool found = reader.next(block, most);
    next_row_ = reader.next_row();
    bytes_of_file_ = reader.bytes_read();
    block.file = current_;
    if (!found) {
      if (interruption_.requested()) return false;
      close_current();
      continue;
    }
    keep_range(block);
    if (!block.records.empty()) return true;
  }
  return false;
}

std::optional<std::uint64_t> RowsInput::total_bytes() const {
  std::uint64_t total = 0;
  for (const RowsFile& file : files_) {
    if (!file.size) return std::nullopt;
    total += *file.size;
  }
  return total;
}

}  // namespace preauth
