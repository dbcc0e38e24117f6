#pragma once
// --set PATH=VALUE and the columns of batch: put one value at a path of a file's node tree, as if it stood in the file.
// Elements of arrays of tables are named by their id ("facilities.lakeside.network", "options.iop.steps.1.schedule").

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "load/plan_loader.h"
#include "load/toml_doc.h"

namespace preauth {

struct Override {
  std::string path;
  std::string value;  // as typed: TOML value text, or a bare phrase ("$40 copay" needs no quotes)
};

// PATH=VALUE; empty and a diagnostic when there is no '=' or no path.
std::optional<Override> parse_override(std::string_view text, Diagnostics& diagnostics);
// Which kind of file the first part of the path belongs to.
FileKind kind_of_path(std::string_view path);
// Adds a synthetic source ("--set") so that diagnostics about the value point at what was typed.
void apply(const Override& override_, Node& root, SourceSet& sources, Diagnostics& diagnostics);

}  // namespace preauth
