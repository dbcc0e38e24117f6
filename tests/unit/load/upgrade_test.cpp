#include "load/upgrade.h"

#include <array>
#include <string>

#include <doctest/doctest.h>

#include "loaded.h"

namespace preauth::test {
namespace {

// Steps of invented versions before the first.
bool add_key(WriteBack& file) { return file.put_text("plan.name", "\"Acme\""); }
bool add_note(WriteBack& file) { return file.put_text("plan.note", "\"upgraded\""); }
bool cannot(WriteBack&) { return false; }

constexpr std::array<Migration, 2> kSteps = {
    {{"preauth.plan/-1", "preauth.plan/0", &add_key}, {"preauth.plan/0", "preauth.plan/1", &add_note}}};

struct Outcome {
  std::optional<Upgraded> upgraded;
  std::vector<std::string> ids;
};

Outcome upgraded(const std::string& text, std::span<const Migration> steps) {
  SourceSet sources;
  Diagnostics diagnostics;
  const std::int32_t file = sources.add("plan.toml", text);
  std::optional<Upgraded> result = upgrade(sources, file, steps, diagnostics);
  return {std::move(result), ids_of(diagnostics)};
}

TEST_CASE("comments_order_and_blank_lines_stay_over_every_step") {
  const Outcome outcome = upgraded(
      "# mine\nschema = \"preauth.plan/-1\" # old\n\n[plan] # who\nid = \"acme\"   # short\n\n# the end\n", kSteps);
  REQUIRE(outcome.upgraded.has_value());
  CHECK(outcome.upgraded->schemas == std::vector<std::string>{"preauth.plan/-1", "preauth.plan/0", "preauth.plan/1"});
  const std::string& text = outcome.upgraded->text;
  for (const std::string part :
       {"# mine\n", "\"preauth.plan/1\" # old\n", "[plan] # who\n", "id = \"acme\"   # short\n",
        "note = \"upgraded\"\n", "# the end\n", "name = \"Acme\"\n"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("a_file_of_today_stays_byte_for_byte") {
  for (const std::string kind : {"plan", "treatment", "worksheet"}) {
    const std::string text = "schema = \"preauth." + kind + "/1\"\r\n# end";
    const Outcome outcome = upgraded(text, kSteps);
    REQUIRE(outcome.upgraded.has_value());
    CHECK(outcome.upgraded->text == text);
    CHECK(outcome.upgraded->schemas.size() == 1);
  }
}

TEST_CASE("what_cannot_be_upgraded_is_left_alone_and_named") {
  struct Row {
    std::string text;
    std::string id;
  };
  const std::vector<Row> rows = {
      {"schema = \"preauth.plan/2\"", "file.newer-schema"},
      {"schema = \"acme/1\"", "file.unknown-schema"},
      {"schema = 3", "file.no-schema"},
      {"", "file.no-schema"},
      {"schema = \"preauth.plan/1", "toml.syntax"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Outcome outcome = upgraded(row.text, kSteps);
    CHECK_FALSE(outcome.upgraded.has_value());
    REQUIRE(outcome.ids.size() == 1);
    CHECK(outcome.ids[0] == row.id);
  }
}

TEST_CASE("a_step_that_fails_is_said_with_both_versions") {
  constexpr std::array<Migration, 1> kFailing = {{{"preauth.plan/0", "preauth.plan/1", &cannot}}};
  const Outcome outcome = upgraded("schema = \"preauth.plan/0\"", kFailing);
  CHECK_FALSE(outcome.upgraded.has_value());
  CHECK(outcome.ids == std::vector<std::string>{"file.cannot-upgrade"});
}

}  // namespace
}  // namespace preauth::test
