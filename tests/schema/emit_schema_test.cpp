#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "generate/schema.h"

namespace preauth {
namespace {

struct Emitted {
  std::string json;
  std::vector<std::string> problems;
};

Emitted emitted(const std::string& keys, const std::string& values = "[evidence]\ntype = \"object\"\n") {
  SourceSet sources;
  Diagnostics diagnostics;
  const std::optional<Node> of_keys = read_toml(sources, sources.add("keys", keys), diagnostics);
  const std::optional<Node> of_values = read_toml(sources, sources.add("values", values), diagnostics);
  REQUIRE(of_keys.has_value());
  REQUIRE(of_values.has_value());
  Emitted result{emit_schema(*of_keys, *of_values, "a title", diagnostics), {}};
  for (const Diagnostic& diagnostic : diagnostics.all()) result.problems.push_back(diagnostic.message);
  return result;
}

TEST_CASE("a_choice_may_be_unknown_or_say_where_it_comes_from") {
  const Emitted schema = emitted("[top]\nkind = { words = [\"hmo\", \"ppo\"], about = \"The \\\"kind\\\".\" }\n");
  CHECK(schema.problems.empty());
  CHECK(schema.json.find("{\"enum\": [\"hmo\", \"ppo\", \"unknown\"]}") != std::string::npos);
  CHECK(schema.json.find("{\"$ref\": \"#/definitions/evidence\"}") != std::string::npos);
  CHECK(schema.json.find("\"anyOf\"") != std::string::npos);
  CHECK(schema.json.find("\"description\": \"The \\\"kind\\\".\"") != std::string::npos);
}

TEST_CASE("a_vocabulary_gives_the_words_of_the_program") {
  const Emitted schema = emitted("[top]\ncoverage = { words = \"@coverage\" }\n");
  CHECK(schema.json.find("[\"individual\", \"family\", \"unknown\"]") != std::string::npos);
}

TEST_CASE("keys_of_the_writers_own_are_allowed_and_others_are_not") {
  const Emitted schema = emitted("[top]\nid = { const = \"a\", required = true }\n");
  CHECK(schema.json.find("\"patternProperties\": {\"^x-\": {}}") != std::string::npos);
  CHECK(schema.json.find("\"additionalProperties\": false") != std::string::npos);
  CHECK(schema.json.find("\"required\": [\"id\"]") != std::string::npos);
  CHECK(schema.json.find("\"anyOf\"") == std::string::npos);  // one shape: what is wrong is inside it
}

TEST_CASE("a_schema_that_refers_to_nothing_does_not_build") {
  CHECK(emitted("[top]\na = { is = \"nowhere\" }\n").problems == std::vector<std::string>{"there is no `nowhere`"});
  CHECK(emitted("[top]\na = { table = \"none\" }\n").problems == std::vector<std::string>{"there is no `table-none`"});
  CHECK(emitted("[top]\na = { about = \"only\" }\n").problems ==
        std::vector<std::string>{"this key says nothing about its value"});
  CHECK(emitted("[top]\na = { shape = \"round\" }\n").problems ==
        std::vector<std::string>{"this says nothing about a value"});
}

}  // namespace
}  // namespace preauth
