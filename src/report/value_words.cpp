#include "report/value_words.h"

#include <optional>

#include "base/date.h"
#include "messages/assumptions.h"
#include "messages/format_values.h"
#include "messages/questions.h"
#include "model/vocabulary.h"
#include "report/care_words.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr int kLongestValue = 200;

// "above the plan's allowed amount" has its words under "value-above-the-plan-s-allowed-amount".
std::string catalogue_key(std::string_view text) {
  std::string key = "value";
  bool between_words = true;
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool of_a_word = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (of_a_word && between_words) key += '-';
    if (of_a_word) key += lower;
    between_words = !of_a_word;
  }
  return key;
}

bool is_figure(std::string_view value) { return value.find_first_not_of("0123456789.,$%- ") == std::string_view::npos; }

}  // namespace

std::string own_words(Lang lang, std::string_view text) {
  std::string words = msg::assumptions::by_id(lang, catalogue_key(text), {});
  return words.empty() ? std::string(text) : words;
}

std::string value_words(Lang lang, std::string_view value) {
  if (const std::optional<Date> day = parse_date(value)) return format_date(lang, *day);
  const std::string shown = shorten(own_words(lang, value), kLongestValue);
  if (lang == Lang::en || shown != value || is_figure(value)) return shown;
  if (const std::optional<Benefit> benefit = parse_id<Benefit>(value)) return benefit_words(lang, *benefit);
  if (const std::optional<Network> network = parse_id<Network>(value)) return network_words(lang, *network);
  return msg::questions::choice(lang, shown);
}

}  // namespace preauth
