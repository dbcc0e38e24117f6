#pragma once
// Rows files to blocks of records, in order, in constant memory: a block is a few dozen records with the place of each,
// ready for a worker. Records are found here, one after the other; what they say is read by the workers. A record that
// is none is kept with its fault, and reading goes on at the next line.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/byte_source.h"

namespace preauth {

enum class RowsForm : std::uint8_t { csv, json };

enum class RecordFault : std::uint8_t {
  none,
  unclosed_quote,
  text_after_quote,
  too_long,
  runs_over_lines  // quoted over several lines, with another number of cells than the header: a quote is missing
};

inline constexpr std::size_t kMostRecordBytes = 1U << 20U;

struct Record {
  std::uint64_t row = 0;   // from 1, over all files
  std::uint64_t line = 1;  // of its file, where it begins
  std::uint64_t byte_offset = 0;
  std::size_t begin = 0;  // in RecordBlock::text, without the line end
  std::size_t end = 0;
  RecordFault fault = RecordFault::none;
};

struct RecordBlock {
  std::size_t file = 0;  // index of the input
  std::string text;
  std::vector<Record> records;
  std::string_view text_of(const Record& record) const {
    return std::string_view(text).substr(record.begin, record.end - record.begin);
  }
};

// One file, read from the beginning.
class RecordReader {
 public:
  RecordReader(ByteSource source, const Interruption& interruption);

  // The form by the first byte that is no blank; the header line of a CSV file, which is consumed. Call it first.
  RowsForm form() const { return form_; }
  const std::string& header() const { return header_; }
  RecordFault header_fault() const { return header_fault_; }
  bool has_utf16() const { return utf16_; }
  // Begins to count rows here; a record over several lines must have so many cells.
  void begin(std::uint64_t first_row, std::size_t columns);
  // At most `most` records into `block`, which is emptied first; false when there are none left.
  bool next(RecordBlock& block, std::size_t most);

  std::uint64_t next_row() const { return row_; }
  std::uint64_t bytes_read() const { return base_ + at_; }
  const std::string& failure() const { return source_.failure(); }

 private:
  struct Found {
    std::size_t end = 0;  // in buffer_, past the line end
    RecordFault fault = RecordFault::none;
  };
  bool fill();
  std::string_view rest() const { return std::string_view(buffer_).substr(at_); }
  void read_opening();
  Found find_record();
  std::optional<Found> scan();
  Found cut_long_record();
  void pass(std::size_t end);

  ByteSource source_;
  const Interruption& interruption_;
  std::string buffer_;
  std::size_t at_ = 0;      // first byte not yet used
  std::uint64_t base_ = 0;  // offset in the file of buffer_[0]
  std::uint64_t line_ = 1;
  std::uint64_t row_ = 1;
  bool at_end_ = false;
  RowsForm form_ = RowsForm::csv;
  bool utf16_ = false;
  std::string header_;
  RecordFault header_fault_ = RecordFault::none;
  std::size_t columns_ = 0;
};

}  // namespace preauth
