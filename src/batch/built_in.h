#pragma once
// What stands in when a file is not named: the treatment without a line, whose options are the program's usual ones,
// and the typed defaults of the reference data.

#include <string_view>

#include "model/defaults.h"

namespace preauth {

inline constexpr std::string_view kBuiltInTreatmentName = "builtin:treatment";
inline constexpr std::string_view kEmptyTreatment = "schema = \"preauth.treatment/1\"\n";

// The data is compiled in: what does not read there is a mistake of the program and throws std::logic_error.
const Defaults& builtin_defaults();

}  // namespace preauth
