#pragma once
// How good the evidence for a value is, in the words of files and output: "plan document" before "written answer"
// before "call" before "portal" before "assumption".

#include <array>
#include <cstddef>
#include <string_view>

#include "base/known.h"

namespace preauth {

inline constexpr std::array<std::string_view, 5> kEvidenceWords = {"plan document", "written answer", "call", "portal",
                                                                   "assumption"};  // in order of the enumerators

constexpr std::string_view id(Evidence evidence) { return kEvidenceWords[static_cast<std::size_t>(evidence)]; }

}  // namespace preauth
