#include "generate/catalogue.h"

#include <algorithm>
#include <array>

#include "generate/sentence.h"

namespace preauth {
namespace {

void report(Diagnostics& diagnostics, Span at, std::string message) {
  diagnostics.add({Severity::error, "catalogue.entry", at, std::move(message), "", {}});
}

// "plan.unknown-key" → "plan_unknown_key"
std::string function_name(std::string_view id) {
  std::string name(id);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '.' || c == '-'; }, '_');
  return name;
}

std::optional<Severity> read_severity(const Node& node, Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 3> kNames = {"error", "warning", "note"};
  const auto found = std::find(kNames.begin(), kNames.end(), node.text);
  if (found != kNames.end()) return static_cast<Severity>(found - kNames.begin());
  report(diagnostics, node.at, "severity is error, warning or note");
  return std::nullopt;
}

class EntryReader {
 public:
  EntryReader(const SourceSet& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

  MessageEntry read(const std::string& id, Span key, const Node& table) {
    MessageEntry entry;
    entry.id = id;
    entry.at = key;
    entry.function = function_name(id);
    if (!is_identifier(entry.function)) report(diagnostics_, key, "`" + id + "` cannot be the name of a message");
    if (!table.is_table()) {
      report(diagnostics_, key, "a message is a table with `text`");
      return entry;
    }
    for (std::size_t i = 0; i < table.entries.size(); ++i) read_field(table, i, entry);
    if (table.find("text") == nullptr) report(diagnostics_, key, "`text` is missing; an id with a dot needs quotes");
    collect_arguments(entry.text, entry.arguments, diagnostics_);
    if (entry.help) collect_arguments(*entry.help, entry.arguments, diagnostics_);
    if (entry.help && !entry.severity) report(diagnostics_, key, "`help` belongs to diagnostics: state `severity`");
    return entry;
  }

 private:
  void read_field(const Node& table, std::size_t i, MessageEntry& entry) {
    const auto& [key, node] = table.entries[i];
    if (key != "text" && key != "help" && key != "severity") {
      report(diagnostics_, table.key_spans[i], "unknown key `" + key + "`; known: text help severity");
    } else if (!node.is_string()) {
      report(diagnostics_, node.at, "`" + key + "` is a text in quotes");
    } else if (key == "text") {
      entry.text = read_sentence(node, sources_, diagnostics_);
    } else if (key == "help") {
      entry.help = read_sentence(node, sources_, diagnostics_);
    } else {
      entry.severity = read_severity(node, diagnostics_);
    }
  }

  const SourceSet& sources_;
  Diagnostics& diagnostics_;
};

bool same_arguments(std::vector<Argument> a, std::vector<Argument> b) {
  const auto by_name = [](const Argument& x, const Argument& y) { return x.name < y.name; };
  std::sort(a.begin(), a.end(), by_name);
  std::sort(b.begin(), b.end(), by_name);
  return a == b;
}

}  // namespace

const MessageEntry* Catalogue::find(std::string_view id) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const MessageEntry& e) { return e.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

Catalogue read_catalogue(const Node& root, const SourceSet& sources, Diagnostics& diagnostics) {
  Catalogue catalogue;
  EntryReader reader(sources, diagnostics);
  for (std::size_t i = 0; i < root.entries.size(); ++i) {
    MessageEntry entry = reader.read(root.entries[i].first, root.key_spans[i], root.entries[i].second);
    for (const MessageEntry& other : catalogue.entries) {
      if (other.function == entry.function) {
        report(diagnostics, entry.at, "`" + entry.id + "` and `" + other.id + "` give the same function name");
      }
    }
    catalogue.entries.push_back(std::move(entry));
  }
  return catalogue;
}

void check_translation(const Catalogue& original, const Catalogue& translation, Diagnostics& diagnostics) {
  for (const MessageEntry& entry : original.entries) {
    if (entry.severity) continue;
    const MessageEntry* translated = translation.find(entry.id);
    if (translated == nullptr) {
      report(diagnostics, entry.at, "`" + entry.id + "` has no translation");
    } else if (!same_arguments(entry.arguments, translated->arguments)) {
      report(diagnostics, translated->at, "the placeholders of `" + entry.id + "` differ from the English sentence");
    } else if (is_left_as_it_was(entry.text.written, translated->text.written)) {
      report(diagnostics, translated->at, "`" + entry.id + "` is still the English sentence");
    }
  }
  for (const MessageEntry& entry : translation.entries) {
    const MessageEntry* source = original.find(entry.id);
    if (source == nullptr) report(diagnostics, entry.at, "there is no English sentence `" + entry.id + "`");
    if (source != nullptr && source->severity) {
      report(diagnostics, entry.at, "`" + entry.id + "` is a diagnostic: diagnostics are English only");
    }
  }
}

}  // namespace preauth
