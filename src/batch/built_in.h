#pragma once
// What stands in when a file is not named: the treatment without a line, whose options are the program's usual ones,
// and the typed defaults of the reference data.

#include <string_view>

#include "model/defaults.h"
#include "model/reference.h"

namespace preauth {

inline constexpr std::string_view kBuiltInTreatmentName = "builtin:treatment";
inline constexpr std::string_view kEmptyTreatment = "schema = \"preauth.treatment/1\"\n";

// The data is compiled in: what does not read there is a mistake of the program and throws std::logic_error.
Defaults typed_defaults(const ReferenceData& reference);
// Of the English data, which is that of every result for programs.
const Defaults& builtin_defaults();

}  // namespace preauth
