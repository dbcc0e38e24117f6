#include "batch/written_rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <string_view>

#include "batch/byte_source.h"

namespace preauth {
namespace {

// Of full and of brief rows.
constexpr std::array<std::string_view, 2> kJsonOpenings = {"{\"schema\": \"preauth.batch/1\", \"row\": ",
                                                           "{\"schema\":\"preauth.batch/1\",\"row\":"};

struct WrittenRecord {
  std::optional<std::uint64_t> row;  // empty: a header, or nothing of ours
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

std::optional<std::uint64_t> row_in(std::string_view text) {
  std::uint64_t row = 0;
  const std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), row);
  const bool ends_well = read.ptr != text.data() + text.size() && *read.ptr == ',';
  return read.ec == std::errc() && ends_well ? std::optional(row) : std::nullopt;
}

std::optional<std::uint64_t> row_in_json(std::string_view text) {
  for (const std::string_view opening : kJsonOpenings) {
    if (text.starts_with(opening)) return row_in(text.substr(opening.size()));
  }
  return std::nullopt;
}

// Finds records in the bytes of a file that come piece by piece. A line is one unless a quoted CSV cell goes on.
class RecordScan {
 public:
  using Visit = std::function<bool(const WrittenRecord&)>;  // false: look no further

  RecordScan(RowsOutput form, Visit visit) : form_(form), visit_(std::move(visit)) {}

  bool add(std::string_view piece) {
    for (const char c : piece) {
      if (head_.size() < kHeadBytes) head_ += c;
      ++at_;
      if (c == '"' && form_ == RowsOutput::csv) in_quotes_ = !in_quotes_;
      if (c == '\n' && !in_quotes_ && !end_record()) return false;
    }
    return true;
  }

 private:
  static constexpr std::size_t kHeadBytes = 80;  // the row number is within

  bool end_record() {
    const WrittenRecord record{form_ == RowsOutput::csv ? row_in(head_) : row_in_json(head_), begin_, at_};
    begin_ = at_;
    head_.clear();
    return visit_(record);
  }

  RowsOutput form_;
  Visit visit_;
  std::string head_;
  std::uint64_t at_ = 0;
  std::uint64_t begin_ = 0;
  bool in_quotes_ = false;
};

bool scan_file(const std::string& path, RowsOutput form, RecordScan::Visit visit) {
  constexpr std::size_t kPiece = 1U << 18U;
  std::string reason;
  std::optional<ByteSource> source = ByteSource::open(path, reason);
  if (!source) return false;
  const Interruption never;
  RecordScan scan(form, std::move(visit));
  std::string piece;
  while (source->read(piece, kPiece, never) && scan.add(piece)) piece.clear();
  return source->failure().empty();
}

}  // namespace

std::optional<WrittenRows> written_rows(const std::string& path, RowsOutput form) {
  WrittenRows written;
  std::uint64_t open_row = 0;  // the client whose rows are being met, of CSV
  const auto visit = [&](const WrittenRecord& record) {
    const bool is_header = form == RowsOutput::csv && record.begin == 0 && !record.row;
    if (is_header) {
      written.bytes = record.end;
      return true;
    }
    if (!record.row || *record.row < std::max(written.last_row + 1, open_row)) return false;
    if (form == RowsOutput::json) {
      written = {*record.row, written.count + 1, record.end};
    } else if (*record.row != open_row) {
      if (open_row != 0) written = {open_row, written.count + 1, record.begin};
      open_row = *record.row;
    }
    return true;
  };
  if (!scan_file(path, form, visit)) return std::nullopt;
  return written;
}

std::optional<std::uint64_t> rejects_through(const std::string& path, std::uint64_t last_row) {
  std::uint64_t bytes = 0;
  const auto visit = [&](const WrittenRecord& record) {
    const bool kept = record.begin == 0 ? !record.row : record.row && *record.row <= last_row;
    if (kept) bytes = record.end;
    return kept;
  };
  if (!scan_file(path, RowsOutput::csv, visit)) return std::nullopt;
  return bytes;
}

}  // namespace preauth
