#pragma once
// The rows files of a run as one sequence of records. All headers are judged before the first row is read. Rows are
// counted over all files, and a range of them can be taken.

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/columns.h"
#include "batch/record_reader.h"

namespace preauth {

// Both ends included.
struct RowRange {
  std::uint64_t first = 1;
  std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
};

struct RowsFile {
  std::string path;
  RowsForm form = RowsForm::csv;
  std::vector<Column> columns;           // of CSV
  std::optional<std::uint64_t> size;     // of a regular file
  std::unique_ptr<RecordReader> reader;  // open: the file at hand, and pipes, which cannot be opened twice
};

class RowsInput {
 public:
  RowsInput(const std::vector<std::string>& paths, const ColumnRules& rules, const Interruption& interruption,
            Diagnostics& diagnostics);
  void limit_to(const RowRange& rows) { rows_ = rows; }
  // At most `most` records of one file; false when there are none left.
  bool next(RecordBlock& block, std::size_t most);

  const std::vector<RowsFile>& files() const { return files_; }
  std::uint64_t bytes_read() const { return bytes_before_ + bytes_of_file_; }
  std::optional<std::uint64_t> total_bytes() const;  // empty: a pipe is among the files
  // What went wrong while reading; empty when nothing did.
  const std::string& failure() const { return failure_; }
  const std::string& failed_file() const { return failed_file_; }

 private:
  void add_file(const std::string& path, const ColumnRules& rules, Diagnostics& diagnostics);
  bool open_current();
  void close_current();
  void keep_range(RecordBlock& block) const;

  const Interruption& interruption_;
  std::vector<RowsFile> files_;
  RowRange rows_;
  std::size_t current_ = 0;
  bool begun_ = false;  // the current file
  std::uint64_t next_row_ = 1;
  std::uint64_t bytes_before_ = 0;
  std::uint64_t bytes_of_file_ = 0;
  std::string failure_;
  std::string failed_file_;
};

}  // namespace preauth
