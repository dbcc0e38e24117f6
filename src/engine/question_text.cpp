#include "engine/question_text.h"

namespace preauth {
namespace {

constexpr std::string_view kLevel = "{level}";

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// "Which line …" becomes "which line …" after a colon, "¿Qué …" "¿qué …"; an acronym stays.
std::string after_colon(std::string text) {
  const std::size_t at = text.starts_with("¿") ? std::string_view("¿").size() : 0;
  if (text.size() < at + 2 || !is_upper(text[at]) || is_upper(text[at + 1])) return text;
  text[at] = static_cast<char>(text[at] - 'A' + 'a');
  return text;
}

std::string joined(const std::vector<std::string_view>& names, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " " + std::string(last) + " " : ", ";
    text += names[i];
  }
  return text;
}

std::string with(std::string_view sentence, std::string_view place, std::string_view words) {
  std::string text(sentence);
  for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at + words.size())) {
    text.replace(at, place.size(), words);
  }
  return text;
}

}  // namespace

std::string question_text(std::string_view sentence, BenefitMask benefits, const ReferenceData& reference) {
  if (sentence.find(kLevel) == std::string_view::npos) return std::string(sentence);
  const QuestionWords& words = reference.question_words;
  std::vector<std::string_view> names;
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    if ((benefits & mask(static_cast<Benefit>(b))) != 0) names.push_back(words.names[b]);
  }
  if (names.empty()) return with(sentence, kLevel, words.this_care);
  if (names.size() == 1) return with(sentence, kLevel, names.front());
  const std::string of_each = after_colon(with(sentence, kLevel, words.each));
  return with(with(words.several, "{levels}", joined(names, words.last)), "{question}", of_each);
}

std::vector<Level> levels_in(BenefitMask benefits) {
  std::vector<Level> levels;
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    const Benefit benefit = static_cast<Benefit>(b);
    if (is_level(benefit) && (benefits & mask(benefit)) != 0) levels.push_back(static_cast<Level>(b));
  }
  return levels;
}

}  // namespace preauth
