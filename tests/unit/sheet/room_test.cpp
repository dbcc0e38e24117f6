// How much room a page of a sheet takes on paper, and what gives way when it is too little.

#include <doctest/doctest.h>

#include "report/sheet.h"
#include "report/sheet_room.h"

namespace preauth {
namespace {

TEST_CASE("widths_are_those_of_arial") {
  CHECK(text_width("", 100) == 0);
  CHECK(text_width("1234567890", 100) == 556);  // ten digits of .556 em, in type of 10 points
  CHECK(text_width("il", 200) == 88);           // 2 × .222 em, 20 points = 8.88 points
  CHECK(text_width("ñ", 1'000) == 556);         // one letter, though two bytes
}

TEST_CASE("lines_break_between_words_and_within_a_word_too_long") {
  struct Row {
    std::string name;
    std::string text;
    int lines;
  };
  // A digit takes 55 tenths of a point at 10 points, a blank 27; the line has 200.
  const std::vector<Row> rows = {{"nothing still takes a line", "", 1},
                                 {"three digits", "111", 1},                 // 166
                                 {"three and a blank and one", "111 1", 2},  // 166 + 27 + 55 = 248
                                 {"a word of seven digits", "1111111", 2}};  // 389
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(text_lines(row.text, 200, 100) == row.lines);
  }
}

Sheet sheet_of(std::size_t lines, int type) {
  Sheet sheet;
  SheetList list;
  for (std::size_t i = 0; i < lines; ++i) list.items.emplace_back("a line");
  sheet.pages = {{"answer", "Answer", {{"part", "Part", {list}}}}};
  sheet.pages.front().type = type;
  return sheet;
}

TEST_CASE("a_page_is_full_where_the_paper_ends_and_smaller_type_makes_room") {
  // 729.6 points are 58 lines of 12.5 (10 points × 1.25); title and headings take about 5 of them.
  CHECK(fits_paper(sheet_of(50, 100), 0));
  CHECK_FALSE(fits_paper(sheet_of(58, 100), 0));
  CHECK(fits_paper(sheet_of(58, 85), 0));
}

TEST_CASE("a_table_is_as_wide_as_the_page_and_the_rest_stands_in_two_columns") {
  Sheet sheet = sheet_of(70, 100);
  CHECK_FALSE(fits_paper(sheet, 0));
  sheet.pages.front().two_columns = true;  // 35 lines each
  CHECK(fits_paper(sheet, 0));
  SheetTable table{"Caption", {{"Head", false}}, {}};
  table.rows.assign(30, {PageText("a cell")});  // 35 + 31 rows
  sheet.pages.front().sections.push_back({"table", "Table", {table}});
  CHECK_FALSE(fits_paper(sheet, 0));
}

TEST_CASE("rooms_go_from_much_to_little_and_from_large_type_to_small") {
  for (const std::span<const SheetRoom> rooms : {answer_rooms(), workings_rooms()}) {
    for (std::size_t i = 1; i < rooms.size(); ++i) {
      CAPTURE(i);
      CHECK(rooms[i].type <= rooms[i - 1].type);
      CHECK(rooms[i].insurer_questions <= rooms[i - 1].insurer_questions);
      CHECK(rooms[i].plan_rows <= rooms[i - 1].plan_rows);
    }
  }
}

}  // namespace
}  // namespace preauth
