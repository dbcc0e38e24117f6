#pragma once
// TextPage is a page of plain text under construction: headings, paragraphs and tables, wrapped to the width of the
// style. Everything passes through printable() here, so no text of a file can move the cursor or hide what follows.

#include <string>
#include <string_view>
#include <vector>

#include "report/text_style.h"

namespace preauth {

struct TextColumn {
  std::string head;     // may be empty
  bool right = false;   // aligned right: amounts
  bool strong = false;  // bold where there is colour
};

// Cells may hold several lines, separated by \n.
struct TextTable {
  std::vector<TextColumn> columns;
  std::vector<std::vector<std::string>> rows;
  std::size_t flexible = 0;  // the column that is wrapped when the page is narrow
  bool stacked = false;      // rows as blocks, even on a wide page
};

// Columns before the first line and before the others.
struct Indent {
  int first = 0;
  int rest = 0;
};

class TextPage {
 public:
  explicit TextPage(const TextStyle& style);

  int width() const { return width_; }
  void heading(std::string_view text);
  void paragraph(std::string_view text, Indent indent = {});
  // A page too narrow for the columns gets blocks: the first cell as a title, the others below it with their heads.
  void table(const TextTable& table, int indent = 0);
  // One empty line before whatever comes next; none at the start or the end of the page.
  void gap() { gap_ = !out_.empty(); }
  // Text that is finished, such as a rendered diagnostic: taken as it is.
  void raw(std::string_view lines);

  std::string take();

 private:
  std::string clean(std::string_view text, bool keep_newlines = false) const;
  std::string strong(std::string text) const;
  void line(std::string text);
  void columns(const TextTable& table, const std::vector<int>& widths, int indent);
  void blocks(const TextTable& table, int indent);

  TextStyle style_;
  int width_;
  bool gap_ = false;
  std::string out_;
};

}  // namespace preauth
