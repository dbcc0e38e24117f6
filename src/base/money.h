#pragma once
// Money is a whole number of US cents; Rate is a share in parts per million; UnitPrice is millionths of a dollar
// (negotiated rates carry more than two decimals). No floating point goes in or out. Every operation is checked: a
// result outside the range of int64_t cents throws MoneyOverflow, which is caught per claim and in main.
// There is one rounding rule in the whole program: half away from zero, to the cent (`share_of`, `UnitPrice::times`).

#include <compare>
#include <cstdint>
#include <stdexcept>

namespace preauth {

__extension__ using WideInteger = __int128;  // for products of two int64_t; not ISO C++, but in every compiler we use

class MoneyOverflow : public std::overflow_error {
 public:
  MoneyOverflow() : std::overflow_error("an amount of money is too large") {}
};

// Parts per million: 20 % is 200,000.
class Rate {
 public:
  constexpr Rate() = default;
  static constexpr Rate parts_per_million(std::int64_t parts) { return Rate(parts); }
  static constexpr Rate percent(std::int64_t percent) { return Rate(percent * 10'000); }
  constexpr std::int64_t parts() const { return parts_; }
  constexpr bool is_zero() const { return parts_ == 0; }
  friend constexpr auto operator<=>(Rate, Rate) = default;

 private:
  explicit constexpr Rate(std::int64_t parts) : parts_(parts) {}
  std::int64_t parts_ = 0;
};

class Money {
 public:
  constexpr Money() = default;
  static constexpr Money cents(std::int64_t cents) { return Money(cents); }
  static constexpr Money dollars(std::int64_t dollars) {
    std::int64_t cents = 0;
    if (__builtin_mul_overflow(dollars, std::int64_t{100}, &cents)) throw MoneyOverflow();
    return Money(cents);
  }
  // The largest amount a file may state ($1,000,000,000,000), so that sums of many lines stay far from overflow.
  static constexpr Money largest_stated() { return Money::dollars(1'000'000'000'000); }

  constexpr std::int64_t count_cents() const { return cents_; }
  constexpr bool is_zero() const { return cents_ == 0; }
  constexpr bool is_positive() const { return cents_ > 0; }
  constexpr bool is_negative() const { return cents_ < 0; }

  friend constexpr Money operator+(Money a, Money b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.cents_, b.cents_, &sum)) throw MoneyOverflow();
    return Money(sum);
  }
  friend constexpr Money operator-(Money a, Money b) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(a.cents_, b.cents_, &difference)) throw MoneyOverflow();
    return Money(difference);
  }
  // `count` identical amounts: 12 visits at $63.88.
  friend constexpr Money operator*(Money a, std::int64_t count) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(a.cents_, count, &product)) throw MoneyOverflow();
    return Money(product);
  }
  constexpr Money& operator+=(Money other) { return *this = *this + other; }
  constexpr Money& operator-=(Money other) { return *this = *this - other; }
  friend constexpr auto operator<=>(Money, Money) = default;

 private:
  explicit constexpr Money(std::int64_t cents) : cents_(cents) {}
  std::int64_t cents_ = 0;
};

// numerator / denominator rounded half away from zero. Pre: denominator > 0.
constexpr std::int64_t divide_half_away(WideInteger numerator, std::int64_t denominator) {
  const bool negative = numerator < 0;
  const WideInteger magnitude = negative ? -numerator : numerator;
  const WideInteger quotient = (magnitude + denominator / 2) / denominator;
  if (quotient > INT64_MAX) throw MoneyOverflow();
  return negative ? -static_cast<std::int64_t>(quotient) : static_cast<std::int64_t>(quotient);
}

// number * parts / scale, rounded half away from zero. Pre: scale > 0.
constexpr std::int64_t scaled(std::int64_t number, std::int64_t parts, std::int64_t scale) {
  std::int64_t product = 0;
  // The fast path covers every realistic line; 128-bit division is ten times slower.
  if (!__builtin_mul_overflow(number, parts, &product) && product >= 0 && product <= INT64_MAX - scale / 2) {
    return (product + scale / 2) / scale;
  }
  return divide_half_away(static_cast<WideInteger>(number) * parts, scale);
}

inline constexpr std::int64_t kPartsOfWhole = 1'000'000;

// The rate's share of an amount, rounded half away from zero to the cent: 25 % of $0.02 is $0.01.
constexpr Money share_of(Money amount, Rate rate) {
  return Money::cents(scaled(amount.count_cents(), rate.parts(), kPartsOfWhole));
}

// Millionths of a dollar per unit (visit, day, week, month, stay).
class UnitPrice {
 public:
  constexpr UnitPrice() = default;
  static constexpr UnitPrice micros(std::int64_t micros) { return UnitPrice(micros); }
  static constexpr UnitPrice from(Money money) {
    std::int64_t micros = 0;
    if (__builtin_mul_overflow(money.count_cents(), std::int64_t{10'000}, &micros)) throw MoneyOverflow();
    return UnitPrice(micros);
  }
  constexpr std::int64_t count_micros() const { return micros_; }
  // The money for `units` units, rounded once.
  constexpr Money times(std::int64_t units) const {
    constexpr std::int64_t kMicrosPerCent = 10'000;
    return Money::cents(scaled(micros_, units, kMicrosPerCent));
  }
  friend constexpr auto operator<=>(UnitPrice, UnitPrice) = default;

 private:
  explicit constexpr UnitPrice(std::int64_t micros) : micros_(micros) {}
  std::int64_t micros_ = 0;
};

// The rate's share of a price, to the millionth of a dollar.
constexpr UnitPrice share_of(UnitPrice price, Rate rate) {
  return UnitPrice::micros(scaled(price.count_micros(), rate.parts(), kPartsOfWhole));
}

constexpr Money least(Money a, Money b) { return a < b ? a : b; }
constexpr Money greatest(Money a, Money b) { return a < b ? b : a; }
constexpr Money not_below_zero(Money a) { return a.is_negative() ? Money() : a; }

}  // namespace preauth
