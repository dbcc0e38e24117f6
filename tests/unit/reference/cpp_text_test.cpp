#include "generate/cpp_text.h"

#include <doctest/doctest.h>

namespace preauth {
namespace {

TEST_CASE("text_is_quoted_so_that_it_reads_back_the_same") {
  CHECK(quoted("") == "\"\"");
  CHECK(quoted("a \"b\" \\") == "\"a \\\"b\\\" \\\\\"");
  CHECK(quoted("line\n\ttab\r") == "\"line\\n\\ttab\\r\"");
  CHECK(quoted("é") == "\"é\"");
}

TEST_CASE("long_text_is_quoted_line_by_line") {
  CHECK(quoted_lines("", "  ") == "\"\"");
  CHECK(quoted_lines("a\nb", "  ") == "\n  \"a\\n\"\n  \"b\"");
  CHECK(quoted_lines("a\n", "") == "\n\"a\\n\"");
}

}  // namespace
}  // namespace preauth
