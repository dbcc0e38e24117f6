// Every table, key, word and required key of data/schemas is one that the program reads, and none is missing: each
// table is loaded with a key that does not exist, each choice with a word that does not exist, and the problem then
// lists what would have been right.

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/plan_loader.h"
#include "load/toml_doc.h"
#include "load/worksheet_loader.h"
#include "model/vocabulary.h"

namespace preauth {
namespace {

constexpr std::string_view kNonsense = "qqzzqqzz";
constexpr std::string_view kKnownHere = "known here: ";
constexpr std::string_view kOneOf = "it is one of ";

using Words = std::set<std::string>;

Node read_schema_source(const std::string& name) {
  std::ifstream stream(std::string(PREAUTH_SOURCE_DIR) + "/data/schemas/" + name + ".toml", std::ios::binary);
  SourceSet sources;
  Diagnostics problems;
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  std::optional<Node> root = read_toml(sources, sources.add(name, bytes), problems);
  REQUIRE(root.has_value());
  return std::move(*root);
}

// A place in a file: keys from the top, and whether each is a list of tables.
struct Place {
  struct Part {
    std::string key;
    bool is_list = false;
  };
  std::vector<Part> parts;

  Place with(const std::string& key, bool is_list) const {
    Place longer = *this;
    longer.parts.push_back({key, is_list});
    return longer;
  }
  std::string path() const {
    std::string text;
    for (const Part& part : parts) text += (text.empty() ? "" : ".") + part.key;
    return text;
  }
};

// The smallest file with that table, and `line` in it.
std::string file_with(const std::string& format, const Place& place, const std::string& line) {
  std::string text = "schema = \"preauth." + format + "/1\"\n";
  std::string path;
  for (std::size_t i = 0; i < place.parts.size(); ++i) {
    const Place::Part& part = place.parts[i];
    path += (path.empty() ? "" : ".") + part.key;
    if (part.is_list) text += "[[" + path + "]]\n";
    if (!part.is_list && i + 1 == place.parts.size()) text += "[" + path + "]\n";
  }
  return text + line + "\n";
}

std::vector<Diagnostic> problems_of(const std::string& format, const std::string& text) {
  SourceSet sources;
  Diagnostics problems;
  const std::int32_t file = sources.add("probe.toml", text);
  const std::optional<Node> root = read_toml(sources, file, problems);
  REQUIRE(root.has_value());
  if (format == "plan") load_plan(*root, sources, file, problems);
  if (format == "treatment") load_treatment(*root, sources, file, problems);
  if (format == "worksheet") load_worksheet(*root, sources, file, problems);
  return problems.all();
}

Words split(std::string_view list) {
  Words words;
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find(", "));
    words.emplace(word);
    list.remove_prefix(std::min(word.size() + 2, list.size()));
  }
  return words;
}

// What would have been right in place of the nonsense: unknown keys list it in their help, words in their message.
Words known_instead_of_nonsense(const std::vector<Diagnostic>& problems) {
  for (const Diagnostic& problem : problems) {
    if (problem.message.find(kNonsense) == std::string::npos) continue;
    if (problem.help.starts_with(kKnownHere)) return split(std::string_view(problem.help).substr(kKnownHere.size()));
    const std::size_t list = problem.message.find(kOneOf);
    if (list != std::string::npos) return split(std::string_view(problem.message).substr(list + kOneOf.size()));
  }
  return {};
}

Words keys_of(const Node& table) {
  Words keys;
  for (const auto& [key, field] : table.entries) keys.insert(key);
  return keys;
}

using Check = std::function<void(const Place&, const Node& table)>;

// Every place where a table of the schema can stand.
void visit(const Node& schema, const std::string& name, const Place& place, const Check& check) {
  const Node* table = schema.find(name);
  REQUIRE_MESSAGE(table != nullptr, name);
  check(place, *table);
  for (const auto& [key, field] : table->entries) {
    if (const Node* inner = field.find("table")) visit(schema, inner->text, place.with(key, false), check);
    if (const Node* inner = field.find("list")) visit(schema, inner->text, place.with(key, true), check);
    if (const Node* inner = field.find("rows")) {
      visit(schema, inner->text, place.with(key, false).with("iop", false), check);
    }
    if (const Node* inner = field.find("named")) {
      visit(schema, inner->text, place.with(key, false).with("some", false), check);
    }
  }
}

const std::vector<std::string> kFormats = {"plan", "treatment", "worksheet"};

TEST_CASE("the_keys_of_every_table_are_those_the_program_reads") {
  for (const std::string& format : kFormats) {
    const Node schema = read_schema_source(format);
    visit(schema, "top", {}, [&](const Place& place, const Node& table) {
      CAPTURE(format);
      CAPTURE(place.path());
      const std::string text = file_with(format, place, std::string(kNonsense) + " = 1");
      CHECK(known_instead_of_nonsense(problems_of(format, text)) == keys_of(table));
    });
  }
}

TEST_CASE("the_required_keys_are_those_the_program_misses") {
  for (const std::string& format : kFormats) {
    const Node schema = read_schema_source(format);
    visit(schema, "top", {}, [&](const Place& place, const Node& table) {
      const std::vector<Diagnostic> problems = problems_of(format, file_with(format, place, ""));
      for (const auto& [key, field] : table.entries) {
        if (key == "schema") continue;  // told apart before any other key is read
        CAPTURE(format);
        CAPTURE(place.path());
        CAPTURE(key);
        const std::string quoted = "`" + key + "`";
        const bool is_missed = std::any_of(problems.begin(), problems.end(), [&](const Diagnostic& problem) {
          return problem.id == "file.missing-key" && problem.message.find(quoted) != std::string::npos;
        });
        CHECK((field.find("required") != nullptr) == is_missed);
      }
    });
  }
}

Words ids_as_words(std::span<const std::string_view> ids) { return {ids.begin(), ids.end()}; }

Words words_of(const Node& value) {
  Words words;
  for (const Node& item : value.items) words.insert(item.text);
  if (value.text == "@benefit") words = ids_as_words(ids<Benefit>());
  if (value.text == "@condition") words = ids_as_words(ids<Condition>());
  if (value.text == "@coverage") words = ids_as_words(ids<Coverage>());
  if (value.text == "@facility-kind") words = ids_as_words(ids<FacilityKind>());
  if (value.text == "@funding") words = ids_as_words(ids<Funding>());
  if (value.text == "@level") words = ids_as_words(ids<Level>());
  if (value.text == "@network") words = ids_as_words(ids<Network>());
  if (value.text == "@plan-kind") words = ids_as_words(ids<PlanKind>());
  if (value.text == "@wording") words = ids_as_words(ids<Wording>());
  return words;
}

TEST_CASE("the_words_of_every_choice_are_those_the_program_reads") {
  for (const std::string& format : kFormats) {
    const Node schema = read_schema_source(format);
    visit(schema, "top", {}, [&](const Place& place, const Node& table) {
      for (const auto& [key, field] : table.entries) {
        const Node* value = field.find("words");
        if (value == nullptr) continue;
        CAPTURE(format);
        CAPTURE(place.path());
        CAPTURE(key);
        const std::string line = key + " = \"" + std::string(kNonsense) + "\"";
        Words known = known_instead_of_nonsense(problems_of(format, file_with(format, place, line)));
        Words stated = words_of(*value);
        known.erase("unknown");  // may stand wherever a value is expected
        stated.erase("unknown");
        CHECK(known == stated);
      }
    });
  }
}

}  // namespace
}  // namespace preauth
