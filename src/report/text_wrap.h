#pragma once
// Breaking text into lines and cutting it to size, by columns on the screen and never inside a character.

#include <string>
#include <string_view>
#include <vector>

namespace preauth {

// Lines of at most `width` columns, broken at spaces; a longer word is broken where it must be. At least one line.
std::vector<std::string> wrap(std::string_view text, int width);
// The same with a first line of another width, for paragraphs with an indent.
std::vector<std::string> wrap(std::string_view text, int first_width, int width);
// At most `width` columns, the last of them "…" when something was cut.
std::string shorten(std::string_view text, int width);
// Typographic dashes, quotes and signs in their ASCII form, every other character outside ASCII as "?".
std::string to_ascii(std::string_view text);

}  // namespace preauth
