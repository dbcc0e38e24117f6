#include "interview/find_dates.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_letter(char c) { return 'a' <= c && c <= 'z'; }

// Reads on from a place in the text; nothing is consumed by what does not match.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool done() const { return at_ >= text_.size(); }
  char now() const { return done() ? '\0' : text_[at_]; }
  std::size_t at() const { return at_; }
  void go_to(std::size_t at) { at_ = at; }

  std::optional<int> number(std::size_t most_digits) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && is_digit(text_[end]) && end - at_ <= most_digits)
      value = value * 10 + (text_[end++] - '0');
    if (end == at_ || end - at_ > most_digits) return std::nullopt;
    at_ = end;
    return value;
  }

  bool accept(std::string_view any_of) {
    if (done() || any_of.find(now()) == std::string_view::npos) return false;
    ++at_;
    return true;
  }

  void skip(std::string_view any_of) {
    while (accept(any_of)) {
    }
  }

  // "jan", "jan.", "january": the number of the month.
  std::optional<int> month() {
    std::size_t end = at_;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    constexpr std::size_t kLeastLetters = 3;
    if (word.size() < kLeastLetters) return std::nullopt;
    const auto found =
        std::find_if(kMonths.begin(), kMonths.end(), [word](std::string_view name) { return name.starts_with(word); });
    if (found == kMonths.end()) return std::nullopt;
    at_ = end;
    return static_cast<int>(found - kMonths.begin()) + 1;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

constexpr int kCentury = 2000;

std::optional<Date> by_numbers(Scanner& scan) {
  const std::optional<int> first = scan.number(4);
  if (!first || !scan.accept("/-.")) return std::nullopt;
  const std::optional<int> second = scan.number(2);
  if (!second || !scan.accept("/-.")) return std::nullopt;
  const std::optional<int> third = scan.number(4);
  if (!third || is_digit(scan.now())) return std::nullopt;
  if (*first > 99) return Date::from_civil(*first, *second, *third);
  return Date::from_civil(*third < 100 ? kCentury + *third : *third, *first, *second);
}

std::optional<Date> by_month_name(Scanner& scan) {
  const std::optional<int> month = scan.month();
  scan.skip(". ");
  const std::optional<int> day = month ? scan.number(2) : std::nullopt;
  if (!day) return std::nullopt;
  scan.skip("stndrh, ");
  const std::optional<int> year = scan.number(4);
  return year ? Date::from_civil(*year, *month, *day) : std::nullopt;
}

}  // namespace

std::vector<Date> find_dates(std::string_view text) {
  const std::string lower = lower_ascii(text);
  std::vector<Date> found;
  Scanner scan(lower);
  while (!scan.done()) {
    const std::size_t begin = scan.at();
    const bool in_digits = is_digit(scan.now());
    const bool in_word = is_letter(scan.now());
    std::optional<Date> date = in_digits ? by_numbers(scan) : by_month_name(scan);
    if (date) {
      found.push_back(*date);
      continue;
    }
    // On behind the number or the word, so that no part of one is taken for a day.
    scan.go_to(begin + 1);
    while ((in_digits && is_digit(scan.now())) || (in_word && is_letter(scan.now()))) scan.go_to(scan.at() + 1);
  }
  return found;
}

}  // namespace preauth
