#pragma once
// Manual pages as text the program carries, for `preauth help TOPIC`: the few roff requests the pages of man/ use
// become headings, paragraphs, terms and literal lines. A request that is not known is a problem, so that no page can
// be shown wrongly.

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace preauth {

struct ManualPart {
  std::string_view kind;  // enumerator of ManualKind: "heading"
  std::string text;
};

// The parts of file `file` of `sources`. Problems (manual.…) name the line.
std::vector<ManualPart> read_manual(const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics);

struct ManualSource {
  std::string name;  // "preauth-plan"
  std::vector<ManualPart> parts;
};
// A C++ file that defines manual_pages() of reference/manual.h.
std::string emit_manual(const std::vector<ManualSource>& pages);

}  // namespace preauth
