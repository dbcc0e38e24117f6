#pragma once
// A record's text to a Row: cells by the columns of the file's header, or members of a JSON object by their paths. One
// object per thread; its room is used again for every row. Every problem of the record's form is found here.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "batch/columns.h"
#include "batch/record_reader.h"
#include "batch/row.h"
#include "formats/json_reader.h"

namespace preauth {

class RowReader {
 public:
  explicit RowReader(const ColumnRules& rules) : rules_(rules) {}

  // `columns`: of the record's file; empty for JSON. False when the record is no row; `problems` then say why. The
  // views in `row` last until the next read, while `text` lives.
  bool read(RowsForm form, const std::vector<Column>& columns, const Record& record, std::string_view text, Row& row,
            RowProblems& problems);

 private:
  bool read_cells(const std::vector<Column>& columns, std::string_view text, Row& row, RowProblems& problems);
  bool read_members(std::string_view text, Row& row, RowProblems& problems);
  const Column* column_of_key(std::string_view key, RowProblems& problems);

  const ColumnRules& rules_;
  std::vector<std::string_view> cells_;
  std::string unquoted_;
  JsonReader json_{JsonArrays::numbered};
  // What each key met so far stands for; a key that means nothing has its problem kept.
  struct Key {
    std::optional<Column> column;
    RowProblems problems;
  };
  std::map<std::string, Key, std::less<>> keys_;
};

}  // namespace preauth
