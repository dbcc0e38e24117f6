#pragma once
// Puts values into the text of a plan or treatment file, in place: every comment, blank line and order of keys stays
// byte for byte. Each value is one edit of the text; taking the edits out again, last first, gives the text as it was.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "load/toml_doc.h"

namespace preauth {

// At byte `begin`, `replaced` stood where `inserted` stands now. Edits follow one another: each counts bytes in the
// text that the ones before it made.
struct TextEdit {
  std::size_t begin = 0;
  std::string replaced;
  std::string inserted;
};

// A value with what is known about it, each part as plain text except `is`.
struct StatedValue {
  std::string is;        // as TOML text: "\"$500\"", "true", "2026-01-05"
  std::string evidence;  // "call"
  std::string source;    // may be empty, as may `quote`
  std::string quote;
};

class WriteBack {
 public:
  explicit WriteBack(std::string text);

  // The text as a tree; nullptr when it is no TOML. Good until the next change.
  const Node* root() const { return root_ ? &*root_ : nullptr; }

  // The value at `path`, as `{ is = …, evidence = …, source = … }`; tables that are missing are made, short forms
  // (in = "$500") are written out. False, and nothing is changed, when the path leads through something else.
  bool put(std::string_view path, const StatedValue& value);
  // The same with TOML text as it stands.
  bool put_text(std::string_view path, std::string_view toml);
  // A new element at the end of [[key]]; `lines` are its keys with their values.
  bool add_element(std::string_view key, const std::vector<std::string>& lines);

  const std::string& text() const { return text_; }
  const std::vector<TextEdit>& edits() const { return edits_; }

 private:
  bool put_parts(const std::string& path, const StatedValue& value);
  bool put_or_remove(const std::string& path, std::string_view text);
  bool apply(std::optional<TextEdit> edit);

  std::string text_;
  std::vector<TextEdit> edits_;
  std::optional<Node> root_;
};

// The text before the edits.
std::string take_out(std::string text, std::span<const TextEdit> edits);

}  // namespace preauth
