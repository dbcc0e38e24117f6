#include "base/amount_text.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace preauth {
namespace {

// 1234567 → "1,234,567". Pre: not negative.
std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3;) {
    i -= 3;
    digits.insert(i, ",");
  }
  return digits;
}

// The fraction's digits without trailing zeros, but at least `least` when there are any.
std::string fraction(std::int64_t part, std::size_t width, std::size_t least) {
  if (part == 0) return "";
  std::string digits = std::to_string(part);
  digits.insert(0, width - digits.size(), '0');
  while (digits.size() > least && digits.back() == '0') digits.pop_back();
  return "." + digits;
}

std::string dollars(std::int64_t amount, std::int64_t unit, std::size_t width) {
  const std::string sign = amount < 0 ? "-$" : "$";
  const std::int64_t magnitude = amount < 0 ? -amount : amount;
  return sign + grouped(magnitude / unit) + fraction(magnitude % unit, width, 2);
}

}  // namespace

void append_decimal(std::string& out, Money money) {
  constexpr std::size_t kMostCharacters = 24;
  std::array<char, kMostCharacters> buffer;
  const std::int64_t cents = money.count_cents();
  // The remainder of a negative number is negative, so each part loses its sign alone and the smallest one is safe.
  const std::int64_t rest = cents % 100 < 0 ? -(cents % 100) : cents % 100;
  char* begin = buffer.data();
  if (cents < 0 && cents / 100 == 0) *begin++ = '-';
  char* end = std::to_chars(begin, buffer.data() + buffer.size() - 3, cents / 100).ptr;
  *end++ = '.';
  *end++ = static_cast<char>('0' + rest / 10);
  *end++ = static_cast<char>('0' + rest % 10);
  out.append(buffer.data(), end);
}

std::string file_text(std::int64_t count) { return count < 0 ? "-" + grouped(-count) : grouped(count); }

std::string file_text(Money money) { return dollars(money.count_cents(), 100, 2); }

std::string file_text(Rate rate) {
  return std::to_string(rate.parts() / 10'000) + fraction(rate.parts() % 10'000, 4, 1) + "%";
}

std::string file_text(UnitPrice price) { return dollars(price.count_micros(), 1'000'000, 6); }

}  // namespace preauth
