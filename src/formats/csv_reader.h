#pragma once
// Comma-separated values by RFC 4180, record by record over bytes that someone else reads: where a record ends, and its
// cells as views. CRLF and LF end a line; a quoted cell may hold both. A quote inside a cell that does not begin with
// one is text. What is no record is named, so that reading can go on at the next line.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace preauth {

enum class CsvFault : std::uint8_t { none, unclosed_quote, text_after_quote };

struct CsvScan {
  bool complete = false;  // false: the record may go on after these bytes
  std::size_t end = 0;    // past the line end; of a faulty record, past its first line
  std::size_t columns = 1;
  bool several_lines = false;
  CsvFault fault = CsvFault::none;
};

// The record at the beginning of `text`; `at_end`: no more bytes follow. Pre: text is not empty.
CsvScan scan_csv_record(std::string_view text, bool at_end);
// The bytes without the line end.
std::string_view without_line_end(std::string_view line);
// The cells of a record that was scanned without fault. Views into `record`; a cell with doubled quotes is a view into
// `unquoted`, which must live as long.
void split_csv_record(std::string_view record, std::vector<std::string_view>& cells, std::string& unquoted);

}  // namespace preauth
