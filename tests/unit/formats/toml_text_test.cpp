#include "formats/toml_text.h"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

TEST_CASE("text_is_quoted_on_one_line") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "\"\""},
      {"$40 copay", "\"$40 copay\""},
      {"she said \"no\"", "\"she said \\\"no\\\"\""},
      {"C:\\plans", "\"C:\\\\plans\""},
      {"two\r\nlines\tand", "\"two\\r\\nlines\\tand\""},
      {std::string("\x1b[2J\x7f\0", 6), "\"\\u001b[2J\\u007f\\u0000\""},
      {"Höhe 保険", "\"Höhe 保険\""},
  };
  for (const auto& [text, quoted] : cases) CHECK(toml_quoted(text) == quoted);
}

TEST_CASE("a_key_is_quoted_only_where_it_must_be") {
  CHECK(toml_key("same_as") == "same_as");
  CHECK(toml_key("virtual-iop") == "virtual-iop");
  CHECK(toml_key("7") == "7");
  CHECK(toml_key("a b") == "\"a b\"");
  CHECK(toml_key("") == "\"\"");
}

}  // namespace
}  // namespace preauth
