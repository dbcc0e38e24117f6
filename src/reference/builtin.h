#pragma once
// The reference data of this build: legal limits, reference prices, levels of care, defaults, state rules, questions.
// Generated from data/*.toml as constants; the reference stays valid for the whole run.

#include "model/reference.h"

namespace preauth {

const ReferenceData& builtin_reference();
// The same data with levels of care, state laws and questions in Spanish.
const ReferenceData& spanish_reference();

}  // namespace preauth
