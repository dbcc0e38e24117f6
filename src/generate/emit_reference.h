#pragma once
// data/*.toml to one constexpr ReferenceData: nothing is read or parsed when the program starts. Every value must name
// its source; amounts, ids and grades are checked here, so that a wrong table does not build.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "load/toml_doc.h"

namespace preauth {

inline constexpr std::array<std::string_view, 8> kReferenceFiles = {"limits", "prices",    "levels", "defaults",
                                                                    "states", "questions", "clocks", "chances"};

// Those with texts that people read; each has a FILE.es.toml too.
inline constexpr std::array<std::string_view, 3> kTranslatedFiles = {"levels", "states", "questions"};

// Pre: `roots` holds the files of kReferenceFiles in that order, `translations` those of kTranslatedFiles.
std::string emit_reference(const std::vector<Node>& roots, const std::vector<Node>& translations,
                           Diagnostics& diagnostics);

}  // namespace preauth
