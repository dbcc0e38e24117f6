#pragma once
// A TOML file as a plain tree of nodes in file order, each with the byte span of its value and key. The only place that
// knows toml++. Numbers and dates keep their text, so money never passes through binary floating point. toml++ stops at
// the first syntax error; everything after reading (keys, values, phrases) is reported all at once by the loaders.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace preauth {

struct Node {
  enum class Kind : std::uint8_t { table, array, string, integer, decimal, boolean, date, other };
  // Declared, so that clang does not look into `entries`, of which this type is a part, before it is complete.
  Node() = default;

  Kind kind = Kind::table;
  Span at;                   // the value, quotes included; for a [table] header its key
  std::string text;          // string: decoded; integer, decimal, date, other: as written; boolean: "true"/"false"
  std::vector<std::pair<std::string, Node>> entries;   // table: in file order
  std::vector<Span> key_spans;                         // table: parallel to entries
  std::vector<Node> items;   // array
  bool inline_table = false;

  bool is_table() const { return kind == Kind::table; }
  bool is_string() const { return kind == Kind::string; }
  bool is_array() const { return kind == Kind::array; }
  const Node* find(std::string_view key) const;        // nullptr when absent or not a table
  Node* find(std::string_view key);
  Span key_span(std::string_view key) const;
};

// The largest file read as a plan, treatment or worksheet.
inline constexpr std::size_t kMostTomlBytes = 4U << 20U;

// Reads file `file` of `sources`. On a syntax error, invalid UTF-8, a NUL byte or too deep nesting: a diagnostic with
// the place (toml.syntax, toml.not-utf8, toml.too-large, …) and nothing.
std::optional<Node> read_toml(const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics);

// The span of `length` decoded bytes at `offset` inside a string node: exact when the literal has no escapes and no
// line breaks, else the whole value. For carets inside phrases.
Span inside(const Node& node, const SourceSet& sources, std::size_t offset, std::size_t length);

}  // namespace preauth
