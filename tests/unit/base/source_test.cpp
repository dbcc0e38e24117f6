#include "base/source.h"

#include <doctest/doctest.h>

namespace preauth {
namespace {

TEST_CASE("lines_and_columns_count_from_one_in_code_points") {
  // Bytes: a=0 é=1..2 b=3 \n=4 c=5 😀=6..9 d=10 \r=11 \n=12
  const SourceFile file("f.toml",
                        "a\xC3\xA9"
                        "b\nc\xF0\x9F\x98\x80"
                        "d\r\n");
  CHECK(file.position(0).line == 1);
  CHECK(file.position(0).column == 1);
  CHECK(file.position(1).column == 2);
  CHECK(file.position(3).column == 3);  // é is two bytes, one column
  CHECK(file.position(5).line == 2);
  CHECK(file.position(5).column == 1);
  CHECK(file.position(10).column == 3);  // 😀 is four bytes, one column
  CHECK(file.position(13).line == 3);
  CHECK(file.position(13).column == 1);
  CHECK(file.position(4'000).line == 3);  // past the end is the end
}

TEST_CASE("line_text_has_no_line_end") {
  const SourceFile file("f.toml", "one\r\ntwo\n\nfour");
  CHECK(file.line_text(1) == "one");
  CHECK(file.line_text(2) == "two");
  CHECK(file.line_text(3).empty());
  CHECK(file.line_text(4) == "four");
  CHECK(file.line_text(5).empty());
  CHECK(file.line_text(0) == "one");
  CHECK(file.line_begin(2) == 5);
}

TEST_CASE("offset_is_the_inverse_of_position") {
  const SourceFile file("f.toml",
                        "a\xC3\xA9"
                        "b\nsecond");
  CHECK(file.offset({1, 1}) == 0);
  CHECK(file.offset({1, 2}) == 1);
  CHECK(file.offset({1, 3}) == 3);
  CHECK(file.offset({1, 99}) == 4);  // the end of the line
  CHECK(file.offset({2, 3}) == 7);
}

TEST_CASE("an_empty_file_has_one_empty_line") {
  const SourceFile file("empty.toml", "");
  CHECK(file.position(0).line == 1);
  CHECK(file.position(0).column == 1);
  CHECK(file.line_text(1).empty());
}

TEST_CASE("a_span_gives_the_bytes_it_covers") {
  SourceSet sources;
  CHECK(sources.add("a.toml", "id = 1\n") == 0);
  CHECK(sources.add("b.toml", "name = \"x\"\n") == 1);
  CHECK(sources.text({1, 7, 10}) == "\"x\"");
  CHECK(sources.text({0, 5, 6}) == "1");
  CHECK(sources.text({0, 5, 900}) == "1\n");
  CHECK(sources.text({}).empty());
  CHECK(sources.count() == 2);
}

}  // namespace
}  // namespace preauth
