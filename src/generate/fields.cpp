#include "generate/fields.h"

#include <algorithm>

#include "generate/cpp_text.h"

namespace preauth {

SourceTable read_sources(const Node& root, Diagnostics& diagnostics) {
  SourceTable table;
  const Node* sources = root.find("sources");
  if (sources == nullptr) return table;
  for (const auto& [id, source] : sources->entries) {
    table[id] = &source;
    for (const std::string_view key : {"title", "url", "date"}) {
      const Node* value = source.find(key);
      if (value != nullptr && value->is_string() && (key == "url" || !value->text.empty())) continue;
      diagnostics.add({Severity::error,
                       "data.source",
                       source.at,
                       "source `" + id + "` needs `" + std::string(key) + "`, a text",
                       "",
                       {}});
    }
  }
  return table;
}

void Fields::report(std::string_view key, std::string message) {
  const Node* value = table_.find(key);
  diagnostics_.add(
      {Severity::error, "data.field", value == nullptr ? table_.at : value->at, std::move(message), "", {}});
}

const Node* Fields::take(std::string_view key, Node::Kind kind, std::string_view what) {
  read_.insert(std::string(key));
  const Node* value = table_.find(key);
  if (value == nullptr) {
    report(key, "`" + std::string(key) + "` is missing");
  } else if (value->kind != kind && !(kind == Node::Kind::decimal && value->kind == Node::Kind::integer)) {
    report(key, "`" + std::string(key) + "` must be " + std::string(what));
    value = nullptr;
  }
  return value;
}

std::string Fields::text(std::string_view key) {
  const Node* value = take(key, Node::Kind::string, "a text");
  return quoted(value == nullptr ? "" : value->text);
}

std::string Fields::optional_text(std::string_view key) { return has(key) ? text(key) : "\"\""; }

// 319.38 with two decimals is 31938.
std::int64_t Fields::scaled(std::string_view key, int decimals) {
  const Node* value = take(key, Node::Kind::decimal, "a plain amount such as 319.38");
  if (value == nullptr) return 0;
  std::string digits;
  int after_point = -1;
  for (const char c : value->text) {
    if (c == '_') continue;
    if (c == '.' && after_point < 0) {
      after_point = 0;
    } else if (c >= '0' && c <= '9' && digits.size() < 12 && after_point < decimals) {
      digits += c;
      if (after_point >= 0) ++after_point;
    } else {
      report(key, "`" + std::string(key) + "` must be a plain amount such as 319.38");
      return 0;
    }
  }
  digits.append(static_cast<std::size_t>(decimals - std::max(after_point, 0)), '0');
  return std::stoll(digits);
}

std::string Fields::money(std::string_view key) { return "Money::cents(" + std::to_string(scaled(key, 2)) + ")"; }

std::string Fields::unit_price(std::string_view key) {
  return "UnitPrice::micros(" + std::to_string(scaled(key, 6)) + ")";
}

std::string Fields::percent(std::string_view key) { return "Rate::percent(" + std::to_string(scaled(key, 0)) + ")"; }

std::string Fields::count(std::string_view key) { return has(key) ? std::to_string(scaled(key, 0)) : "0"; }

std::string Fields::flag(std::string_view key) {
  if (!has(key)) return "false";
  const Node* value = take(key, Node::Kind::boolean, "true or false");
  return value == nullptr ? "false" : value->text;
}

std::string Fields::citation(std::string_view prefix) {
  const std::string source_key = std::string(prefix) + "source";
  const std::string grade_key = std::string(prefix) + "grade";
  const Node* id = take(source_key, Node::Kind::string, "the id of a source");
  const Node* grade = take(grade_key, Node::Kind::string, "A, B, C or D");
  if (id == nullptr || grade == nullptr) return "{}";
  const auto source = sources_.find(id->text);
  if (source == sources_.end()) {
    report(source_key, "there is no [sources." + id->text + "] in this file");
    return "{}";
  }
  if (grade->text.size() != 1 || grade->text[0] < 'A' || grade->text[0] > 'D') {
    report(grade_key, "a grade is A, B, C or D");
    return "{}";
  }
  const auto part = [&](std::string_view key) {
    const Node* value = source->second->find(key);
    return quoted(value == nullptr ? "" : value->text);
  };
  return "{" + part("title") + ", " + part("url") + ", " + part("date") + ", Grade::" + grade->text + "}";
}

std::string Fields::enumerator_of(const Node& word, std::string_view key, std::string_view type,
                                  std::span<const std::string_view> known) {
  if (std::find(known.begin(), known.end(), word.text) == known.end()) {
    report(key, "`" + word.text + "` is not a known " + std::string(key));
    return std::string(type) + "()";
  }
  std::string name = word.text;
  std::replace(name.begin(), name.end(), '-', '_');
  return std::string(type) + "::" + name;
}

std::string Fields::enumerator(std::string_view key, std::string_view type, std::span<const std::string_view> known) {
  const Node* value = take(key, Node::Kind::string, "one of the known words");
  return value == nullptr ? std::string(type) + "()" : enumerator_of(*value, key, type, known);
}

std::string Fields::set(std::string_view key, std::string_view type, std::span<const std::string_view> known) {
  const Node* value = take(key, Node::Kind::array, "a list of known words");
  std::string members;
  if (value == nullptr) return "0";
  for (const Node& word : value->items) {
    if (!members.empty()) members += " | ";
    members += "mask(" + enumerator_of(word, key, type, known) + ")";
  }
  return members.empty() ? "0" : members;
}

const Node* Fields::group(std::string_view key) { return has(key) ? take(key, Node::Kind::table, "a table") : nullptr; }

void Fields::finish() {
  for (std::size_t i = 0; i < table_.entries.size(); ++i) {
    const std::string& key = table_.entries[i].first;
    if (read_.count(key) != 0) continue;
    diagnostics_.add({Severity::error, "data.field", table_.key_spans[i], "unknown key `" + key + "`", "", {}});
  }
}

}  // namespace preauth
