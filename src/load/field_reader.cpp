#include "load/field_reader.h"

#include <algorithm>

#include "base/text.h"
#include "messages/answers.h"
#include "messages/diagnostics.h"
#include "model/evidence.h"

namespace preauth {
namespace {

bool speaks_of_a_source(const Node& table) {
  return table.find("source") != nullptr || table.find("evidence") != nullptr;
}

void append(std::string& list, std::string_view part) {
  if (part.empty()) return;
  if (!list.empty()) list += ", ";
  list += part;
}

std::string plain_text(TableReader& fields, std::string_view key) {
  const Node* node = fields.raw(key);
  if (node == nullptr) return "";
  if (node->kind == Node::Kind::date) return node->text;
  return read_text({node, std::string(key), {}}, fields.loading());
}

// source = "text" or { title, url, date, page }, as one line.
std::string read_source(TableReader& fields) {
  const Node* node = fields.raw("source");
  if (node == nullptr || !node->is_table()) return plain_text(fields, "source");
  TableReader parts(*node, fields.loading());
  std::string source;
  for (const std::string_view key : {"title", "page", "date", "url"}) {
    const std::string part = plain_text(parts, key);
    append(source, key == "page" && !part.empty() ? "p. " + part : part);
  }
  parts.reject_other_keys();
  return source;
}

using UnknownKey = Diagnostic (*)(Span, std::string_view key, std::string_view suggestion);

UnknownKey unknown_key(FileKind kind) {
  switch (kind) {
    case FileKind::treatment:
      return &diag::treatment_unknown_key;
    case FileKind::worksheet:
      return &diag::worksheet_unknown_key;
    case FileKind::plan:
    case FileKind::unknown:
      return &diag::plan_unknown_key;
  }
  return &diag::plan_unknown_key;
}

// Lower case with dashes: two keys of the same shape are spellings of one.
std::string shape(std::string_view key) {
  std::string result = lower_ascii(key);
  std::replace(result.begin(), result.end(), '_', '-');
  return result;
}

}  // namespace

std::string excerpt(std::string_view text) {
  constexpr std::size_t kMostShown = 60;
  if (text.size() <= kMostShown) return std::string(text);
  const std::string_view shown = text.substr(0, kMostShown);
  return std::string(shown.substr(0, first_invalid_utf8(shown))) + "…";
}

std::string file_stem(std::string_view file_name) {
  file_name = file_name.substr(file_name.find_last_of("/:") + 1);
  if (file_name.ends_with(".toml")) file_name.remove_suffix(5);
  return std::string(file_name);
}

std::string join(std::span<const std::string_view> words) {
  std::string joined;
  for (const std::string_view word : words) append(joined, word);
  return joined;
}

Diagnostic with_names(Diagnostic problem, std::span<const std::string_view> names) {
  constexpr std::size_t kMostNames = 20;
  if (problem.help.empty() && !names.empty())
    problem.help = msg::diagnostics::known_names(Lang::en, join(names.first(std::min(names.size(), kMostNames))));
  return problem;
}

std::size_t count_readable(const Node& node, std::string_view key, Loading& loading) {
  const std::size_t count = node.is_array() ? node.items.size() : node.entries.size();
  constexpr std::size_t kMost = std::size_t{kMostEntries};
  if (count <= kMost) return count;
  loading.diagnostics.add(diag::file_too_many(node.is_array() ? node.items[kMost].at : node.at, kMostEntries, key));
  return kMost;
}

std::span<const Node> items_of(const Node& node, std::string_view key, Loading& loading) {
  if (!node.is_array()) return {&node, 1};
  return std::span<const Node>(node.items).first(count_readable(node, key, loading));
}

bool Value::is_unknown() const { return node->is_string() && lower_ascii(trim(node->text)) == "unknown"; }

bool is_single_value(const Node& node) { return !node.is_table() || node.find("is") != nullptr; }

Value unwrap(const Node& node, std::string_view key, Loading& loading) {
  Value value{&node, std::string(key), {}};
  value.provenance.at = node.at;
  if (!node.is_table() || node.find("is") == nullptr) return value;
  TableReader fields(node, loading);
  value.node = fields.raw("is");
  value.provenance.at = value.node->at;
  if (const std::optional<Value> evidence = fields.value("evidence")) {
    if (const auto found = find_word(*evidence, kEvidenceWords, loading)) {
      value.provenance.evidence = static_cast<Evidence>(*found);
    }
  }
  value.provenance.source = read_source(fields);
  // `by`, `date` and `reference` describe a call.
  for (const std::string_view part : {"by", "date", "reference", "quote", "page"}) {
    const std::string text = plain_text(fields, part);
    // The exact words stay in the file; the rest says whom to ask again.
    if (part != "quote") append(value.provenance.source, part == "page" && !text.empty() ? "p. " + text : text);
  }
  fields.reject_other_keys();
  return value;
}

const Node* TableReader::raw(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  return table_.find(key);
}

std::optional<Value> TableReader::value(std::string_view key) {
  const Node* node = raw(key);
  if (node == nullptr) return std::nullopt;
  if (node->is_table() && node->find("is") == nullptr && speaks_of_a_source(*node)) {
    loading_.diagnostics.add(diag::file_no_is(node->at, key));
    return std::nullopt;
  }
  return unwrap(*node, key, loading_);
}

std::optional<TableReader> TableReader::table(std::string_view key, std::string_view sample) {
  const Node* node = raw(key);
  if (node == nullptr) return std::nullopt;
  if (node->is_table()) return TableReader(*node, loading_);
  loading_.diagnostics.add(diag::file_expected_table(node->at, key, sample));
  return std::nullopt;
}

std::vector<const Node*> TableReader::tables(std::string_view key, std::string_view sample) {
  const Node* list = raw(key);
  if (list == nullptr) return {};
  if (!list->is_array()) {
    loading_.diagnostics.add(diag::file_expected_list(list->at, key, sample));
    return {};
  }
  std::vector<const Node*> result;
  for (const Node& item : std::span(list->items).first(count_readable(*list, key, loading_))) {
    if (item.is_table()) {
      result.push_back(&item);
    } else {
      loading_.diagnostics.add(diag::file_expected_table(item.at, key, sample));
    }
  }
  return result;
}

void TableReader::require(std::string_view key, std::string_view sample) {
  if (raw(key) == nullptr) loading_.diagnostics.add(diag::file_missing_key(table_.at, key, sample));
}

void TableReader::reject_other_keys() {
  // No more problems than are kept: each looks for the nearest word, which takes a while in a table of megabytes.
  std::size_t rejected = 0;
  for (std::size_t i = 0; i < table_.entries.size() && rejected < Diagnostics::kMost; ++i) {
    const std::string& key = table_.entries[i].first;
    if (is_own_key(key) || std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    ++rejected;
    reject(key, i < table_.key_spans.size() ? table_.key_spans[i] : table_.at);
  }
}

void TableReader::reject(std::string_view long_key, Span at) {
  const std::string key = excerpt(long_key);
  for (const std::string& known : known_) {
    if (shape(known) == shape(key) && table_.find(known) != nullptr) {
      loading_.diagnostics.add(diag::file_duplicate_key(at, key, known));
      return;
    }
  }
  const std::vector<std::string_view> known(known_.begin(), known_.end());
  const std::string_view suggestion = nearest_word(key, known);
  loading_.diagnostics.add(with_names(unknown_key(loading_.kind)(at, key, suggestion), known));
}

}  // namespace preauth
