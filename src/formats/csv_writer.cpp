#include "formats/csv_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/amount_text.h"

namespace preauth {
namespace {

// What Excel, LibreOffice and Google Sheets take as the start of a formula; the last four are the full-width forms that
// some of them convert on opening.
constexpr std::array<std::string_view, 11> kFormulaStarts = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                                             "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool would_run(std::string_view cell) {
  return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(),
                     [cell](std::string_view start) { return cell.starts_with(start); });
}

bool needs_quotes(std::string_view cell) {
  return cell.find_first_of(",\"\r\n") != std::string_view::npos || cell.starts_with(' ') || cell.ends_with(' ');
}

}  // namespace

void CsvWriter::begin_cell() {
  if (!row_empty_) out_ += ',';
  row_empty_ = false;
}

void CsvWriter::append(std::string_view cell, bool guarded) {
  begin_cell();
  const bool quoted = needs_quotes(cell);
  if (quoted) out_ += '"';
  if (guarded) out_ += '\'';
  if (!quoted) {
    out_ += cell;
    return;
  }
  for (const char c : cell) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

CsvWriter& CsvWriter::text(std::string_view cell) {
  append(cell, guard_ == CsvGuard::spreadsheet && would_run(cell));
  return *this;
}

CsvWriter& CsvWriter::number(std::string_view digits) {
  begin_cell();
  out_ += digits;
  return *this;
}

// So many at a time go through one buffer.
CsvWriter& CsvWriter::amounts(std::span<const Money> cells) {
  constexpr std::size_t kAtATime = 16;
  std::array<char, kAtATime*(kMostDecimalCharacters + 1)> buffer;
  while (!cells.empty()) {
    const std::size_t count = std::min(cells.size(), kAtATime);
    char* at = buffer.data();
    for (const Money money : cells.first(count)) {
      if (!row_empty_) *at++ = ',';
      row_empty_ = false;
      at = put_decimal(at, money);
    }
    out_.append(buffer.data(), at);
    cells = cells.subspan(count);
  }
  return *this;
}

CsvWriter& CsvWriter::date(Date date) {
  begin_cell();
  append_iso(out_, date);
  return *this;
}

CsvWriter& CsvWriter::end_row() {
  out_ += "\r\n";
  row_empty_ = true;
  return *this;
}

CsvWriter& CsvWriter::row(const std::vector<std::string_view>& cells) {
  for (const std::string_view cell : cells) text(cell);
  return end_row();
}

std::string CsvWriter::take() { return std::exchange(out_, {}); }

}  // namespace preauth
