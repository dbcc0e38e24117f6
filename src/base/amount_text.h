#pragma once
// Amounts and rates as they stand in a plan or treatment file: "$2,000", "$2,000.50", "12.5%". Not for people's
// screens, which follow a language ("messages/format_values.h"), but both write US dollars the same way today.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/money.h"

namespace preauth {

// Dollars and cents as data carries them: "1234.50", "-0.05". For output that is written millions of times.
void append_decimal(std::string& out, Money money);

// The same from `at` on; the character after the last. Pre: there is room for kMostDecimalCharacters.
inline constexpr std::size_t kMostDecimalCharacters = 24;
char* put_decimal(char* at, Money money);

std::string file_text(std::int64_t count);  // "1,000"
std::string file_text(Money money);
std::string file_text(Rate rate);
// Up to six decimals, at least two when any: "$319.38", "$0.123456".
std::string file_text(UnitPrice price);

}  // namespace preauth
