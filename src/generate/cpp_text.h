#pragma once
// Small pieces of generated C++.

#include <string>
#include <string_view>

namespace preauth {

// "text" as a C++ literal, quotes included.
std::string quoted(std::string_view text);
// The same over several source lines, one per line of the text.
std::string quoted_lines(std::string_view text, std::string_view indent);

}  // namespace preauth
