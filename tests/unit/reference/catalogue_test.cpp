#include "generate/catalogue.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "generate/emit_messages.h"
#include "load/toml_doc.h"

namespace preauth {
namespace {

struct Read {
  SourceSet sources;
  Diagnostics diagnostics;
  Catalogue catalogue;
};

Catalogue read_into(Read& read, const std::string& name, const std::string& text) {
  const std::optional<Node> root = read_toml(read.sources, read.sources.add(name, text), read.diagnostics);
  REQUIRE(root);
  return read_catalogue(*root, read.sources, read.diagnostics);
}

// "line:column message" of the first problem, or empty.
std::string first_problem(const Read& read) {
  if (read.diagnostics.all().empty()) return "";
  const Diagnostic& first = read.diagnostics.all().front();
  const Position at = read.sources[first.at.file].position(first.at.begin);
  return std::to_string(at.line) + ":" + std::to_string(at.column) + " " + first.message;
}

TEST_CASE("mistakes_of_a_catalogue_are_reported_with_their_place") {
  struct Case {
    std::string text;
    std::string problem;
  };
  const std::vector<Case> cases = {
      {"[a]\ntext = \"x {n:number}\"", "2:11 unknown type `number`; known: money dollars count date rate"},
      {"[a]\ntext = \"open { brace\"", "2:14 unbalanced brace; a literal brace is {{ or }}"},
      {"[a]\ntext = \"close } brace\"", "2:15 unbalanced brace; a literal brace is {{ or }}"},
      {"[a]\ntext = \"{Name}\"", "2:9 `Name` cannot be the name of a placeholder"},
      {"[a]\ntext = \"{default}\"", "2:9 `default` cannot be the name of a placeholder"},
      {"[a]\ntext = \"{n|visit}\"", "2:9 a plural is written {n|visit|visits}"},
      {"[a]\ntext = \"{n:money} {n|a|b}\"", "2:8 `n` is used with two types"},
      {"[a]\nwords = \"x\"", "2:1 unknown key `words`; known: text help severity"},
      {"[plan.unknown]\ntext = \"x\"", "1:7 unknown key `unknown`; known: text help severity"},
      {"[a]\ntext = 5", "2:8 `text` is a text in quotes"},
      {"[a]\nseverity = \"fatal\"\ntext = \"x\"", "2:12 severity is error, warning or note"},
      {"[a]\ntext = \"x\"\nhelp = \"y\"", "1:2 `help` belongs to diagnostics: state `severity`"},
      {"[a-b]\ntext = \"x\"\n[a_b]\ntext = \"y\"", "3:2 `a_b` and `a-b` give the same function name"},
      {"[Upper]\ntext = \"x\"", "1:2 `Upper` cannot be the name of a message"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    Read read;
    read_into(read, "a.en.toml", c.text);
    CHECK(first_problem(read) == c.problem);
  }
}

TEST_CASE("translation_must_say_the_same_things") {
  struct Case {
    std::string spanish;
    std::string problem;
  };
  const std::string start = "[a]\ntext = \"{x} {n:count}\"\n[\"b.c\"]\nseverity = \"error\"\ntext = \"no\"";
  const std::vector<Case> cases = {
      {"[a]\ntext = \"{n:count} de {x}\"", ""},
      {"", "1:2 `a` has no translation"},
      {"[a]\ntext = \"{x}\"", "1:2 the placeholders of `a` differ from the English sentence"},
      {"[a]\ntext = \"{x:money} {n:count}\"", "1:2 the placeholders of `a` differ from the English sentence"},
      {"[a]\ntext = \"{x} {n:count}\"\n[d]\ntext = \"x\"", "3:2 there is no English sentence `d`"},
      {"[a]\ntext = \"{x} {n:count}\"\n[\"b.c\"]\ntext = \"x\"",
       "3:2 `b.c` is a diagnostic: diagnostics are English only"},
      {"[a]\ntext = \"{n:count} {x}\"\n[e]\ntext = \"Is it still covered?\"", "3:2 `e` is still the English sentence"},
      {"[a]\ntext = \"{n:count} {x}\"\n[e]\ntext = \"¿Sigue cubierto?\"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.spanish);
    Read read;
    const bool has_third = c.spanish.find("[e]") != std::string::npos;
    const std::string english = start + (has_third ? "\n[e]\ntext = \"Is it still covered?\"" : "");
    const Catalogue original = read_into(read, "a.en.toml", english);
    check_translation(original, read_into(read, "a.es.toml", c.spanish), read.diagnostics);
    CHECK(first_problem(read) == c.problem);
  }
}

TEST_CASE("arguments_come_in_order_of_first_appearance_text_before_help") {
  Read read;
  const Catalogue catalogue =
      read_into(read, "a.en.toml", "[\"a.b\"]\nseverity = \"note\"\nhelp = \"{z} {b}\"\ntext = \"{b} {a:date} {b}\"");
  REQUIRE(catalogue.entries.size() == 1);
  const std::vector<Argument> expected = {
      {"b", ArgumentType::text}, {"a", ArgumentType::date}, {"z", ArgumentType::text}};
  CHECK(catalogue.entries[0].arguments == expected);
}

TEST_CASE("same_catalogue_gives_the_same_bytes") {
  Read read;
  const Catalogue catalogue = read_into(read, "a.en.toml", "[b]\ntext = \"1\"\n[a]\ntext = \"2\"");
  const GeneratedMessages first = emit_messages("a", catalogue, nullptr);
  const GeneratedMessages second = emit_messages("a", catalogue, nullptr);
  CHECK(first.header == second.header);
  CHECK(first.source == second.source);
  CHECK(first.header.find("b(Lang lang)") < first.header.find("a(Lang lang)"));  // file order
}

}  // namespace
}  // namespace preauth
