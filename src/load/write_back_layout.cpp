#include "load/write_back_layout.h"

#include <algorithm>

namespace preauth {
namespace {

constexpr std::string_view kBlanks = " \t";

}  // namespace

TextLayout::TextLayout(std::string_view text) : text_(text), newline_("\n") {
  const std::size_t first = text.find('\n');
  if (first != std::string_view::npos && first > 0 && text[first - 1] == '\r') newline_ = "\r\n";
}

std::size_t TextLayout::line_begin(std::size_t offset) const {
  const std::size_t before = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t TextLayout::line_end(std::size_t offset) const { return std::min(text_.find('\n', offset), text_.size()); }

bool TextLayout::is_header(Span key) const {
  const std::size_t first = text_.find_first_not_of(kBlanks, line_begin(key.begin));
  return first != std::string_view::npos && text_[first] == '[';
}

bool TextLayout::ends_header(Span key) const {
  const std::size_t next = text_.find_first_not_of(kBlanks, key.end);
  return is_header(key) && next != std::string_view::npos && text_[next] == ']';
}

std::optional<TextLayout::Last> TextLayout::last_value(const Node& table) const {
  std::optional<Last> last;
  for (std::size_t i = 0; i < table.entries.size(); ++i) {
    const Node& child = table.entries[i].second;
    if (is_header(table.key_spans[i])) continue;
    const bool is_dotted = child.is_table() && !child.inline_table;
    const std::optional<Last> found =
        is_dotted ? last_value(child) : Last{table.key_spans[i].begin, std::size_t{child.at.end}};
    if (found && (!last || found->end > last->end)) last = found;
  }
  return last;
}

std::size_t TextLayout::deep_end(const Node& node) const {
  std::size_t end = node.at.end;
  for (const auto& entry : node.entries) end = std::max(end, deep_end(entry.second));
  for (const Node& item : node.items) end = std::max(end, deep_end(item));
  return end;
}

// Where '=' stands in the line at `like`, counted from its key; 0 when the line is not aligned with others.
std::size_t TextLayout::column_of_equals(std::size_t like) const {
  const std::string_view line = text_.substr(like, line_end(like) - like);
  const std::size_t key_end = line.find_first_of(" \t=");
  const std::size_t equals = key_end == std::string_view::npos ? key_end : line.find_first_not_of(kBlanks, key_end);
  const bool is_key = equals != std::string_view::npos && line[equals] == '=';
  return is_key && equals >= key_end + 2 ? equals : 0;
}

TextLayout::NewLine TextLayout::line_after(std::size_t end, std::size_t like, std::string_view key,
                                           std::string_view value) const {
  const std::size_t begin = line_begin(like);
  // The first line may begin with a byte order mark; it is no indent.
  const std::size_t key_begin = std::min(text_.find_first_not_of(kBlanks, begin), like);
  std::string line(text_.substr(begin, key_begin - begin));
  line += key;
  const std::size_t column = column_of_equals(like);
  const std::size_t width = column > key.size() ? column - key.size() : 1;
  line.append(width, ' ').append("= ").append(value);
  return after(end, std::move(line));
}

TextLayout::NewLine TextLayout::block_after(std::size_t end, const std::string& lines) const {
  if (text_.empty()) return {0, lines + std::string(newline_)};
  return after(end, std::string(newline_) + lines);
}

TextLayout::NewLine TextLayout::after(std::size_t end, std::string lines) const {
  const std::size_t stop = line_end(end);
  if (stop < text_.size()) return {stop + 1, lines + std::string(newline_)};
  // The last line: when it has no line end it gets one, and the new last line none.
  const bool is_open = stop > 0 && text_[stop - 1] != '\n';
  return {stop, is_open ? std::string(newline_) + lines : lines + std::string(newline_)};
}

}  // namespace preauth
