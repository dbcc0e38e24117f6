// Any bytes as a cell, as a path and as --map: an amount that is read without the phrase language is the amount that
// the phrase language reads, and a path that can be put in place quickly names a column.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "batch/columns.h"
#include "batch/quick_value.h"
#include "load/phrase.h"

namespace {

using namespace preauth;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// The digits mean the same with any unit after them.
void check_amount(std::string_view text) {
  const std::optional<QuickAmount> quick = read_quick_amount(text);
  if (!quick || text.empty()) return;
  require(text.ends_with(quick->rest));
  const PhraseResult<Known<Money>> read = parse_money(text.substr(0, text.size() - quick->rest.size()));
  require(read.value && read.value->is_exact() && read.value->value() == quick->amount);
}

void check_column(std::string_view name) {
  const ColumnRules rules;
  Diagnostics problems;
  const std::optional<Column> column = column_of(name, rules, problems);
  require(column.has_value() || problems.has_errors());
  if (column && column->patch.kind != PatchKind::none) require(column->use == ColumnUse::treatment_field);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_amount(text);
  check_column(text.substr(0, text.find('=')));
  Diagnostics problems;
  require(parse_column_map(text, problems).has_value() || problems.has_errors());
  return 0;
}
