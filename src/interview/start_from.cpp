#include "interview/start_from.h"

#include <vector>

#include "formats/toml_text.h"
#include "interview/skeleton.h"
#include "load/write_back.h"
#include "load/write_back_place.h"
#include "messages/interview.h"

namespace preauth {
namespace {

// Keys whose value is plain text, never a value with evidence.
bool takes_no_evidence(std::string_view key) { return key == "pool" || key.starts_with("x-"); }

struct Leaf {
  std::string path;
  std::string raw;
};

// The figures below a table, each with the bytes it stands as. Lists are left as they are: they name rows.
void collect(const Node& table, const std::string& path, const std::string& text, std::vector<Leaf>& leaves) {
  for (const auto& [key, node] : table.entries) {
    if (takes_no_evidence(key) || node.is_array()) continue;
    const std::string at = path + "." + toml_key(key);
    const Node& value = is_wrapped(node) ? *node.find("is") : node;
    if (value.is_table()) {
      collect(value, at, text, leaves);
    } else if (!value.is_string() || value.text != "unknown") {
      leaves.push_back({at, text.substr(value.at.begin, value.at.end - value.at.begin)});
    }
  }
}

std::vector<Leaf> figures_of(const WriteBack& document) {
  std::vector<Leaf> leaves;
  for (const std::string key : {"deductible", "out_of_pocket_max", "prior_auth", "benefits"}) {
    const Node* table = document.root()->find(key);
    if (table != nullptr && table->is_table()) collect(*table, key, document.text(), leaves);
  }
  const Node* plan = document.root()->find("plan");
  for (const std::string key : {"kind", "funding", "state", "year"}) {
    const Node* node = plan == nullptr ? nullptr : plan->find(key);
    if (node == nullptr || node->is_table() || node->text == "unknown") continue;
    leaves.push_back({"plan." + key, document.text().substr(node->at.begin, node->at.end - node->at.begin)});
  }
  return leaves;
}

}  // namespace

std::string marked_start(const StartFrom& start, std::string_view new_id, Date as_of, Lang lang) {
  WriteBack document(comment_lines(msg::interview::from_file_head(lang, start.name, as_of)) + "\n" + start.text);
  if (document.root() == nullptr) return start.text;
  const std::string source = msg::interview::to_be_confirmed(lang, start.name);
  for (const Leaf& leaf : figures_of(document)) document.put(leaf.path, {leaf.raw, "assumption", source, ""});
  document.put_text("plan.id", toml_quoted(new_id));
  // An example stays one only until somebody's own plan is made of it.
  const Node* plan = document.root()->find("plan");
  if (plan != nullptr && plan->find("example") != nullptr) document.put_text("plan.example", "false");
  document.put_text("plan.source.title", toml_quoted(source));
  return document.text();
}

}  // namespace preauth
