#include "engine/question_text.h"

namespace preauth {
namespace {

constexpr std::string_view kLevel = "{level}";

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// "Residential" becomes "residential" inside a sentence; "IOP" stays.
std::string inside_sentence(std::string_view words) {
  std::string text(words);
  const bool acronym = text.size() > 1 && is_upper(text[1]);
  if (!text.empty() && !acronym && is_upper(text[0])) text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string name_of(Benefit benefit, const ReferenceData& reference) {
  switch (benefit) {
    case Benefit::outpatient:
    case Benefit::iop:
    case Benefit::virtual_iop:
    case Benefit::php:
    case Benefit::residential:
    case Benefit::inpatient:
    case Benefit::detox:
    case Benefit::mat:
    case Benefit::aftercare:
      return inside_sentence(reference.of(static_cast<Level>(benefit)).short_name);
    case Benefit::office_visit:
      return "an office visit";
    case Benefit::outpatient_other:
      return "other outpatient care";
    case Benefit::inpatient_facility:
      return "a hospital's own charges";
    case Benefit::inpatient_professional:
      return "a doctor's visit in a stay";
    case Benefit::emergency:
      return "emergency care";
    case Benefit::laboratory:
      return "laboratory testing";
    case Benefit::drug:
      return "medicine";
    case Benefit::ambulance:
      return "an ambulance";
  }
  return "";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

std::string with(std::string_view sentence, std::string_view level) {
  std::string text(sentence);
  for (std::size_t at = text.find(kLevel); at != std::string::npos; at = text.find(kLevel, at + level.size())) {
    text.replace(at, kLevel.size(), level);
  }
  return text;
}

}  // namespace

std::string question_text(std::string_view sentence, BenefitMask benefits, const ReferenceData& reference) {
  if (sentence.find(kLevel) == std::string_view::npos) return std::string(sentence);
  std::vector<std::string> names;
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    const Benefit benefit = static_cast<Benefit>(b);
    if ((benefits & mask(benefit)) != 0) names.push_back(name_of(benefit, reference));
  }
  if (names.empty()) return with(sentence, "this care");
  if (names.size() == 1) return with(sentence, names.front());
  return "For " + joined(names) + ": " + inside_sentence(with(sentence, "each"));
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
