#pragma once
// data/schemas/*.toml to JSON Schema (draft 7): what an editor needs to complete, explain and check the keys of a plan,
// treatment or worksheet file. Words come from the program's own vocabularies where there is one.

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "load/toml_doc.h"

namespace preauth {

// `keys` is the file of one format, `values` the shapes of values that all formats share (values.toml). `title` names
// the format: "preauth plan file, version 1".
std::string emit_schema(const Node& keys, const Node& values, std::string_view title, Diagnostics& diagnostics);

}  // namespace preauth
