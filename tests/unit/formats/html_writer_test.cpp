#include "formats/html_writer.h"

#include <doctest/doctest.h>

namespace preauth {
namespace {

TEST_CASE("html_text_escapes_markup_and_spells_out_what_moves_text") {
  struct Row {
    std::string text;
    std::string html;
  };
  const std::vector<Row> rows = {
      {"plain", "plain"},
      {"a & b < c > d", "a &amp; b &lt; c &gt; d"},
      {"\"quoted' text", "&quot;quoted&#39; text"},
      {"\x1b[31m", "\\x1b[31m"},
      {"\u202eabc", "\\u202eabc"},
      {"\xff", "\\xff"},
      {"Größe 日本", "Größe 日本"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(html_text(row.text) == row.html);
  }
}

TEST_CASE("elements_nest_and_close_in_pairs") {
  HtmlWriter html;
  html.open("div", {{"class", "a\"b"}}).element("p", "one\ntwo").single("meta", {{"charset", "utf-8"}}).close();
  CHECK(html.take() == "<div class=\"a&quot;b\">\n<p>one<br>two</p>\n<meta charset=\"utf-8\"></div>\n");
}

TEST_CASE("an_attribute_without_a_value_is_left_out") {
  HtmlWriter html;
  html.element("td", "x", {{"class", ""}, {"lang", "en"}});
  CHECK(html.take() == "<td lang=\"en\">x</td>\n");
}

TEST_CASE("inline_elements_stay_on_the_line") {
  HtmlWriter html;
  html.open("p").text("a ").element("strong", "b").text(" c").close();
  CHECK(html.take() == "<p>a <strong>b</strong> c</p>\n");
}

}  // namespace
}  // namespace preauth
