#include "report/amount_text.h"

#include <fmt/format.h>

#include "base/amount_text.h"
#include "messages/compare.h"
#include "messages/format_values.h"

namespace preauth {
namespace {

// `number` in units of one `scale`-th, with `digits` decimals (scale = 10 to the power of digits).
std::string fixed(std::int64_t number, std::int64_t scale, int digits) {
  // The remainder of a negative number is negative, so each part loses its sign alone and the smallest int64_t is safe.
  const std::int64_t whole = number / scale;
  const std::int64_t rest = number % scale;
  const bool negative = number < 0;
  return fmt::format("{}{}.{:0{}}", negative && whole == 0 ? "-" : "", whole, negative ? -rest : rest, digits);
}

}  // namespace

std::string rounded(Lang lang, Money money) {
  const bool under_a_dollar = money.is_positive() && money < Money::dollars(1);
  return under_a_dollar ? format_money(lang, money) : format_dollars(lang, money);
}

std::string rounded_range(Lang lang, Money low, Money high) {
  const std::string first = rounded(lang, low);
  const std::string last = rounded(lang, high);
  return first == last ? first : msg::compare::range(lang, first, last);
}

std::string decimal(Money money) {
  std::string text;
  append_decimal(text, money);
  return text;
}

std::string decimal(UnitPrice price) {
  std::string text = fixed(price.count_micros(), 1'000'000, 6);
  const std::size_t cents_end = text.size() - 4;
  const std::size_t last = text.find_last_not_of('0');
  text.erase(last + 1 < cents_end ? cents_end : last + 1);
  return text;
}

std::string decimal(Rate rate) { return fixed(divide_half_away(rate.parts(), 10'000), 100, 2); }

std::string shown(Lang lang, UnitPrice price) { return format_money(lang, price.times(1)); }

}  // namespace preauth
