#include "generate/data_translation.h"

#include <algorithm>
#include <string>

#include "generate/sentence.h"

namespace preauth {
namespace {

void report(Diagnostics& diagnostics, Span at, std::string message) {
  diagnostics.add({Severity::error, "data.translation", at, std::move(message), "", {}});
}

std::string row_id(const Node& row, std::string_view field) {
  const Node* id = row.find(field);
  return id == nullptr ? std::string() : id->text;
}

// The texts of `translation` in place of those of `table`; both have the same keys.
void replace_texts(Node& table, const Node& translation, std::span<const std::string_view> fields,
                   Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < translation.entries.size(); ++i) {
    const std::string& key = translation.entries[i].first;
    if (std::find(fields.begin(), fields.end(), key) == fields.end()) {
      report(diagnostics, translation.key_spans[i], "`" + key + "` is not translated");
    }
  }
  for (const std::string_view field : fields) {
    Node* original = table.find(field);
    const Node* translated = translation.find(field);
    if (original == nullptr || original->text.empty()) continue;
    if (translated == nullptr || !translated->is_string()) {
      report(diagnostics, translation.at, "`" + std::string(field) + "` has no translation");
    } else if (is_left_as_it_was(original->text, translated->text)) {
      report(diagnostics, translated->at, "`" + std::string(field) + "` was left as it is");
    } else {
      original->text = translated->text;
    }
  }
}

void translate_rows(Node& rows, const Node& translation, const TranslatedRows& which, Diagnostics& diagnostics) {
  for (Node& row : rows.items) {
    const std::string id = row_id(row, which.id);
    const Node* translated = translation.find(id);
    if (translated == nullptr) {
      report(diagnostics, row.at, "`" + id + "` has no translation");
    } else {
      replace_texts(row, *translated, which.fields, diagnostics);
    }
  }
  for (std::size_t i = 0; i < translation.entries.size(); ++i) {
    const std::string& id = translation.entries[i].first;
    const bool is_known =
        std::any_of(rows.items.begin(), rows.items.end(), [&](const Node& row) { return row_id(row, which.id) == id; });
    if (!is_known) report(diagnostics, translation.key_spans[i], "there is no `" + id + "` to translate");
  }
}

void translate_table(Node& table, const Node& translation, Diagnostics& diagnostics) {
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : table.entries) keys.push_back(key);
  replace_texts(table, translation, keys, diagnostics);
}

}  // namespace

Node translated_data(const Node& original, const Node& translation, const TranslatedRows& rows,
                     Diagnostics& diagnostics) {
  Node result = original;
  for (std::size_t i = 0; i < translation.entries.size(); ++i) {
    const auto& [key, table] = translation.entries[i];
    Node* own = result.find(key);
    if (own == nullptr) {
      report(diagnostics, translation.key_spans[i], "there is no `" + key + "` to translate");
    } else if (key == rows.key) {
      translate_rows(*own, table, rows, diagnostics);
    } else {
      translate_table(*own, table, diagnostics);
    }
  }
  if (translation.find(rows.key) == nullptr) report(diagnostics, translation.at, "nothing is translated");
  return result;
}

}  // namespace preauth
