#pragma once
// The reference data in the language of the reader. What programs read (JSON, CSV) is the same in every language, so
// Request::text_lang() asks for English there.

#include "messages/lang.h"
#include "model/defaults.h"
#include "model/reference.h"

namespace preauth {

const ReferenceData& reference_in(Lang lang);
// What stands for unknown values.
const Defaults& defaults_in(Lang lang);

}  // namespace preauth
