#include "report/text_page.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr int kNarrowest = 40;
constexpr int kWidestSentence = 100;  // longer lines are hard to read
constexpr int kColumnGap = 2;
constexpr int kLeastFlexible = 18;  // narrower cells read worse than blocks

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

int widest_line(std::string_view cell) {
  int widest = 0;
  for (const std::string& line : split_lines(cell)) widest = std::max(widest, display_width(line));
  return widest;
}

std::vector<int> natural_widths(const TextTable& table) {
  std::vector<int> widths;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    int width = display_width(table.columns[c].head);
    for (const std::vector<std::string>& row : table.rows) width = std::max(width, widest_line(row[c]));
    widths.push_back(width);
  }
  return widths;
}

bool is_empty_column(const TextTable& table, std::size_t column) {
  return std::all_of(table.rows.begin(), table.rows.end(),
                     [column](const std::vector<std::string>& row) { return row[column].empty(); });
}

// Columns without a single value only take room. The flexible one stays.
void drop_empty_columns(TextTable& table) {
  for (std::size_t c = table.columns.size(); c-- > 0;) {
    if (c == table.flexible || !is_empty_column(table, c)) continue;
    table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(c));
    for (std::vector<std::string>& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(c));
    if (c < table.flexible) --table.flexible;
  }
}

// Empty when the columns do not fit.
std::optional<std::vector<int>> fitted_widths(const TextTable& table, int available) {
  std::vector<int> widths = natural_widths(table);
  int others = kColumnGap * (static_cast<int>(widths.size()) - 1);
  for (std::size_t c = 0; c < widths.size(); ++c) others += c == table.flexible ? 0 : widths[c];
  int& flexible = widths[table.flexible];
  const int left = available - others;
  if (left < std::min(flexible, kLeastFlexible)) return std::nullopt;
  flexible = std::min(flexible, left);
  return widths;
}

std::vector<std::string> cell_lines(std::string_view cell, int width) {
  std::vector<std::string> lines;
  for (const std::string& part : split_lines(cell)) {
    for (std::string& line : wrap(part, width)) lines.push_back(std::move(line));
  }
  return lines;
}

// Only the flexible column is wrapped: the others are as wide as they need, and keep their own spaces.
std::vector<std::string> lines_of(const TextTable& table, std::size_t column, const std::string& cell, int width) {
  return column == table.flexible ? cell_lines(cell, width) : split_lines(cell);
}

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

std::string trimmed_right(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

}  // namespace

TextPage::TextPage(const TextStyle& style) : style_(style), width_(std::max(style.width, kNarrowest)) {}

std::string TextPage::clean(std::string_view text, bool keep_newlines) const {
  std::string safe = printable(text, keep_newlines);
  return style_.ascii ? to_ascii(safe) : safe;
}

std::string TextPage::strong(std::string text) const {
  return style_.color && !text.empty() ? "\x1b[1m" + std::move(text) + "\x1b[0m" : text;
}

void TextPage::line(std::string text) {
  if (std::exchange(gap_, false)) out_ += '\n';
  out_ += trimmed_right(std::move(text)) + '\n';
}

void TextPage::heading(std::string_view text) {
  for (std::string& part : wrap(clean(text), std::min(width_, kWidestSentence))) line(strong(std::move(part)));
}

void TextPage::paragraph(std::string_view text, Indent indent) {
  const int room = std::min(width_, kWidestSentence);
  int before = indent.first;
  for (const std::string& part : wrap(clean(text), room - indent.first, room - indent.rest)) {
    line(spaces(before) + part);
    before = indent.rest;
  }
}

void TextPage::raw(std::string_view lines) {
  if (std::exchange(gap_, false)) out_ += '\n';
  out_ += lines;
}

void TextPage::table(const TextTable& table, int indent) {
  TextTable cleaned = table;
  for (TextColumn& column : cleaned.columns) column.head = clean(column.head);
  for (std::vector<std::string>& row : cleaned.rows) {
    for (std::string& cell : row) cell = clean(cell, true);
  }
  drop_empty_columns(cleaned);
  const std::optional<std::vector<int>> widths = table.stacked ? std::nullopt : fitted_widths(cleaned, width_ - indent);
  widths ? columns(cleaned, *widths, indent) : blocks(cleaned, indent);
}

void TextPage::columns(const TextTable& table, const std::vector<int>& widths, int indent) {
  const auto row_of_lines = [&](const std::vector<std::vector<std::string>>& cells, bool head) {
    std::size_t height = 0;
    for (const std::vector<std::string>& cell : cells) height = std::max(height, cell.size());
    for (std::size_t l = 0; l < height; ++l) {
      std::string text = spaces(indent);
      for (std::size_t c = 0; c < cells.size(); ++c) {
        const std::string part = l < cells[c].size() ? cells[c][l] : std::string();
        const std::string padding = spaces(widths[c] - display_width(part));
        const std::string shown = head || table.columns[c].strong ? strong(part) : part;
        text += table.columns[c].right ? padding + shown : shown + padding;
        if (c + 1 < cells.size()) text += spaces(kColumnGap);
      }
      line(std::move(text));
    }
  };
  std::vector<std::vector<std::string>> cells;
  bool has_head = false;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    cells.push_back(lines_of(table, c, table.columns[c].head, widths[c]));
    has_head = has_head || !table.columns[c].head.empty();
  }
  if (has_head) row_of_lines(cells, true);
  for (const std::vector<std::string>& row : table.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) cells[c] = lines_of(table, c, row[c], widths[c]);
    row_of_lines(cells, false);
  }
}

void TextPage::blocks(const TextTable& table, int indent) {
  for (const std::vector<std::string>& row : table.rows) {
    for (std::string& title : wrap(row.front(), width_ - indent)) line(spaces(indent) + strong(std::move(title)));
    for (std::size_t c = 1; c < row.size(); ++c) {
      if (row[c].empty()) continue;
      const std::string cell = fmt::format("{}", fmt::join(split_lines(row[c]), ", "));
      const std::string& head = table.columns[c].head;
      paragraph(head.empty() ? cell : head + ": " + cell, {indent + 2, indent + 4});
    }
  }
}

std::string TextPage::take() { return std::exchange(out_, {}); }

}  // namespace preauth
