#pragma once
// CsvWriter makes rows of comma-separated values by RFC 4180: CRLF line ends, cells quoted only where they must be,
// quotes doubled. With the spreadsheet guard, text that a spreadsheet would run as a formula gets an apostrophe in
// front; numbers we write ourselves never do, so a negative amount stays a number.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/money.h"

namespace preauth {

enum class CsvGuard : std::uint8_t { none, spreadsheet };

class CsvWriter {
 public:
  // Appends to `out`, which take() gives back.
  explicit CsvWriter(CsvGuard guard, std::string out = {}) : guard_(guard), out_(std::move(out)) {}

  // Text from a file or a person.
  CsvWriter& text(std::string_view cell);
  // Our own digits: amounts, counts, dates.
  CsvWriter& number(std::string_view digits);
  CsvWriter& amount(Money money) { return amounts(std::span(&money, 1)); }
  CsvWriter& amounts(std::span<const Money> cells);
  CsvWriter& date(Date date);
  // Cells that a CsvWriter has written before, commas between them.
  CsvWriter& cells(std::string_view written) { return number(written); }
  CsvWriter& empty() { return number({}); }
  CsvWriter& end_row();
  // A whole row of text, such as the header.
  CsvWriter& row(const std::vector<std::string_view>& cells);

  std::string take();

 private:
  void begin_cell();
  void append(std::string_view cell, bool guarded);

  CsvGuard guard_;
  std::string out_;
  bool row_empty_ = true;
};

}  // namespace preauth
