#pragma once
// What the reader can choose, in sentences: one per kind of choice with what it changes in each option, and as JSON.

#include <cstddef>
#include <string>
#include <vector>

#include "formats/json_writer.h"
#include "messages/lang.h"
#include "model/estimate.h"

namespace preauth {

// At most `most` sentences, most dollars first. Options for which the choice is the same share one.
std::vector<std::string> lever_sentences(const Comparison& comparison, std::size_t most, Lang lang);
// The member "levers" of the object that is open.
void write_levers(JsonWriter& json, const Comparison& comparison);

// The option of a plan with this id; nullptr when there is none.
const OptionEstimate* find_option(const Comparison& comparison, std::string_view plan, std::string_view id);
// The sentence, with the names of its plans before it where several plans are compared.
std::string with_plans(const Comparison& comparison, const std::vector<std::string>& plans, const std::string& sentence,
                       Lang lang);

}  // namespace preauth
