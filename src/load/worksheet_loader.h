#pragma once
// A worksheet file to a Worksheet, and what can be said about it without the files it was written for: ids of the
// catalogue, fields that these questions fill, one answer per field, a call on a day that can be.

#include "base/date.h"
#include "load/toml_doc.h"
#include "model/reference.h"
#include "model/worksheet.h"

namespace preauth {

// A value is returned even when there were errors; use it only when there were none.
Worksheet load_worksheet(const Node& root, const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics);
void check_worksheet(const Worksheet& sheet, const ReferenceData& reference, Date as_of, Diagnostics& diagnostics);

}  // namespace preauth
