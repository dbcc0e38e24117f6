#include "formats/csv_reader.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

struct ScanCase {
  std::string text;
  bool at_end;
  bool complete;
  std::size_t end;
  std::size_t columns;
  CsvFault fault;
};

TEST_CASE("a_record_ends_at_the_first_line_end_outside_quotes") {
  const std::vector<ScanCase> cases = {
      {"a,b\nc", false, true, 4, 1, CsvFault::none},  // cells are not counted where no quote is
      {"a,b\r\nc", false, true, 5, 1, CsvFault::none},
      {"a,b", false, false, 3, 1, CsvFault::none},  // more may follow
      {"a,b", true, true, 3, 1, CsvFault::none},
      {"\"a\nb\",c\nd", false, true, 8, 2, CsvFault::none},
      {"\"a\"\"b\",c\n", false, true, 9, 2, CsvFault::none},
      {"\"a\",\"b\"", false, false, 0, 2, CsvFault::none},  // the last quote may be the half of a doubled one
      {"\"a\",\"b\"", true, true, 7, 2, CsvFault::none},
      {"5\" pipe,b\n", false, true, 10, 2, CsvFault::none},  // a quote inside a cell is text
      {"\"\"\n", false, true, 3, 1, CsvFault::none},
      {"\"a\"\r\nb", false, true, 5, 1, CsvFault::none},
      {"\"open,b\nc,d\n", false, false, 0, 1, CsvFault::none},
      {"\"open,b\nc,d\n", true, true, 8, 1, CsvFault::unclosed_quote},  // reading goes on at the next line
      {"\"open,b\nc,\"d\"\n", false, true, 8, 1, CsvFault::text_after_quote},
      {"\"a\"b,c\nd", false, true, 7, 1, CsvFault::text_after_quote},
  };
  for (const ScanCase& test : cases) {
    CAPTURE(test.text);
    const CsvScan scan = scan_csv_record(test.text, test.at_end);
    CHECK(scan.complete == test.complete);
    if (!scan.complete) continue;
    CHECK(scan.end == test.end);
    CHECK(scan.fault == test.fault);
    if (scan.fault == CsvFault::none) CHECK(scan.columns == test.columns);
  }
}

TEST_CASE("a_record_over_several_lines_says_so") {
  CHECK(scan_csv_record("\"a\nb\"\n", false).several_lines);
  CHECK_FALSE(scan_csv_record("\"a b\"\n", false).several_lines);
}

TEST_CASE("a_fault_is_told_when_its_line_has_ended") {
  // The rest of the line would otherwise be taken for a record of its own.
  CHECK_FALSE(scan_csv_record("\"a\"x,b", false).complete);
  CHECK(scan_csv_record("\"a\"x,b", true).end == 6);  // "a"x,b is 6 bytes
  CHECK(scan_csv_record("\"a\"x,b\nc", false).end == 7);
}

TEST_CASE("cells_are_views_without_their_quotes") {
  struct Case {
    std::string record;
    std::vector<std::string> cells;
  };
  const std::vector<Case> cases = {
      {"", {""}},
      {"a", {"a"}},
      {"a,,b", {"a", "", "b"}},
      {",", {"", ""}},
      {"\"a,b\",c", {"a,b", "c"}},
      {"\"say \"\"hi\"\"\",\"\"\"\"", {"say \"hi\"", "\""}},
      {"\"\",x", {"", "x"}},
      {"\"two\nlines\"", {"two\nlines"}},
      {"a\"b,c", {"a\"b", "c"}},
  };
  std::vector<std::string_view> cells;
  std::string unquoted;
  for (const Case& test : cases) {
    CAPTURE(test.record);
    split_csv_record(test.record, cells, unquoted);
    CHECK(std::vector<std::string>(cells.begin(), cells.end()) == test.cells);
  }
}

TEST_CASE("a_line_end_is_taken_off_once") {
  CHECK(without_line_end("a\r\n") == "a");
  CHECK(without_line_end("a\n") == "a");
  CHECK(without_line_end("a\r\r\n") == "a\r");
  CHECK(without_line_end("a") == "a");
}

}  // namespace
}  // namespace preauth
