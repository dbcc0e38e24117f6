#include "messages/format_values.h"

#include <array>
#include <string_view>

#include "base/amount_text.h"

namespace preauth {
namespace {

// Absolute value, also of the smallest int64_t.
std::uint64_t magnitude(std::int64_t number) {
  return number < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t from_end = 3; from_end < digits.size(); from_end += 4) digits.insert(digits.size() - from_end, ",");
  return digits;
}

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 12> kSpanishMonths = {"ene", "feb", "mar", "abr", "may", "jun",
                                                             "jul", "ago", "sep", "oct", "nov", "dic"};

}  // namespace

std::string format_money(Lang /*lang*/, Money money) { return file_text(money); }

std::string format_dollars(Lang lang, Money money) {
  return format_money(lang, Money::dollars(divide_half_away(money.count_cents(), 100)));
}

std::string format_count(Lang /*lang*/, std::int64_t count) {
  return (count < 0 ? "-" : "") + grouped(magnitude(count));
}

std::string format_date(Lang lang, Date date) {
  const std::size_t month = static_cast<std::size_t>(date.month()) - 1;
  const std::string_view name = lang == Lang::es ? kSpanishMonths[month] : kMonths[month];
  return std::to_string(date.day()) + " " + std::string(name) + " " + std::to_string(date.year());
}

std::string format_month(Lang lang, Date date) {
  const std::size_t month = static_cast<std::size_t>(date.month()) - 1;
  return std::string(lang == Lang::es ? kSpanishMonths[month] : kMonths[month]) + " " + std::to_string(date.year());
}

std::string format_rate(Lang /*lang*/, Rate rate) { return file_text(rate); }

}  // namespace preauth
