#pragma once
// A Diagnostic is one thing wrong with an input: where, what, and what to type instead. Loaders never throw and never
// stop at the first problem; they add to Diagnostics. Sentences come from data/messages (generated functions in
// "messages/diagnostics.h"), so a diagnostic is made with e.g. diag::plan_unknown_key(span, key, suggestion).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace preauth {

enum class Severity : std::uint8_t { error, warning, note };

struct RelatedPlace {
  Span at;
  std::string text;
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string id;       // stable: "plan.unknown-key"
  Span at;              // kNoFile when the problem has no place in a file
  std::string message;  // one sentence, lower case, no full stop
  std::string help;     // what to type instead; may be empty
  std::vector<RelatedPlace> related;
};

class Diagnostics {
 public:
  // Past kMost only the count goes on, so that hostile input cannot make the list unbounded.
  static constexpr std::size_t kMost = 200;
  void add(Diagnostic diagnostic);
  const std::vector<Diagnostic>& all() const { return all_; }
  bool has_errors() const { return errors_ > 0; }
  int count_errors() const { return errors_; }
  int count_warnings() const { return warnings_; }
  int count_left_out() const { return left_out_; }
  void sort_by_place();  // by file, offset, severity, id; stable

 private:
  std::vector<Diagnostic> all_;
  int errors_ = 0;
  int warnings_ = 0;
  int left_out_ = 0;
};

// file:line:col: severity: message [id], the line, a caret under the place, help. Control characters in quoted text
// come out as visible escapes; long lines are cut around the place. `color` adds ANSI colours.
std::string render(const Diagnostic& diagnostic, const SourceSet& sources, bool color = false);

}  // namespace preauth
