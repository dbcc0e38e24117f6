#include "batch/record_reader.h"

#include <algorithm>
#include <utility>

#include "formats/csv_reader.h"

namespace preauth {
namespace {

constexpr std::size_t kReadBytes = 1U << 18U;
// So that a block of long records stays small; one record may be longer.
constexpr std::size_t kMostBlockBytes = 1U << 16U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::uint64_t count_lines(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

// Spreadsheets leave rows of empty cells below their tables: these lines say nothing either.
bool is_blank(std::string_view line, RowsForm form) {
  return line.find_first_not_of(form == RowsForm::csv ? ", \t\r\n" : " \t\r\n") == std::string_view::npos;
}

RecordFault fault_of(CsvFault fault) {
  switch (fault) {
    case CsvFault::none:
      return RecordFault::none;
    case CsvFault::unclosed_quote:
      return RecordFault::unclosed_quote;
    case CsvFault::text_after_quote:
      return RecordFault::text_after_quote;
  }
  return RecordFault::none;
}

}  // namespace

RecordReader::RecordReader(ByteSource source, const Interruption& interruption)
    : source_(std::move(source)), interruption_(interruption) {
  read_opening();
}

// False when there is nothing more.
bool RecordReader::fill() {
  if (at_end_) return false;
  buffer_.erase(0, at_);
  base_ += at_;
  at_ = 0;
  if (!source_.read(buffer_, kReadBytes, interruption_)) at_end_ = true;
  return !at_end_;
}

void RecordReader::read_opening() {
  while (rest().size() < kByteOrderMark.size() && fill()) continue;
  utf16_ = rest().starts_with("\xFF\xFE") || rest().starts_with("\xFE\xFF");
  if (rest().starts_with(kByteOrderMark)) at_ += kByteOrderMark.size();
  std::size_t blank = 0;
  while ((blank = rest().find_first_not_of(" \t\r\n")) == std::string_view::npos && !rest().empty() &&
         rest().size() < kMostRecordBytes && fill()) {
    continue;
  }
  form_ = blank != std::string_view::npos && rest()[blank] == '{' ? RowsForm::json : RowsForm::csv;
  if (form_ == RowsForm::json || utf16_) return;
  const Found found = find_record();
  header_ = without_line_end(rest().substr(0, found.end));
  header_fault_ = found.fault;
  pass(found.end);
}

void RecordReader::begin(std::uint64_t first_row, std::size_t columns) {
  row_ = first_row;
  columns_ = columns;
}

void RecordReader::pass(std::size_t end) {
  line_ += count_lines(rest().substr(0, end));
  at_ += end;
}

// The record at at_ as far as the bytes in hand show it; empty when more are needed.
std::optional<RecordReader::Found> RecordReader::scan() {
  if (form_ == RowsForm::json) {
    const std::size_t newline = rest().find('\n');
    if (newline == std::string_view::npos && !at_end_) return std::nullopt;
    return Found{newline == std::string_view::npos ? rest().size() : newline + 1, RecordFault::none};
  }
  const CsvScan scan = scan_csv_record(rest(), at_end_);
  if (!scan.complete) return std::nullopt;
  if (scan.several_lines && columns_ != 0 && scan.columns != columns_) {
    return Found{rest().find('\n') + 1, RecordFault::runs_over_lines};
  }
  return Found{scan.end, fault_of(scan.fault)};
}

// `end` counts from at_. At the end of the input it is 0.
RecordReader::Found RecordReader::find_record() {
  while (true) {
    if (!rest().empty()) {
      const std::optional<Found> found = scan();
      if (found && (found->end <= kMostRecordBytes || found->fault != RecordFault::none)) return *found;
      if (found || rest().size() > kMostRecordBytes) return cut_long_record();
    }
    if (!fill() && rest().empty()) return {};
  }
}

// An open quote over a megabyte is a missing quote; a line of that length is skipped to its end, piece by piece.
RecordReader::Found RecordReader::cut_long_record() {
  const std::size_t newline = rest().find('\n');
  if (newline != std::string_view::npos && newline < kMostRecordBytes) {
    return {newline + 1, RecordFault::unclosed_quote};
  }
  while (rest().find('\n') == std::string_view::npos) {
    // Keeps one byte, so that a record is still seen to begin here.
    at_ += rest().size() - 1;
    if (!fill()) break;
  }
  const std::size_t end = rest().find('\n');
  return {end == std::string_view::npos ? rest().size() : end + 1, RecordFault::too_long};
}

bool RecordReader::next(RecordBlock& block, std::size_t most) {
  block.text.clear();
  block.records.clear();
  while (block.records.size() < most && block.text.size() < kMostBlockBytes && !interruption_.requested()) {
    // What came through a pipe is not held back until more comes.
    const bool waits = !source_.size() && rest().find('\n') == std::string_view::npos;
    if (waits && !block.records.empty()) break;
    Record record;
    record.line = line_;
    record.byte_offset = bytes_read();
    const Found found = find_record();
    // What was read when the run is stopped, or reading failed, may be the beginning of a record only.
    if (found.end == 0 || interruption_.requested() || !failure().empty()) break;
    const std::string_view text = without_line_end(rest().substr(0, found.end));
    if (!is_blank(text, form_) || found.fault != RecordFault::none) {
      record.row = row_++;
      record.fault = found.fault;
      record.begin = block.text.size();
      // Of a record too long only its place is kept.
      if (found.fault != RecordFault::too_long) block.text += text;
      record.end = block.text.size();
      block.records.push_back(record);
    }
    pass(found.end);
  }
  return !block.records.empty();
}

}  // namespace preauth
