#pragma once
// The reference data in the language of the reader. What programs read (JSON, CSV) is the same in every language, so
// Request::text_lang() asks for English there.

#include "messages/lang.h"
#include "model/reference.h"

namespace preauth {

const ReferenceData& reference_in(Lang lang);

}  // namespace preauth
