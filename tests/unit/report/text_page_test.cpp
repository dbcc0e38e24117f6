#include "report/text_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("text_is_broken_at_spaces_and_long_words_where_they_must_be") {
  struct Row {
    std::string name;
    std::string text;
    int width;
    Lines lines;
  };
  const std::vector<Row> rows = {
      {"empty text is one empty line", "", 10, {""}},
      {"fits exactly", "one two", 7, {"one two"}},
      {"one too many", "one two", 6, {"one", "two"}},
      {"several spaces count as one", "one   two", 7, {"one two"}},
      {"long word", "abcdefgh", 3, {"abc", "def", "gh"}},
      {"long word after a short one", "a bcdef", 3, {"a", "bcd", "ef"}},
      {"letters beyond ascii are one column", "ñññ ñ", 5, {"ñññ ñ"}},
      {"wide characters are two columns", "日本語", 4, {"日本", "語"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(wrap(row.text, row.width) == row.lines);
  }
}

TEST_CASE("the_first_line_may_have_a_width_of_its_own") {
  CHECK(wrap("one two three", 7, 5) == Lines{"one two", "three"});
  CHECK(wrap("abcdefgh", 4, 2) == Lines{"abcd", "ef", "gh"});
}

TEST_CASE("long_text_is_cut_between_characters") {
  CHECK(shorten("abcdef", 6) == "abcdef");
  CHECK(shorten("abcdefg", 6) == "abcde…");
  CHECK(shorten("ñandúes", 4) == "ñan…");
  CHECK(shorten(std::string(10'000, 'x'), 10) == "xxxxxxxxx…");
}

TEST_CASE("typography_has_an_ascii_form") {
  CHECK(to_ascii("“a” – b… 3 × Mon") == "\"a\" - b... 3 x Mon");
  CHECK(to_ascii("Peña 日") == "Pena ?");
  CHECK(to_ascii("¿Cuánto más? ¡Año único!") == "Cuanto mas? Ano unico!");
}

TEST_CASE("gaps_are_single_and_never_at_the_ends") {
  TextPage page({});
  page.gap();
  page.paragraph("one");
  page.gap();
  page.gap();
  page.paragraph("two");
  page.gap();
  CHECK(page.take() == "one\n\ntwo\n");
}

TEST_CASE("columns_are_aligned_and_the_flexible_one_wraps") {
  TextTable table;
  table.columns = {{"", false, false}, {"likely", true, false}};
  table.rows = {{"Program (residential), 28 days, then more", "$7,580"}, {"IOP", "$1"}};
  TextStyle style;
  style.width = 40;
  TextPage page(style);
  page.table(table);
  // 40 − 2 between the columns − 6 for the amounts = 32 for the first column
  CHECK(page.take() ==
        "                                  likely\n"
        "Program (residential), 28 days,   $7,580\n"
        "then more\n"
        "IOP                                   $1\n");
}

TEST_CASE("a_column_without_values_is_left_out") {
  TextTable table;
  table.columns = {{"where", false, false}, {"price", true, false}, {"what", false, false}};
  table.flexible = 2;
  table.rows = {{"", "$1", "a"}, {"", "$20", "b"}};
  TextPage page({});
  page.table(table);
  CHECK(page.take() == "price  what\n   $1  a\n  $20  b\n");
}

TEST_CASE("a_narrow_page_gets_blocks") {
  TextTable table;
  table.columns = {{"", false, false}, {"likely", true, false}, {"could be", false, false}};
  table.rows = {{"Program (residential)", "$7,580", "$7,580 – $12,345,678"}};
  TextPage page({40});
  page.table(table);
  // 40 − 4 − 6 − 20 = 10 columns would be left for the title: too few
  CHECK(page.take() == "Program (residential)\n  likely: $7,580\n  could be: $7,580 – $12,345,678\n");
}

TEST_CASE("colour_only_adds_to_the_same_text") {
  TextStyle style;
  style.color = true;
  TextPage page(style);
  page.heading("Ask first");
  CHECK(page.take() == "\x1b[1mAsk first\x1b[0m\n");
}

TEST_CASE("no_text_of_a_file_reaches_the_terminal_as_a_control") {
  const std::string hostile = "a\x1b[2J\r\n\u202eb\x07" + std::string(10'000, 'x');
  TextPage page({});
  page.heading(hostile);
  page.paragraph(hostile);
  TextTable table;
  table.columns = {{hostile, false, false}, {"b", false, false}};
  table.rows = {{hostile, hostile}};
  page.table(table);
  const std::string out = page.take();
  CHECK(out.find('\x1b') == std::string::npos);
  CHECK(out.find('\r') == std::string::npos);
  CHECK(out.find('\x07') == std::string::npos);
  CHECK(out.find("\u202e") == std::string::npos);
  CHECK(out.find("\\x1b[2J") != std::string::npos);
  for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1) {
    REQUIRE(display_width(out.substr(at, out.find('\n', at) - at)) <= 80);
  }
}

}  // namespace
}  // namespace preauth
