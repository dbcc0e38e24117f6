#pragma once
// Reads the phrases, schedules and amounts of the reference data into typed defaults. The data is ours and compiled in:
// a value that does not read is a mistake of this project, found by a unit test.

#include "base/diagnostic.h"
#include "model/defaults.h"
#include "model/reference.h"

namespace preauth {

// Adds an error per value that does not read; the result is usable only without errors.
Defaults read_defaults(const ReferenceData& reference, Diagnostics& diagnostics);

}  // namespace preauth
