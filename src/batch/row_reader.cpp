#include "batch/row_reader.h"

#include "base/text.h"
#include "formats/csv_reader.h"
#include "messages/batch.h"

namespace preauth {
namespace {

// A key is a path of a file; what is longer than any path is not looked up.
constexpr std::size_t kMostKeyBytes = 200;
constexpr std::size_t kMostKeysKept = 1'000;

bool has_fault(const Record& record, RowProblems& problems) {
  switch (record.fault) {
    case RecordFault::none:
      return false;
    case RecordFault::unclosed_quote:
      add_problem(problems, {}, diag::batch_unclosed_quote({}));
      return true;
    case RecordFault::text_after_quote:
      add_problem(problems, {}, diag::batch_text_after_quote({}));
      return true;
    case RecordFault::too_long:
      add_problem(problems, {}, diag::batch_record_too_long({}, static_cast<std::int64_t>(kMostRecordBytes)));
      return true;
    case RecordFault::runs_over_lines:
      add_problem(problems, {}, diag::batch_runs_over_lines({}));
      return true;
  }
  return true;
}

Diagnostic json_problem(JsonFault fault, std::int64_t column) {
  switch (fault) {
    case JsonFault::none:
    case JsonFault::syntax:
    case JsonFault::array:  // lists are read
      break;
    case JsonFault::too_deep:
      return diag::batch_json_too_deep({});
    case JsonFault::duplicate_key:
      return diag::batch_json_duplicate_key({});
    case JsonFault::bad_text:
      return diag::batch_json_bad_text({}, column);
    case JsonFault::text_after:
      return diag::batch_json_text_after({}, column);
  }
  return diag::batch_json_syntax({}, column);
}

void put(const Column& column, std::string_view raw, Row& row) {
  const std::string_view text = trim(raw);
  if (text.empty()) return;
  switch (column.use) {
    case ColumnUse::id:
      row.id = text;
      return;
    case ColumnUse::plan:
      row.plan = text;
      return;
    case ColumnUse::treatment:
      row.treatment = text;
      return;
    case ColumnUse::budget:
      row.budget = text;
      return;
    case ColumnUse::plan_field:
    case ColumnUse::treatment_field:
      row.values.push_back({&column, text});
      return;
    case ColumnUse::ignored:
      return;
  }
}

}  // namespace

bool RowReader::read(RowsForm form, const std::vector<Column>& columns, const Record& record, std::string_view text,
                     Row& row, RowProblems& problems) {
  row.number = record.row;
  row.id = row.plan = row.treatment = row.budget = {};
  row.values.clear();
  if (has_fault(record, problems)) return false;
  if (text.find('\0') != std::string_view::npos) {
    add_problem(problems, {}, diag::batch_nul({}));
    return false;
  }
  return form == RowsForm::csv ? read_cells(columns, text, row, problems) : read_members(text, row, problems);
}

bool RowReader::read_cells(const std::vector<Column>& columns, std::string_view text, Row& row, RowProblems& problems) {
  split_csv_record(text, cells_, unquoted_);
  if (cells_.size() != columns.size()) {
    add_problem(problems, {},
                diag::batch_wrong_cell_count({}, static_cast<std::int64_t>(cells_.size()),
                                             static_cast<std::int64_t>(columns.size())));
    return false;
  }
  const bool is_utf8 = is_valid_utf8(text);
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (!is_utf8 && !is_valid_utf8(cells_[i])) {
      add_problem(problems, columns[i].name, diag::batch_not_utf8({}));
    } else {
      put(columns[i], cells_[i], row);
    }
  }
  return problems.empty();
}

bool RowReader::read_members(std::string_view text, Row& row, RowProblems& problems) {
  if (keys_.size() >= kMostKeysKept) keys_.clear();  // here, because rows point into it
  const JsonFault fault = json_.read(text);
  if (fault != JsonFault::none) {
    const bool is_utf8 = fault != JsonFault::bad_text || is_valid_utf8(text);
    const auto place = static_cast<std::int64_t>(json_.fault_at() + 1);
    add_problem(problems, {}, is_utf8 ? json_problem(fault, place) : diag::batch_not_utf8({}));
    return false;
  }
  for (const JsonMember& member : json_.members()) {
    const Column* column = column_of_key(member.path, problems);
    if (column != nullptr) put(*column, member.value, row);
  }
  return problems.empty();
}

const Column* RowReader::column_of_key(std::string_view key, RowProblems& problems) {
  auto found = keys_.find(key);
  if (found == keys_.end()) {
    Key judged;
    Diagnostics diagnostics;
    if (key.size() <= kMostKeyBytes) judged.column = column_of(key, rules_, diagnostics);
    // A key is what the row says: it is not repeated in messages.
    if (!judged.column) {
      const bool telling = looks_like_identifier(key);
      add_problem(judged.problems, {}, telling ? diag::batch_json_identifier({}) : diag::batch_json_unknown_key({}));
    }
    found = keys_.emplace(std::string(key), std::move(judged)).first;
  }
  for (const RowProblem& problem : found->second.problems) {
    if (problems.empty()) problems.push_back(problem);
  }
  return found->second.column ? &*found->second.column : nullptr;
}

}  // namespace preauth
