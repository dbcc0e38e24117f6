// A data file in another language has the same rows, and every text of them anew.

#include "generate/data_translation.h"

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

constexpr std::array<std::string_view, 2> kFields = {"text", "why"};
constexpr std::string_view kOriginal =
    "[words]\neach = \"each\"\n[[rows]]\nid = \"A1\"\ntext = \"Is the plan active today?\"\nwhy = \"It "
    "counts.\"\nlevel = 1\n";

struct Translated {
  Node node;
  std::string problem;
};

Translated translate(const std::string& translation) {
  SourceSet sources;
  Diagnostics diagnostics;
  const auto read = [&](const std::string& name, std::string text) {
    return read_toml(sources, sources.add(name, std::move(text)), diagnostics).value_or(Node());
  };
  const Node original = read("a.toml", std::string(kOriginal));
  const Node other = read("a.es.toml", translation);
  Translated result{translated_data(original, other, {"rows", "id", kFields}, diagnostics), ""};
  if (!diagnostics.all().empty()) result.problem = diagnostics.all().front().message;
  return result;
}

TEST_CASE("texts_are_replaced_and_everything_else_stays") {
  const Translated result =
      translate("[words]\neach = \"cada uno\"\n[rows.A1]\ntext = \"¿El plan está activo hoy?\"\nwhy = \"Cuenta.\"\n");
  CHECK(result.problem.empty());
  const Node& row = result.node.find("rows")->items.front();
  CHECK(row.find("text")->text == "¿El plan está activo hoy?");
  CHECK(row.find("why")->text == "Cuenta.");
  CHECK(row.find("level")->text == "1");
  CHECK(result.node.find("words")->find("each")->text == "cada uno");
}

TEST_CASE("what_is_missing_too_much_or_left_as_it_is_is_a_problem") {
  struct Case {
    std::string translation;
    std::string problem;
  };
  const std::vector<Case> cases = {
      {"", "nothing is translated"},
      {"[rows.A2]\ntext = \"x\"\nwhy = \"y\"\n", "`A1` has no translation"},
      {"[rows.A1]\ntext = \"x\"\n", "`why` has no translation"},
      {"[rows.A1]\ntext = \"x\"\nwhy = \"y\"\n[rows.A2]\ntext = \"x\"\nwhy = \"y\"\n", "there is no `A2` to translate"},
      {"[rows.A1]\ntext = \"x\"\nwhy = \"y\"\nlevel = \"1\"\n", "`level` is not translated"},
      {"[rows.A1]\ntext = \"Is the plan active today?\"\nwhy = \"y\"\n", "`text` was left as it is"},
      {"[other.A1]\ntext = \"x\"\n[rows.A1]\ntext = \"x\"\nwhy = \"y\"\n", "there is no `other` to translate"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.translation);
    CHECK(translate(c.translation).problem == c.problem);
  }
}

}  // namespace
}  // namespace preauth
