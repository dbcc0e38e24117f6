#pragma once
// A message catalogue: the sentences of one data/messages file, with their typed placeholders. A sentence is split into
// pieces once, here; emit_messages.h turns the pieces into string appends. Every mistake is a diagnostic with its
// place.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "load/toml_doc.h"

namespace preauth {

enum class ArgumentType : std::uint8_t { text, money, dollars, count, date, rate };

struct Argument {
  std::string name;
  ArgumentType type = ArgumentType::text;
  friend bool operator==(const Argument&, const Argument&) = default;
};

struct Piece {
  enum class Kind : std::uint8_t { literal, value, plural };
  Kind kind = Kind::literal;
  std::string text;   // literal: the words; plural: for one
  std::string many;   // plural: for any other number
  Argument argument;  // value, plural
};

struct Sentence {
  Span at;
  std::string written;  // as it stands in the catalogue
  std::vector<Piece> pieces;
};

struct MessageEntry {
  std::string id;                    // "plan.unknown-key"
  std::string function;              // "plan_unknown_key"
  Span at;                           // the key
  std::optional<Severity> severity;  // stated: a diagnostic
  Sentence text;
  std::optional<Sentence> help;
  std::vector<Argument> arguments;  // of text then help, in order of first appearance
};

struct Catalogue {
  std::vector<MessageEntry> entries;  // in file order
  const MessageEntry* find(std::string_view id) const;
};

Catalogue read_catalogue(const Node& root, const SourceSet& sources, Diagnostics& diagnostics);
// A translation states every plain sentence of the original, no other, with the same placeholders in any order.
// Diagnostics are English only. A sentence of more than three words that is the same in both was forgotten.
void check_translation(const Catalogue& original, const Catalogue& translation, Diagnostics& diagnostics);

}  // namespace preauth
