#pragma once
// Files to model: reads the node tree of a plan or treatment file into Plan or Treatment, reporting every problem at
// once. A value is returned even when there were errors, so that checks can go on; use it only when there were none.

#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "load/toml_doc.h"
#include "model/plan.h"
#include "model/treatment.h"

namespace preauth {

enum class FileKind : std::uint8_t { plan, treatment, worksheet, unknown };

// By the `schema` key. unknown: not one of ours (a diagnostic was added).
FileKind kind_of(const Node& root, Diagnostics& diagnostics);
Plan load_plan(const Node& root, const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics);
Treatment load_treatment(const Node& root, const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics);

}  // namespace preauth
