#include "batch/quick_value.h"

#include <algorithm>
#include <cstdint>

namespace preauth {
namespace {

constexpr std::size_t kMostDigits = 9;

bool is_digit(char c) { return '0' <= c && c <= '9'; }

// Whole dollars with or without thousands separators; the text is moved past them.
std::optional<std::int64_t> take_whole(std::string_view& text) {
  std::int64_t whole = 0;
  std::size_t digits = 0;
  std::size_t group = 0;  // digits since the last separator
  bool separated = false;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == ',' && at + 1 < text.size() && is_digit(text[at + 1])) {
      if (group == 0 || group > 3 || (separated && group != 3)) return std::nullopt;
      separated = true;
      group = 0;
      continue;
    }
    if (!is_digit(text[at])) break;
    whole = whole * 10 + (text[at] - '0');
    ++group;
    if (++digits > kMostDigits) return std::nullopt;
  }
  // A leading zero makes a code of a number.
  const bool is_code = digits > 1 && text.front() == '0';
  if (digits == 0 || is_code || (separated && group != 3)) return std::nullopt;
  text.remove_prefix(at);
  return whole;
}

}  // namespace

std::optional<QuickAmount> read_quick_amount(std::string_view text) {
  if (text.starts_with('$')) text.remove_prefix(1);
  const std::optional<std::int64_t> whole = take_whole(text);
  if (!whole) return std::nullopt;
  std::int64_t cents = *whole * 100;
  if (text.size() >= 3 && text[0] == '.' && is_digit(text[1]) && is_digit(text[2])) {
    cents += (text[1] - '0') * 10 + (text[2] - '0');
    text.remove_prefix(3);
  }
  if (text.starts_with('.') || std::any_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  return QuickAmount{Money::cents(cents), text};
}

}  // namespace preauth
