#include "formats/csv_reader.h"

#include <algorithm>
#include <cstring>

namespace preauth {
namespace {

// Past the first line end of the text, or its end.
std::size_t first_line_end(std::string_view text) {
  const std::size_t newline = text.find('\n');
  return newline == std::string_view::npos ? text.size() : newline + 1;
}

CsvScan faulty(std::string_view text, CsvFault fault, bool at_end) {
  CsvScan scan;
  if (!at_end && text.find('\n') == std::string_view::npos) return scan;  // its line goes on
  scan.complete = true;
  scan.end = first_line_end(text);
  scan.fault = fault;
  return scan;
}

// Past the quote that closes the cell whose opening quote is at `open`; npos when there is none.
std::size_t past_closing_quote(std::string_view text, std::size_t open) {
  for (std::size_t at = open + 1;;) {
    const std::size_t quote = text.find('"', at);
    if (quote == std::string_view::npos) return quote;
    if (quote + 1 >= text.size() || text[quote + 1] != '"') return quote + 1;
    at = quote + 2;
  }
}

bool ends_cell(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] == ',' || text[at] == '\n') return true;
  return text[at] == '\r' && (at + 1 >= text.size() || text[at + 1] == '\n');
}

// Pre: the first line has a quote.
CsvScan scan_quoted(std::string_view text, bool at_end) {
  CsvScan scan;
  std::size_t at = 0;
  while (true) {
    if (at < text.size() && text[at] == '"') {
      const std::size_t past = past_closing_quote(text, at);
      // A quote at the very end may be the first half of a doubled one.
      if (past == std::string_view::npos || (past == text.size() && !at_end)) {
        return at_end ? faulty(text, CsvFault::unclosed_quote, at_end) : scan;
      }
      if (!ends_cell(text, past)) return faulty(text, CsvFault::text_after_quote, at_end);
      scan.several_lines = scan.several_lines || text.substr(at, past - at).find('\n') != std::string_view::npos;
      at = past;
    }
    const std::size_t stop = text.find_first_of(",\n", at);
    if (stop == std::string_view::npos) {
      scan.complete = at_end;
      scan.end = text.size();
      return scan;
    }
    at = stop + 1;
    if (text[stop] == '\n') {
      scan.complete = true;
      scan.end = at;
      return scan;
    }
    ++scan.columns;
  }
}

// The value of a quoted cell, its outer quotes taken off.
std::string_view unquote(std::string_view inside, std::string& unquoted) {
  if (inside.find('"') == std::string_view::npos) return inside;
  const std::size_t begin = unquoted.size();
  for (std::size_t i = 0; i < inside.size(); ++i) {
    unquoted += inside[i];
    if (inside[i] == '"') ++i;
  }
  return std::string_view(unquoted).substr(begin);
}

}  // namespace

CsvScan scan_csv_record(std::string_view text, bool at_end) {
  const std::size_t newline = text.find('\n');
  const std::string_view line = text.substr(0, newline);
  if (line.find('"') != std::string_view::npos) return scan_quoted(text, at_end);
  CsvScan scan;
  scan.complete = newline != std::string_view::npos || at_end;
  scan.end = newline == std::string_view::npos ? text.size() : newline + 1;
  return scan;
}

std::string_view without_line_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

void split_csv_record(std::string_view record, std::vector<std::string_view>& cells, std::string& unquoted) {
  cells.clear();
  unquoted.clear();
  unquoted.reserve(record.size());  // so that no view into it moves
  std::size_t at = 0;
  while (true) {
    if (at < record.size() && record[at] == '"') {
      const std::size_t past = std::min(past_closing_quote(record, at), record.size());
      cells.push_back(unquote(record.substr(at + 1, past - at - 2), unquoted));
      at = past;
    } else {
      const void* comma = std::memchr(record.data() + at, ',', record.size() - at);
      const std::size_t end =
          comma == nullptr ? record.size() : static_cast<std::size_t>(static_cast<const char*>(comma) - record.data());
      cells.push_back(record.substr(at, end - at));
      at = end;
    }
    if (at >= record.size()) return;
    ++at;  // the comma
  }
}

}  // namespace preauth
