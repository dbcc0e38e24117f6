// Any bytes as the rows of a batch, below a CSV header or as JSON lines: every record has its place, blocks of any size
// and pieces cut anywhere by reading give the same records, and a row is read or has a problem.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "batch/row_reader.h"
#include "bytes_file.h"

namespace {

using namespace preauth;

constexpr std::string_view kHeader = "id,plan,treatment,client.start,so_far.deductible.in,budget\n";
constexpr std::size_t kPiece = 1U << 18U;  // that a reader asks a file for

void require(bool holds) {
  if (!holds) __builtin_trap();
}

struct Found {
  Record record;
  std::string text;
};

std::vector<Column> columns() {
  const ColumnRules rules;
  Diagnostics problems;
  std::vector<Column> all;
  for (const std::string_view name : {"id", "plan", "treatment", "client.start", "so_far.deductible.in", "budget"}) {
    all.push_back(column_of(name, rules, problems).value());
  }
  return all;
}

std::vector<Found> found_in(const std::string& bytes, std::size_t most, RowsForm form, std::size_t columns) {
  const BytesFile file(bytes);
  const Interruption never;
  std::string reason;
  RecordReader reader(std::move(*ByteSource::open(file.path(), reason)), never);
  require(reader.form() == form);
  reader.begin(1, columns);
  std::vector<Found> all;
  RecordBlock block;
  while (reader.next(block, most)) {
    require(block.records.size() <= most);
    for (const Record& record : block.records) all.push_back({record, std::string(block.text_of(record))});
  }
  require(reader.bytes_read() == bytes.size());
  return all;
}

void check_places(const std::vector<Found>& all, const std::string& bytes) {
  std::uint64_t row = 0;
  std::uint64_t end = 0;
  for (const Found& found : all) {
    const Record& record = found.record;
    require(record.row == ++row);
    require(record.byte_offset >= end && record.byte_offset < bytes.size());
    end = record.byte_offset + found.text.size();
    require(bytes.compare(record.byte_offset, found.text.size(), found.text) == 0);
    std::uint64_t line = 1;
    for (std::size_t at = 0; at < record.byte_offset; ++at) {
      if (bytes[at] == '\n') ++line;
    }
    require(record.line == line);
  }
}

void check_same(const std::vector<Found>& a, const std::vector<Found>& b, std::uint64_t bytes, std::uint64_t lines) {
  require(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    require(a[i].text == b[i].text && a[i].record.fault == b[i].record.fault);
    require(a[i].record.byte_offset + bytes == b[i].record.byte_offset);
    require(a[i].record.line + lines == b[i].record.line);
  }
}

void read_rows(const std::vector<Found>& all, RowsForm form, const std::vector<Column>& columns) {
  const ColumnRules rules;
  RowReader reader(rules);
  for (const Found& found : all) {
    Row row;
    RowProblems problems;
    const bool read = reader.read(form, columns, found.record, found.text, row, problems);
    require(read == problems.empty());
    for (const RowValue& value : row.values) require(value.column != nullptr && !value.text.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const std::vector<Column> kColumns = columns();
  const RowsForm form = data[0] == 'j' ? RowsForm::json : RowsForm::csv;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string opening(form == RowsForm::json ? std::string_view("{}\n") : kHeader);
  const std::size_t cells = form == RowsForm::json ? 0 : kColumns.size();
  const std::string bytes = opening + std::string(rest);
  const std::vector<Found> all = found_in(bytes, 3, form, cells);
  check_places(all, bytes);
  check_same(all, found_in(bytes, 100, form, cells), 0, 0);
  // A blank line moves the input over the end of the first piece.
  const std::size_t cut = rest.empty() ? 0 : data[0] % (rest.size() + 1);
  const std::size_t blank = kPiece - opening.size() - cut;
  const std::string moved = opening + std::string(blank - 1, ' ') + "\n" + std::string(rest);
  std::vector<Found> again = found_in(moved, 3, form, cells);
  if (form == RowsForm::json) {  // the opening line is a row of its own here
    require(!again.empty() && again.front().text == all.front().text);
    again.erase(again.begin());
    check_same({all.begin() + 1, all.end()}, again, blank, 1);
  } else {
    check_same(all, again, blank, 1);
  }
  read_rows(all, form, kColumns);
  return 0;
}
