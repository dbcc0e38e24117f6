#pragma once
// What a file says now at the place an answer goes to, and when two values are the same answer.

#include <string>
#include <string_view>
#include <vector>

#include "base/known.h"
#include "load/field_path.h"

namespace preauth {

struct FieldNow {
  enum class State : std::uint8_t { silent, unknown, value, several, no_element };
  State state = State::silent;
  std::string text;           // value: without quotes
  std::string list;           // no_element: the key of the list that lacks it
  Span at;                    // of the value, or of the nearest place on the way
  bool has_evidence = false;  // the file says how good it is
  Evidence evidence = Evidence::plan_document;
  std::string source;
};

FieldNow read_field(const Node& root, const std::vector<PathPart>& parts, const SourceSet& sources);

// prior_auth as a whole says whether it is required, which is a key of its own: "benefits.iop.prior_auth" becomes
// "benefits.iop.prior_auth.required".
std::string full_path(std::string path);
// The value as it stands at that path: what prior_auth is in short ("required", "none") becomes "true", "false" there.
std::string full_value(std::string_view path, std::string_view value);
// "yes" and true are the same answer, and so are "" and "unknown".
bool is_same_value(std::string_view path, std::string_view a, std::string_view b);

}  // namespace preauth
