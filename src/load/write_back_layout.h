#pragma once
// How a TOML text is laid out: its line ends, where the lines of a table end, how its keys are aligned. What is written
// into a file by hand should look as if its author had written it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "load/toml_doc.h"

namespace preauth {

class TextLayout {
 public:
  // `text` must outlive the layout.
  explicit TextLayout(std::string_view text);

  std::string_view newline() const { return newline_; }
  std::size_t line_begin(std::size_t offset) const;
  std::size_t line_end(std::size_t offset) const;  // of its line end, or the end of the text
  // True when the line is a [header] or [[header]]: then the key stands inside its brackets.
  bool is_header(Span key) const;
  // True when the key is the last one of its header: the table has lines of its own below it.
  bool ends_header(Span key) const;

  // The value that stands last in the table's own lines, tables made by dotted keys included; tables with a header of
  // their own have lines of their own.
  struct Last {
    std::size_t key = 0;  // where its line begins to say something
    std::size_t end = 0;
  };
  std::optional<Last> last_value(const Node& table) const;
  // Where everything below the node ends.
  std::size_t deep_end(const Node& node) const;

  // "key = value" on a line of its own after the line that holds `end`, with the indent and the alignment of the line
  // at `like`. `begin` is where to insert.
  struct NewLine {
    std::size_t begin = 0;
    std::string text;
  };
  NewLine line_after(std::size_t end, std::size_t like, std::string_view key, std::string_view value) const;
  // Whole lines after the line that holds `end`, with an empty line before them.
  NewLine block_after(std::size_t end, const std::string& lines) const;

 private:
  NewLine after(std::size_t end, std::string lines) const;
  std::size_t column_of_equals(std::size_t like) const;

  std::string_view text_;
  std::string_view newline_;
};

}  // namespace preauth
