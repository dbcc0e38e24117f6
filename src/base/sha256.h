#pragma once
// SHA-256 of a whole input (FIPS 180-4), so that an estimate can name the exact bytes of the files it was made from.
// Written out here because a cryptography library would be a dependency of the program for one digest per file.

#include <string>
#include <string_view>

namespace preauth {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace preauth
