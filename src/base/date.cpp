#include "base/date.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace preauth {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

std::chrono::year_month_day civil(Date date) {
  return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(date.days())));
}

// Decimal digits only; -1 for anything else. std::from_chars would accept a sign.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::from_civil(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day)));
  if (!date.ok()) return std::nullopt;
  return Date::from_days(static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count()));
}

int Date::year() const { return static_cast<int>(civil(*this).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }

Date last_supported_date() { return *Date::from_civil(kLastYear, 12, 31); }

Date add_months(Date date, int months) {
  const int month_index = date.year() * 12 + date.month() - 1 + months;
  const int year = std::clamp(month_index / 12, kFirstYear, kLastYear);
  const int month = month_index % 12 + 1;
  for (int day = date.day(); day > 27; --day) {
    if (const std::optional<Date> found = Date::from_civil(year, month, day)) return *found;
  }
  return *Date::from_civil(year, month, std::min(date.day(), 27));
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  return Date::from_civil(digits(iso.substr(0, 4)), digits(iso.substr(5, 2)), digits(iso.substr(8, 2)));
}

void append_iso(std::string& out, Date date) {
  const std::chrono::year_month_day parts = civil(date);
  std::array<char, 10> text{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
  const auto put = [&text](std::size_t at, unsigned number) {
    text[at] = static_cast<char>('0' + number / 10);
    text[at + 1] = static_cast<char>('0' + number % 10);
  };
  const auto year = static_cast<unsigned>(static_cast<int>(parts.year()));
  put(0, year / 100);
  put(2, year % 100);
  put(5, static_cast<unsigned>(parts.month()));
  put(8, static_cast<unsigned>(parts.day()));
  out.append(text.data(), text.size());
}

std::string to_iso(Date date) {
  std::string text;
  append_iso(text, date);
  return text;
}

}  // namespace preauth
