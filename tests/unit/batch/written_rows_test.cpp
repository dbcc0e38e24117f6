#include "batch/written_rows.h"

#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

namespace preauth {
namespace {

std::string file_with(const std::string& text) {
  static const std::string path = "/tmp/preauth-written-" + std::to_string(getpid());
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
  return path;
}

struct Case {
  std::string text;
  std::uint64_t last_row;
  std::uint64_t count;
  std::uint64_t bytes;
};

TEST_CASE("of_json_every_row_with_its_line_end_counts") {
  const std::string one = "{\"schema\": \"preauth.batch/1\", \"row\": 1, \"id\": \"a\"}\n";  // 51 bytes
  const std::string three = "{\"schema\": \"preauth.batch/1\", \"row\": 3, \"id\": \"c\"}\n";
  const std::string brief = "{\"schema\":\"preauth.batch/1\",\"row\":1,\"id\":\"a\"}\n";  // without the 5 blanks
  const std::vector<Case> cases = {
      {"", 0, 0, 0},
      {one, 1, 1, 51},
      {one + three, 3, 2, 102},  // row 2 was rejected
      {one + three.substr(0, 50), 1, 1, 51},
      {one + three.substr(0, 5), 1, 1, 51},
      {one + "garbage\n" + three, 1, 1, 51},
      {three + one, 3, 1, 51},  // rows only go up
      {brief, 1, 1, 46},
      {brief + three.substr(0, 50), 1, 1, 46},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const WrittenRows written = *written_rows(file_with(test.text), RowsOutput::json);
    CHECK(written.last_row == test.last_row);
    CHECK(written.count == test.count);
    CHECK(written.bytes == test.bytes);
  }
}

TEST_CASE("of_csv_a_client_counts_once_the_next_one_has_begun") {
  const std::string header = "row,id,plan\r\n";  // 13 bytes
  const std::vector<Case> cases = {
      {"", 0, 0, 0},
      {"row,i", 0, 0, 0},
      {header, 0, 0, 13},
      {header + "1,a,x\r\n1,a,y\r\n", 0, 0, 13},
      {header + "1,a,x\r\n1,a,y\r\n2,b", 0, 0, 13},
      // Two rows of seven bytes each come before the second client.
      {header + "1,a,x\r\n1,a,y\r\n2,b,z\r\n", 1, 1, 27},
      {header + "1,\"a\n9,9,9\n\",x\r\n2,b,z\r\n", 1, 1, 13 + 16},
      {"7,a,x\r\n8,b,x\r\n9,c,x\r\n", 8, 2, 14},  // a later part has no header
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const WrittenRows written = *written_rows(file_with(test.text), RowsOutput::csv);
    CHECK(written.last_row == test.last_row);
    CHECK(written.count == test.count);
    CHECK(written.bytes == test.bytes);
  }
}

TEST_CASE("rejects_are_kept_up_to_the_last_written_row") {
  const std::string header = "row,file,line\r\n";  // 15 bytes
  const std::string text = header + "2,f,3\r\n2,f,3\r\n5,f,6\r\n9,f";
  CHECK(rejects_through(file_with(text), 0) == 15U);
  CHECK(rejects_through(file_with(text), 2) == 29U);
  CHECK(rejects_through(file_with(text), 7) == 36U);
  unlink(file_with("").c_str());
}

}  // namespace
}  // namespace preauth
