#pragma once
// CsvWriter makes rows of comma-separated values by RFC 4180: CRLF line ends, cells quoted only where they must be,
// quotes doubled. With the spreadsheet guard, text that a spreadsheet would run as a formula gets an apostrophe in
// front; numbers we write ourselves never do, so a negative amount stays a number.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace preauth {

enum class CsvGuard : std::uint8_t { none, spreadsheet };

class CsvWriter {
 public:
  explicit CsvWriter(CsvGuard guard) : guard_(guard) {}

  // Text from a file or a person.
  CsvWriter& text(std::string_view cell);
  // Our own digits: amounts, counts, dates.
  CsvWriter& number(std::string_view digits);
  CsvWriter& empty() { return number({}); }
  CsvWriter& end_row();
  // A whole row of text, such as the header.
  CsvWriter& row(const std::vector<std::string_view>& cells);

  std::string take();

 private:
  void append(std::string_view cell, bool guarded);

  CsvGuard guard_;
  std::string out_;
  bool row_empty_ = true;
};

}  // namespace preauth
