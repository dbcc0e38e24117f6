#pragma once
// What is worth asking about in a plan beside its amounts, in sentences that end with the question, and as JSON.

#include <string>
#include <vector>

#include "formats/json_writer.h"
#include "messages/lang.h"
#include "model/estimate.h"

namespace preauth {

// One sentence per flag, with the options it concerns where these are not all. A flag that another one says already is
// left out.
std::vector<std::string> flag_sentences(const Comparison& comparison, Lang lang);
// The member "flags" of the object that is open.
void write_flags(JsonWriter& json, const Comparison& comparison);

// The warning that the treatment runs past the plan's year, where a flag says it with its day.
bool is_said_by_flag(const Comparison& comparison, const Warning& warning);

}  // namespace preauth
