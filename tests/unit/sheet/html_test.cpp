// A sheet as HTML: nothing of a file becomes markup, nothing comes from outside, the same bytes every time.

#include <algorithm>

#include <doctest/doctest.h>

#include "report/sheet.h"

namespace preauth {
namespace {

Sheet sheet_with(const std::string& text) {
  Sheet sheet;
  sheet.title = "Title";
  sheet.head = {{"Client", text}, {"Made by", ""}};
  SheetTable table{"Caption", {{"Option", false}, {"Likely", true}}, {{PageText(text), PageText("$5")}}};
  SheetBars bars{{{text, "likely $5", 0, 1'000, 500, 100, 900}}, {{0, "$0"}, {1'000, "$10"}}, "Scale"};
  SheetForm form{"Ask", {"Date"}, {text}, "Answer"};
  SheetList list{{PageText(text, true)}, true, false, false};
  SheetSection section{"part", "Part", {SheetParagraph{text, false}, list, table, bars, form}};
  sheet.pages = {{"answer", "Answer", {section}}};
  sheet.appendix = "Appendix";
  sheet.cuts = {{1, text}};
  sheet.foot = {text};
  sheet.page_before = "Page ";
  sheet.page_between = " of ";
  return sheet;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST_CASE("hostile_text_stays_text") {
  const std::vector<std::string> hostile = {"<script>alert(1)</script>",
                                            "\"><svg onload=alert(1)>",
                                            "</style><b>",
                                            "</title></svg><img src=x>",
                                            "\xe2\x80\xaeovertaken",
                                            "\xff\xfe",
                                            "a\x1b[2Jb"};
  const std::string plain = sheet_html(sheet_with("plain"));
  for (const std::string& text : hostile) {
    CAPTURE(text);
    const std::string html = sheet_html(sheet_with(text));
    CHECK(count(html, "<") == count(plain, "<"));  // as many tags as without it
    CHECK(html.find(text) == std::string::npos);
    CHECK(html.find("onload=alert(1)>") == std::string::npos);
  }
  CHECK(sheet_html(sheet_with("\xe2\x80\xaeovertaken")).find("\\u202eovertaken") != std::string::npos);
}

TEST_CASE("the_page_asks_for_nothing_and_runs_nothing") {
  const std::string html = sheet_html(sheet_with("plain"));
  CHECK(html.find("default-src &#39;none&#39;") != std::string::npos);
  for (const std::string_view outside : {"<script", "http:", "https:", "src=", "@import", "<link", "<img"}) {
    CAPTURE(outside);
    CHECK(html.find(outside) == std::string::npos);
  }
}

TEST_CASE("tables_and_pictures_say_what_they_are") {
  const std::string html = sheet_html(sheet_with("plain"));
  CHECK(html.find("<html lang=\"en\">") != std::string::npos);
  CHECK(html.find("<th scope=\"col\">Option</th>") != std::string::npos);
  CHECK(html.find("<th scope=\"row\">plain</th>") != std::string::npos);
  CHECK(html.find("<title id=\"bar-1\">plain: likely $5</title>") != std::string::npos);
  CHECK(html.find("<dd class=\"blank\">\u00a0</dd>") != std::string::npos);
}

TEST_CASE("words_of_a_file_are_marked_as_english_in_a_spanish_sheet") {
  Sheet sheet = sheet_with("$30 copay");
  CHECK(count(sheet_html(sheet), "lang=\"en\"") == 1);
  sheet.lang = Lang::es;
  const std::string html = sheet_html(sheet);
  CHECK(html.find("<html lang=\"es\">") != std::string::npos);
  CHECK(html.find("<li lang=\"en\">$30 copay</li>") != std::string::npos);
}

TEST_CASE("the_foot_of_the_page_cannot_leave_its_string") {
  const std::string html = sheet_html(sheet_with("a\"; } </style> \\ b\nc"));
  CHECK(html.find("a\\22 \\3b  \\7d  \\3c \\2f style\\3e  \\5c  b\\a c") != std::string::npos);
}

TEST_CASE("the_same_sheet_gives_the_same_bytes_in_every_form") {
  const Sheet sheet = sheet_with("plain");
  CHECK(sheet_html(sheet) == sheet_html(sheet));
  CHECK(sheet_md(sheet) == sheet_md(sheet));
  CHECK(sheet_text(sheet, {}) == sheet_text(sheet, {}));
}

TEST_CASE("ten_thousand_characters_do_not_widen_a_text_page") {
  const std::string text = sheet_text(sheet_with(std::string(10'000, 'x')), {});
  std::size_t longest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    longest = std::max(longest, end - begin);
    begin = end + 1;
  }
  CHECK(longest <= 80);
}

}  // namespace
}  // namespace preauth
