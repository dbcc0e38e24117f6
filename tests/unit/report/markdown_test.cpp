#include "report/markdown.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

TEST_CASE("text_of_others_cannot_become_markup") {
  struct Row {
    std::string name;
    std::string text;
    std::string markdown;
  };
  const std::vector<Row> rows = {
      {"plain", "IOP, 9 weeks", "IOP, 9 weeks"},
      {"cell border", "a|b", "a\\|b"},
      {"html", "<script>&", "&lt;script&gt;&amp;"},
      {"emphasis and code", "*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"},
      {"link", "[a](http://b)", "\\[a\\](http://b)"},
      {"line break in a cell", "a\nb", "a<br>b"},
      {"list item", "- a", "\\- a"},
      {"heading", "# a", "\\# a"},
      {"escape sequence", "a\x1b[1m", "a\\\\x1b\\[1m"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(markdown_text(row.text) == row.markdown);
  }
}

TEST_CASE("blocks_are_separated_and_items_and_rows_are_not") {
  MarkdownPage page;
  page.heading(2, "Plan");
  page.table_head({"", "likely"});
  page.table_row({"IOP", "$1"});
  page.item("a");
  page.item("b");
  page.paragraph("c");
  CHECK(page.take() == "## Plan\n\n|  | likely |\n|---|---|\n| IOP | $1 |\n\n- a\n- b\n\nc\n");
}

}  // namespace
}  // namespace preauth
