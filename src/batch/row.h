#pragma once
// One client of a rows file, cells as views: which plan, which treatment, and the values to put at paths of them. A
// problem of a row names the column and what is wrong, never what the cell says.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "batch/columns.h"

namespace preauth {

struct RowValue {
  const Column* column = nullptr;
  std::string_view text;  // never empty: an empty cell states nothing
};

struct Row {
  std::uint64_t number = 0;
  std::string_view id;
  std::string_view plan;
  std::string_view treatment;
  std::string_view budget;
  std::vector<RowValue> values;  // of fields, in the order of the columns
};

struct RowProblem {
  std::string column;  // empty: the row as a whole
  std::string id;      // of the diagnostic
  std::string message;
};

using RowProblems = std::vector<RowProblem>;
inline constexpr std::size_t kMostRowProblems = 10;

// Keeps the first few.
void add_problem(RowProblems& problems, std::string_view column, const Diagnostic& diagnostic);
// The same for a diagnostic whose sentence may quote the file or the cell: its values are left out. `example`: how a
// value is written; may be empty.
void add_problem_without_values(RowProblems& problems, std::string_view column, const Diagnostic& diagnostic,
                                std::string_view example = {});

}  // namespace preauth
