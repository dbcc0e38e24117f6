#include "formats/foreign_format.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

TEST_CASE("files_that_are_no_text_are_told_by_their_first_bytes") {
  struct Row {
    std::string bytes;
    std::optional<ForeignFormat> format;
  };
  const std::vector<Row> rows = {
      {"%PDF-1.7\n", ForeignFormat::pdf},
      {std::string("PK\x03\x04\0\0", 6), ForeignFormat::office},
      {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ForeignFormat::office},
      {"\x89PNG\r\n\x1a\n", ForeignFormat::picture},
      {"\xff\xd8\xff\xe0", ForeignFormat::picture},
      {"\n  <!doctype HTML>\n<html>", ForeignFormat::web_page},
      {"<html lang=\"en\">", ForeignFormat::web_page},
      {"", std::nullopt},
      {"%PDF", std::nullopt},
      {"PK = \"a key\"", std::nullopt},
      {"schema = \"preauth.plan/1\"", std::nullopt},
      {"id,plan\n", std::nullopt},
      {"{\"id\": 1}", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(foreign_format(row.bytes) == row.format);
  }
}

}  // namespace
}  // namespace preauth
