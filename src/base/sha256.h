#pragma once
// SHA-256 (FIPS 180-4), so that an estimate can name the exact bytes of the files it was made from. Written out here
// because a cryptography library would be a dependency of the program for one digest per file.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace preauth {

// Of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  // Of everything added so far; more may be added.
  std::string hex() const;

 private:
  std::array<std::uint32_t, 8> state_;
  std::string rest_;  // less than a block
  std::uint64_t total_ = 0;
};

// Of a whole input: 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace preauth
