#pragma once
// Markdown for pasting into a message or a client file: text of others cannot become markup, HTML or a new table cell.

#include <string>
#include <string_view>
#include <vector>

namespace preauth {

// One line; control characters made visible, markup characters escaped, line breaks inside a cell as <br>.
std::string markdown_text(std::string_view text);

class MarkdownPage {
 public:
  void heading(int level, std::string_view text);
  void paragraph(std::string_view text);
  void item(std::string_view text);  // of a list
  void table_head(const std::vector<std::string>& cells);
  void table_row(const std::vector<std::string>& cells);
  std::string take();

 private:
  enum class Last { nothing, block, item, table };
  void begin(Last next);

  std::string out_;
  Last last_ = Last::nothing;
};

}  // namespace preauth
