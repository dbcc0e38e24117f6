#include "changed_fields.h"

#include <set>

#include "load/toml_doc.h"

namespace preauth::test {
namespace {

void flatten(const Node& node, const std::string& path, std::map<std::string, std::string>& fields) {
  for (const auto& [key, child] : node.entries) flatten(child, path.empty() ? key : path + "." + key, fields);
  for (std::size_t i = 0; i < node.items.size(); ++i)
    flatten(node.items[i], path + "." + std::to_string(i + 1), fields);
  if (!node.is_table() && !node.is_array()) fields[path] = node.text;
}

}  // namespace

std::map<std::string, std::string> fields_of(const std::string& text) {
  SourceSet sources;
  Diagnostics problems;
  const auto root = read_toml(sources, sources.add("file", text), problems);
  std::map<std::string, std::string> fields;
  if (root) flatten(*root, "", fields);
  return fields;
}

std::string other_changes(const std::string& before, const std::string& after, const std::string& path) {
  const std::map<std::string, std::string> old_fields = fields_of(before);
  const std::map<std::string, std::string> new_fields = fields_of(after);
  std::set<std::string> names;
  for (const auto& field : old_fields) names.insert(field.first);
  for (const auto& field : new_fields) names.insert(field.first);
  const std::string parent = path.substr(0, path.rfind('.'));
  std::string changes;
  for (const std::string& name : names) {
    const auto old_field = old_fields.find(name);
    const auto new_field = new_fields.find(name);
    const bool is_same =
        old_field != old_fields.end() && new_field != new_fields.end() && old_field->second == new_field->second;
    // in = "$5" may have become in = { individual = "$5", family = … }.
    const bool was_short = old_fields.count(parent) == 1;
    const bool is_answer = name == path || name.starts_with(path + ".") || (was_short && name.starts_with(parent));
    if (!is_same && !is_answer) changes += name + "\n";
  }
  return changes;
}

}  // namespace preauth::test
