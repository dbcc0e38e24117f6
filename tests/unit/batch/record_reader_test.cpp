#include "batch/record_reader.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

namespace preauth {
namespace {

// A file with the bytes, gone with the object.
class BytesFile {
 public:
  explicit BytesFile(std::string_view bytes) {
    const int descriptor = mkstemp(path_.data());
    REQUIRE(descriptor >= 0);
    std::string_view rest = bytes;
    while (!rest.empty()) {
      const ssize_t written = write(descriptor, rest.data(), rest.size());
      REQUIRE(written > 0);
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    close(descriptor);
  }
  BytesFile(const BytesFile&) = delete;
  BytesFile& operator=(const BytesFile&) = delete;
  ~BytesFile() { unlink(path_.c_str()); }
  ByteSource source() const {
    std::string reason;
    std::optional<ByteSource> opened = ByteSource::open(path_, reason);
    REQUIRE(opened.has_value());
    return std::move(*opened);
  }

 private:
  std::string path_ = "/tmp/preauth-records-XXXXXX";
};

struct Found {
  std::uint64_t row;
  std::uint64_t line;
  std::uint64_t byte_offset;
  std::string text;
  RecordFault fault;
};

std::vector<Found> records_of(std::string_view bytes, std::size_t columns, std::string* header = nullptr) {
  const BytesFile file(bytes);
  const Interruption never;
  RecordReader reader(file.source(), never);
  reader.begin(1, columns);
  if (header != nullptr) *header = reader.header();
  std::vector<Found> found;
  RecordBlock block;
  while (reader.next(block, 2)) {
    for (const Record& record : block.records) {
      found.push_back({record.row, record.line, record.byte_offset, std::string(block.text_of(record)), record.fault});
    }
  }
  return found;
}

TEST_CASE("records_keep_their_row_line_and_byte") {
  std::string header;
  // "\xEF\xBB\xBF" is 3 bytes, the header line 7, so the first row begins at byte 10.
  const std::vector<Found> found = records_of("\xEF\xBB\xBFid,pl\r\nC-1,a\r\n\r\n\"C\n2\",b\nC-3,c", 2, &header);
  CHECK(header == "id,pl");
  REQUIRE(found.size() == 3);
  CHECK(found[0].text == "C-1,a");
  CHECK(found[0].line == 2);
  CHECK(found[0].byte_offset == 10);
  CHECK(found[1].text == "\"C\n2\",b");  // the blank line before it is no row
  CHECK(found[1].row == 2);
  CHECK(found[1].line == 4);
  CHECK(found[1].byte_offset == 19);
  CHECK(found[2].row == 3);
  CHECK(found[2].line == 6);
}

TEST_CASE("a_missing_quote_costs_its_own_row_only") {
  const std::vector<Found> found = records_of("id,plan\n1,\"a\n2,b\n3,\"c\"\n4,d\n", 2);
  REQUIRE(found.size() == 4);
  CHECK(found[0].fault == RecordFault::text_after_quote);
  CHECK(found[0].text == "1,\"a");
  for (std::size_t i = 1; i < found.size(); ++i) {
    CHECK(found[i].fault == RecordFault::none);
    CHECK(found[i].row == i + 1);
  }
  CHECK(found[2].text == "3,\"c\"");
}

TEST_CASE("two_missing_quotes_do_not_swallow_the_rows_between") {
  // The quote of row 1 is closed by that of row 3, which gives one record of three lines and three cells.
  const std::vector<Found> found = records_of("id,plan\n\"1,a\n2,b\n3\",c,d\n4,e\n", 2);
  REQUIRE(found.size() == 4);
  CHECK(found[0].fault == RecordFault::runs_over_lines);
  CHECK(found[0].text == "\"1,a");
  CHECK(found[1].text == "2,b");
  CHECK(found[1].fault == RecordFault::none);
  CHECK(found[3].text == "4,e");
}

TEST_CASE("a_row_of_megabytes_is_skipped_in_constant_memory") {
  const std::string long_cell(3U << 20U, 'x');
  const std::vector<Found> found = records_of("id,plan\n1,a\n2," + long_cell + "\n3,c\n", 2);
  REQUIRE(found.size() == 3);
  CHECK(found[1].fault == RecordFault::too_long);
  CHECK(found[1].text.empty());
  CHECK(found[2].text == "3,c");
  CHECK(found[2].line == 4);
  // 8 + 4 + 2 + 3 MiB + 1 bytes come before it.
  CHECK(found[2].byte_offset == 15 + long_cell.size());
}

TEST_CASE("json_lines_are_told_by_their_first_brace") {
  const BytesFile file("\n {\"id\":1}\n{\"id\":2}");
  const Interruption never;
  RecordReader reader(file.source(), never);
  CHECK(reader.form() == RowsForm::json);
  reader.begin(1, 0);
  RecordBlock block;
  REQUIRE(reader.next(block, 10));
  REQUIRE(block.records.size() == 2);
  CHECK(block.text_of(block.records[1]) == "{\"id\":2}");
  CHECK(block.records[1].line == 3);
}

TEST_CASE("utf16_is_recognised") {
  const BytesFile file(std::string_view("\xFF\xFEi\0d\0", 6));
  const Interruption never;
  CHECK(RecordReader(file.source(), never).has_utf16());
}

}  // namespace
}  // namespace preauth
