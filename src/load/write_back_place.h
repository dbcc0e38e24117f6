#pragma once
// Where in the text of a file a value belongs: in place of the value that is there, on a new line of its table, between
// the braces of an inline table, or in a table that has to be made.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/field_path.h"
#include "load/write_back.h"

namespace preauth {

// How far a path leads into a tree. A value in a wrapper `{ is = { … } }` that is a table is gone through.
struct PathWalk {
  std::vector<const Node*> nodes;  // what the first 0, 1, 2 … parts name; the root first
  std::vector<Span> keys;          // of the same nodes; unknown for the root and for elements of lists

  const Node& last() const { return *nodes.back(); }
  std::size_t count_parts() const { return nodes.size() - 1; }  // of the path, that were found
};

PathWalk walk(const Node& root, const std::vector<PathPart>& parts);
// True for `{ is = …, evidence = … }`, in whatever way it is written.
bool is_wrapped(const Node& node);
// The edit that puts `toml` at the path; empty when there is no way.
std::optional<TextEdit> place(const std::string& text, const Node& root, const std::vector<PathPart>& parts,
                              std::string_view toml);

}  // namespace preauth
