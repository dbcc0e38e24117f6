#include "formats/csv_writer.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

std::string one_cell(std::string_view cell, CsvGuard guard) { return CsvWriter(guard).text(cell).end_row().take(); }

TEST_CASE("cells_are_quoted_by_rfc_4180_and_only_where_needed") {
  struct Row {
    std::string name;
    std::string cell;
    std::string csv;
  };
  const std::vector<Row> rows = {
      {"plain", "IOP", "IOP\r\n"},
      {"empty", "", "\r\n"},
      {"comma", "a,b", "\"a,b\"\r\n"},
      {"quote", "a\"b", "\"a\"\"b\"\r\n"},
      {"line feed", "a\nb", "\"a\nb\"\r\n"},
      {"carriage return", "a\rb", "\"a\rb\"\r\n"},
      {"outer spaces", " a ", "\" a \"\r\n"},
      {"semicolon", "a;b", "a;b\r\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(one_cell(row.cell, CsvGuard::none) == row.csv);
    CHECK(one_cell(row.cell, CsvGuard::spreadsheet) == row.csv);
  }
}

TEST_CASE("text_that_a_spreadsheet_would_run_gets_an_apostrophe") {
  struct Row {
    std::string name;
    std::string cell;
    std::string guarded;
    std::string plain;
  };
  const std::vector<Row> rows = {
      {"equals", "=1+1", "'=1+1\r\n", "=1+1\r\n"},
      {"plus", "+1", "'+1\r\n", "+1\r\n"},
      {"minus", "-1", "'-1\r\n", "-1\r\n"},
      {"at", "@SUM(A1)", "'@SUM(A1)\r\n", "@SUM(A1)\r\n"},
      {"tab", "\t=1", "'\t=1\r\n", "\t=1\r\n"},
      {"carriage return", "\r=1", "\"'\r=1\"\r\n", "\"\r=1\"\r\n"},
      {"quoted formula", "=A1,B1", "\"'=A1,B1\"\r\n", "\"=A1,B1\"\r\n"},
      {"full width equals", "\uFF1D1", "'\uFF1D1\r\n", "\uFF1D1\r\n"},
      {"inside the text", "a=1", "a=1\r\n", "a=1\r\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(one_cell(row.cell, CsvGuard::spreadsheet) == row.guarded);
    CHECK(one_cell(row.cell, CsvGuard::none) == row.plain);
  }
}

TEST_CASE("our_own_numbers_are_never_guarded") {
  CHECK(CsvWriter(CsvGuard::spreadsheet).number("-12.50").number("3").empty().end_row().take() == "-12.50,3,\r\n");
}

TEST_CASE("rows_follow_each_other") {
  CsvWriter csv(CsvGuard::none);
  csv.row({"plan", "option"}).text("a").text("b").end_row();
  CHECK(csv.take() == "plan,option\r\na,b\r\n");
}

}  // namespace
}  // namespace preauth
