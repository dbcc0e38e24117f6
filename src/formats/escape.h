#pragma once
// How one ASCII character stands in a quoted string. JSON and TOML escape alike: quotes, backslashes and every control
// character, so that hostile text can neither end the string nor reach a terminal.

#include <string>

namespace preauth {

// Bytes of 0x80 and above pass through as they are.
void append_escaped(std::string& out, char c);

}  // namespace preauth
