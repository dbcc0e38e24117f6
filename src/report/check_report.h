#pragma once
// The problems of the files that were read: for people with the line and a caret, for programs as JSON (schema
// preauth.check/1, also used on the error stream when the result is JSON).

#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "report/text_style.h"

namespace preauth {

// `files` is how many files were checked, for the closing count.
std::string check_text(const Diagnostics& diagnostics, const SourceSet& sources, int files, const TextStyle& style);
std::string check_json(const Diagnostics& diagnostics, const SourceSet& sources);

}  // namespace preauth
