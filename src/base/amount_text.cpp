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

char digit(std::uint64_t number) { return static_cast<char>('0' + number); }

}  // namespace

char* put_decimal(char* at, Money money) {
  const std::int64_t cents = money.count_cents();
  // A magnitude without a sign, so that the smallest amount is safe too.
  const std::uint64_t magnitude = cents < 0 ? -static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
  if (cents < 0) *at++ = '-';
  const std::uint64_t whole = magnitude / 100;
  const std::uint64_t rest = magnitude % 100;
  if (whole < 10) {
    *at++ = digit(whole);
  } else {
    at = std::to_chars(at, at + kMostDecimalCharacters - 4, whole).ptr;
  }
  at[0] = '.';
  at[1] = digit(rest / 10);
  at[2] = digit(rest % 10);
  return at + 3;
}

void append_decimal(std::string& out, Money money) {
  std::array<char, kMostDecimalCharacters> buffer;
  out.append(buffer.data(), put_decimal(buffer.data(), money));
}

std::string file_text(std::int64_t count) { return count < 0 ? "-" + grouped(-count) : grouped(count); }

std::string file_text(Money money) { return dollars(money.count_cents(), 100, 2); }

std::string file_text(Rate rate) {
  return std::to_string(rate.parts() / 10'000) + fraction(rate.parts() % 10'000, 4, 1) + "%";
}

std::string file_text(UnitPrice price) { return dollars(price.count_micros(), 1'000'000, 6); }

}  // namespace preauth
