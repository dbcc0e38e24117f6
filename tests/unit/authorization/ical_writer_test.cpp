#include "formats/ical_writer.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace preauth;

namespace {

std::string text_line(std::string_view value) {
  IcalWriter writer;
  writer.text("SUMMARY", value);
  return writer.take();
}

}  // namespace

TEST_CASE("lines_end_with_crlf_and_dates_are_whole_days") {
  IcalWriter writer;
  writer.begin("VEVENT");
  writer.date("DTSTART", Date::from_civil(2026, 1, 9).value());
  writer.property("CLASS", "PRIVATE");
  writer.end("VEVENT");
  CHECK(writer.take() == "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260109\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\n");
}

TEST_CASE("text_is_escaped") {
  struct Row {
    std::string text;
    std::string line;
  };
  const std::vector<Row> rows = {{"a, b; c", R"(SUMMARY:a\, b\; c)"},
                                 {"back\\slash", R"(SUMMARY:back\\slash)"},
                                 {"two\nlines", R"(SUMMARY:two\nlines)"},
                                 {"a colon: stays", "SUMMARY:a colon: stays"},
                                 // Nothing can end the line and begin a property of its own.
                                 {"x\r\nATTACH:file", R"(SUMMARY:x\nATTACH:file)"},
                                 {"bell\a, escape\x1b, delete\x7f", R"(SUMMARY:bell\, escape\, delete)"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(text_line(row.text) == row.line + "\r\n");
  }
}

TEST_CASE("no_line_is_longer_than_75_octets") {
  struct Row {
    std::size_t letters;  // after "SUMMARY:", which has 8
    std::string line;
  };
  const std::string many(200, 'x');
  // 75 = 8 + 67 letters fit. A line that goes on starts with a space, so 74 more fit.
  const std::vector<Row> rows = {{67, "SUMMARY:" + many.substr(0, 67) + "\r\n"},
                                 {68, "SUMMARY:" + many.substr(0, 67) + "\r\n x\r\n"},
                                 {141, "SUMMARY:" + many.substr(0, 67) + "\r\n " + many.substr(0, 74) + "\r\n"},
                                 {142, "SUMMARY:" + many.substr(0, 67) + "\r\n " + many.substr(0, 74) + "\r\n x\r\n"}};
  for (const Row& row : rows) {
    CAPTURE(row.letters);
    CHECK(text_line(many.substr(0, row.letters)) == row.line);
  }
}

TEST_CASE("a_fold_never_tears_a_character") {
  // 8 + 66 letters are 74 octets: the two octets of é do not fit any more, nor the three of – after 65 letters and é.
  const std::string letters(66, 'x');
  CHECK(text_line(letters + "é") == "SUMMARY:" + letters + "\r\n é\r\n");
  CHECK(text_line(letters + "–") == "SUMMARY:" + letters + "\r\n –\r\n");
  CHECK(text_line(letters.substr(1) + "é") == "SUMMARY:" + letters.substr(1) + "é\r\n");  // 8 + 65 + 2 = 75
}
