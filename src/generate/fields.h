#pragma once
// One table of a reference data file, read field by field into C++ expressions. Every problem is a diagnostic at its
// place; a key nobody asked for is one too. Amounts are plain decimals, read from their digits.

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "load/toml_doc.h"

namespace preauth {

// [sources.ID] title, url, date of one data file.
using SourceTable = std::map<std::string, const Node*, std::less<>>;
SourceTable read_sources(const Node& root, Diagnostics& diagnostics);

class Fields {
 public:
  Fields(const Node& table, const SourceTable& sources, Diagnostics& diagnostics)
      : table_(table), sources_(sources), diagnostics_(diagnostics) {}

  bool has(std::string_view key) const { return table_.find(key) != nullptr; }
  // Each returns a C++ expression, or a harmless one after reporting.
  std::string text(std::string_view key);           // "…"; required
  std::string optional_text(std::string_view key);  // "" when absent
  std::string money(std::string_view key);          // Money::cents(…)
  std::string unit_price(std::string_view key);     // UnitPrice::micros(…)
  std::string percent(std::string_view key);        // Rate::percent(…)
  std::string count(std::string_view key);          // 12; 0 when absent
  std::string flag(std::string_view key);           // true, false; false when absent
  // `prefix` + "source" and `prefix` + "grade".
  std::string citation(std::string_view prefix = "");
  // The enumerator for one of the known ids: "virtual-iop" of type "Level" gives Level::virtual_iop.
  std::string enumerator(std::string_view key, std::string_view type, std::span<const std::string_view> known);
  // The set of enumerators for a list of known ids: mask(Level::iop) | mask(Level::php).
  std::string set(std::string_view key, std::string_view type, std::span<const std::string_view> known);
  void report(std::string_view key, std::string message);
  // A table inside this one; nullptr when absent.
  const Node* group(std::string_view key);
  // Reports keys that were not read.
  void finish();

 private:
  const Node* take(std::string_view key, Node::Kind kind, std::string_view what);
  std::int64_t scaled(std::string_view key, int decimals);
  std::string enumerator_of(const Node& word, std::string_view key, std::string_view type,
                            std::span<const std::string_view> known);

  const Node& table_;
  const SourceTable& sources_;
  Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> read_;
};

}  // namespace preauth
