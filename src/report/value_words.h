#pragma once
// Values and short texts of an estimate in the reader's language. What the program itself put in has words in the
// catalogue ("nothing used yet this benefit year"); words of a file stay as the file has them.

#include <string>
#include <string_view>

#include "messages/lang.h"

namespace preauth {

// Inside a sentence: a day as people write it, a row of the benefit table, the program's own words. Words of a file are
// quoted where the sentence around them is in another language.
std::string value_words(Lang lang, std::string_view value);
// The program's own words in the language; any other text as it is.
std::string own_words(Lang lang, std::string_view text);

}  // namespace preauth
