#pragma once
// Pieces of TOML text as we write them: a value of ours or of a person in quotes, and a key that may need them.

#include <string>
#include <string_view>

namespace preauth {

// A basic string on one line, quotes included; control characters come out as escapes. Pre: valid UTF-8.
std::string toml_quoted(std::string_view text);
// Bare where TOML allows it, else quoted.
std::string toml_key(std::string_view name);

}  // namespace preauth
