#pragma once
// What a column of a CSV file or a key of a JSON row stands for: the client's code, a file, the budget, or a value at a
// path of the plan or treatment file. A name is judged once, before any row is read, so that a misspelt column cannot
// be taken for one that is not there. Columns that look like personal data are refused and never read.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace preauth {

enum class ColumnUse : std::uint8_t { id, plan, treatment, budget, plan_field, treatment_field, ignored };

struct Column {
  std::string name;  // as the file has it
  ColumnUse use = ColumnUse::ignored;
  std::string path;  // of a field
};

// --map NAME=PATH; an empty path ignores the column.
struct ColumnMap {
  std::string name;
  std::string path;
};
std::optional<ColumnMap> parse_column_map(std::string_view text, Diagnostics& diagnostics);

struct ColumnRules {
  std::vector<ColumnMap> maps;
  bool allow_identifiers = false;
};

// Empty and a diagnostic when the name means nothing or must not be used.
std::optional<Column> column_of(std::string_view name, const ColumnRules& rules, Diagnostics& diagnostics);
// The cells of a header line. Two columns for one thing, no `plan` column, and a map for a column that is not there are
// errors too.
std::vector<Column> columns_of(const std::vector<std::string_view>& names, const ColumnRules& rules,
                               Diagnostics& diagnostics);
// "Patient name", "DOB", "member_id", "Phone": whether a column of that name would say who somebody is.
bool looks_like_identifier(std::string_view name);

}  // namespace preauth
