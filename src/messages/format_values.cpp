#include "messages/format_values.h"

#include <algorithm>
#include <array>
#include <initializer_list>
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
constexpr std::array<std::string_view, 12> kSpanishMonths = {"enero",      "febrero", "marzo",     "abril",
                                                             "mayo",       "junio",   "julio",     "agosto",
                                                             "septiembre", "octubre", "noviembre", "diciembre"};

bool begins_with_any(std::string_view words, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [words](std::string_view beginning) { return words.starts_with(beginning); });
}

// The sound decides, so a silent h does not count, and "hie" sounds like a consonant.
bool sounds_like_i(std::string_view words) {
  if (begins_with_any(words, {"hia", "hie", "Hia", "Hie"})) return false;
  return begins_with_any(words, {"i", "I", "í", "Í", "hi", "Hi"});
}

bool sounds_like_o(std::string_view words) { return begins_with_any(words, {"o", "O", "ó", "Ó", "ho", "Ho"}); }

void replace_end(std::string& sentence, std::string_view end, std::string_view by) {
  sentence.replace(sentence.size() - end.size(), end.size(), by);
}

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
  const std::string day = std::to_string(date.day());
  const std::string year = std::to_string(date.year());
  if (lang == Lang::es) return day + " de " + std::string(kSpanishMonths[month]) + " de " + year;
  return day + " " + std::string(kMonths[month]) + " " + year;
}

std::string format_month(Lang lang, Date date) {
  const std::size_t month = static_cast<std::size_t>(date.month()) - 1;
  const std::string year = std::to_string(date.year());
  if (lang == Lang::es) return std::string(kSpanishMonths[month]) + " de " + year;
  return std::string(kMonths[month]) + " " + year;
}

std::string format_rate(Lang /*lang*/, Rate rate) { return file_text(rate); }

void append_spanish(std::string& sentence, std::string_view words) {
  if (words.starts_with("el ") && (sentence.ends_with(" de ") || sentence.ends_with(" a "))) {
    replace_end(sentence, " ", "l ");
    words.remove_prefix(3);
  } else if (sentence.ends_with(" y ") && sounds_like_i(words)) {
    replace_end(sentence, "y ", "e ");
  } else if (sentence.ends_with(" o ") && sounds_like_o(words)) {
    replace_end(sentence, "o ", "u ");
  }
  sentence += words;
}

}  // namespace preauth
