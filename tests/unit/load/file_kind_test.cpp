#include <doctest/doctest.h>

#include "loaded.h"

namespace preauth::test {
namespace {

struct Kind {
  FileKind kind;
  std::vector<std::string> ids;
};

Kind kind_of_text(const std::string& text) {
  SourceSet sources;
  Diagnostics diagnostics;
  const std::int32_t file = sources.add("some.toml", text);
  const std::optional<Node> root = read_toml(sources, file, diagnostics);
  REQUIRE(root.has_value());
  const FileKind kind = kind_of(*root, diagnostics);
  return {kind, ids_of(diagnostics)};
}

TEST_CASE("the_schema_line_says_what_a_file_is") {
  CHECK(kind_of_text("schema = \"preauth.plan/1\"").kind == FileKind::plan);
  CHECK(kind_of_text("schema = \"preauth.treatment/1\"").kind == FileKind::treatment);
  CHECK(kind_of_text("schema = \"preauth.worksheet/1\"").kind == FileKind::worksheet);
}

TEST_CASE("a_file_without_a_readable_schema_is_unknown_and_says_why") {
  struct Row {
    std::string text;
    std::string id;
  };
  const std::vector<Row> rows = {
      {"", "file.no-schema"},
      {"schema = 1", "file.no-schema"},
      {"schema = \"preauth.plan\"", "file.unknown-schema"},
      {"schema = \"acme/1\"", "file.unknown-schema"},
      {"schema = \"preauth.plan/2\"", "file.newer-schema"},
      {"schema = \"preauth.plan/10\"", "file.newer-schema"},
      {"schema = \"preauth.plan/0\"", "file.unknown-schema"},
      {"schema = \"preauth.plan/one\"", "file.unknown-schema"},
      {"schema = \"preauth.plan/\"", "file.unknown-schema"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Kind found = kind_of_text(row.text);
    CHECK(found.kind == FileKind::unknown);
    REQUIRE(found.ids.size() == 1);
    CHECK(found.ids[0] == row.id);
  }
}

}  // namespace
}  // namespace preauth::test
