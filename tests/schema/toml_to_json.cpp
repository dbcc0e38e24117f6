// toml_to_json FILE: the TOML file as JSON, as editors hand it to a schema. Days become text. Exit 1: no TOML.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "formats/json_writer.h"
#include "load/toml_doc.h"

namespace {

void write(preauth::JsonWriter& json, const preauth::Node& node) {
  using Kind = preauth::Node::Kind;
  switch (node.kind) {
    case Kind::table:
      json.begin_object();
      for (const auto& [key, value] : node.entries) {
        json.key(key);
        write(json, value);
      }
      json.end_object();
      return;
    case Kind::array:
      json.begin_array();
      for (const preauth::Node& item : node.items) write(json, item);
      json.end_array();
      return;
    case Kind::integer:
    case Kind::decimal:
    case Kind::boolean:
      json.raw(node.text);
      return;
    case Kind::string:
    case Kind::date:
    case Kind::other:
      json.string(node.text);
      return;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream stream(argv[1], std::ios::binary);
  preauth::SourceSet sources;
  preauth::Diagnostics problems;
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const std::optional<preauth::Node> root = preauth::read_toml(sources, sources.add(argv[1], bytes), problems);
  if (!root) return 1;
  preauth::JsonWriter json;
  write(json, *root);
  std::cout << json.take();
  return 0;
}
