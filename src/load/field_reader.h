#pragma once
// Reads one table of a file so that a loader function reads like the file itself: `fields.money("deposit")`. It knows
// which keys were asked for and rejects the others with a suggestion; it unwraps `{ is = …, source = …, evidence = …
// }`, accepts "unknown" wherever a value is expected, and keeps the span and the evidence of every value. Every problem
// is reported and reading goes on: what could not be read stays "not stated".

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/known.h"
#include "load/phrase.h"
#include "load/plan_loader.h"
#include "load/toml_doc.h"
#include "model/treatment.h"
#include "model/vocabulary.h"

namespace preauth {

// What every reader of one file shares.
struct Loading {
  const SourceSet& sources;
  Diagnostics& diagnostics;
  FileKind kind = FileKind::plan;  // whose keys: decides the id of an unknown-key problem
};

// Longest text kept from a file, and most entries of one list: far above any real file, far below harm.
inline constexpr std::int64_t kMostCharacters = 4'000;
inline constexpr std::int64_t kMostEntries = 500;

// Text of a file as a message quotes it: cut when it is long.
std::string excerpt(std::string_view text);
// "plans/acme.toml" and "builtin:acme" are "acme": the id of a file that states none.
std::string file_stem(std::string_view file_name);

// "a, b, c"
std::string join(std::span<const std::string_view> words);
// A problem about a name that is not known: when no known name is near, its help lists them all.
Diagnostic with_names(Diagnostic problem, std::span<const std::string_view> names);

// How many entries of a list, or of a table with free keys, are read; more than kMostEntries is a problem.
std::size_t count_readable(const Node& node, std::string_view key, Loading& loading);
// The items of a list, at most so many; one value counts as a list of one.
std::span<const Node> items_of(const Node& node, std::string_view key, Loading& loading);

// One value without its wrapper, and what the file says about it.
struct Value {
  const Node* node = nullptr;  // never null; may be a table when the key takes one
  std::string key;
  Provenance provenance;    // span of the bare value
  bool is_unknown() const;  // the text "unknown"
};

// True for `{ is = … }` and for a plain value; false for a table of parts.
bool is_single_value(const Node& node);
// Unwraps one node that may be `{ is = …, source = …, evidence = … }`.
Value unwrap(const Node& node, std::string_view key, Loading& loading);
// The text of a string or number as a phrase reader takes it; nothing (and a problem) for anything else.
// `sample` is what the value could look like: "\"$2,000\"".
std::optional<std::string> phrase_text(const Value& value, std::string_view sample, Loading& loading);
void report(const std::vector<PhraseProblem>& problems, const Value& value, Loading& loading);
// Index of the value's word in `words`; nothing (and a problem with a suggestion) when it is none of them.
std::optional<std::size_t> find_word(const Value& value, std::span<const std::string_view> words, Loading& loading);
std::optional<Benefit> find_benefit(std::string_view name, Span at, Loading& loading);
// Whole number with bounds; "3..5" is a range.
Known<std::int32_t> read_count(const Value& value, std::int32_t least, std::int32_t most, Loading& loading);
Known<std::int32_t> read_days(const Value& value, Loading& loading);  // "5 days", 5, "none" is 0
Known<bool> read_yes_no(const Value& value, Loading& loading);
Known<Date> read_date(const Value& value, Loading& loading);
std::string read_text(const Value& value, Loading& loading);  // "" when it is no text; "unknown" stays

// Reads a phrase of the phrase language; unknown and problems are handled here.
template <class T>
Known<T> read_phrase(const Value& value, PhraseResult<Known<T>> (*parse)(std::string_view), std::string_view sample,
                     Loading& loading) {
  if (value.is_unknown()) return Known<T>::unknown();
  const std::optional<std::string> text = phrase_text(value, sample, loading);
  if (!text) return {};
  const PhraseResult<Known<T>> result = parse(*text);
  report(result.problems, value, loading);
  return result.value.value_or(Known<T>());
}

template <class T>
Known<T> read_word(const Value& value, std::span<const std::string_view> words, Loading& loading) {
  if (value.is_unknown()) return Known<T>::unknown();
  const std::optional<std::size_t> found = find_word(value, words, loading);
  return found ? Known<T>(static_cast<T>(*found)) : Known<T>();
}

class TableReader {
 public:
  // Pre: table.is_table(). Both must outlive the reader.
  TableReader(const Node& table, Loading& loading) : table_(table), loading_(loading) {}

  const Node& node() const { return table_; }
  Loading& loading() const { return loading_; }

  // Each call makes `key` a known key of this table. Absent keys give nullptr, nothing or a field that is not stated.
  const Node* raw(std::string_view key);
  std::optional<Value> value(std::string_view key);
  std::optional<TableReader> table(std::string_view key, std::string_view sample);
  // The tables of [[key]]; `sample` shows one.
  std::vector<const Node*> tables(std::string_view key, std::string_view sample);
  std::string text(std::string_view key);      // plain text without evidence: ids, names, quotes
  BenefitMask benefits(std::string_view key);  // a list of benefit names, or one
  std::optional<NetworkMask> networks(std::string_view key);

  Field<std::string> text_field(std::string_view key);
  Field<Money> money(std::string_view key);
  Field<PriceText> price(std::string_view key);
  Field<std::int32_t> days(std::string_view key);
  Field<std::int32_t> count(std::string_view key, std::int32_t least, std::int32_t most);
  Field<bool> yes_no(std::string_view key);
  Field<Date> date(std::string_view key);
  // `words` in the order of the enumerators.
  template <class T>
  Field<T> word(std::string_view key, std::span<const std::string_view> words) {
    const std::optional<Value> found = value(key);
    return found ? Field<T>{read_word<T>(*found, words, loading_), found->provenance} : Field<T>{};
  }
  template <class T>
  Field<T> word(std::string_view key) {
    return word<T>(key, ids<T>());
  }
  // A word kept as text, in the spelling of `words`.
  Field<std::string> word_text(std::string_view key, std::span<const std::string_view> words);

  void require(std::string_view key, std::string_view sample);
  // Call last: whatever was not asked for is a mistake, except keys starting "x-".
  void reject_other_keys();

 private:
  void reject(std::string_view key, Span at);

  const Node& table_;
  Loading& loading_;
  std::vector<std::string> known_;
};

// True for keys that belong to the user.
inline bool is_own_key(std::string_view key) { return key.starts_with("x-"); }

}  // namespace preauth
