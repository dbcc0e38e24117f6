#include "engine/ask.h"

#include <algorithm>

namespace preauth {
namespace {

void add_once(std::vector<std::string>& list, std::string_view text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.emplace_back(text);
}

// "IOP, residential" in place of {level}.
std::string with_levels(std::string_view text, const std::string& levels) {
  constexpr std::string_view kPlaceholder = "{level}";
  std::string result(text);
  for (std::size_t at = result.find(kPlaceholder); at != std::string::npos; at = result.find(kPlaceholder, at)) {
    result.replace(at, kPlaceholder.size(), levels);
    at += levels.size();
  }
  return result;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace

void QuestionList::raise(std::string_view id, std::string_view field, std::string_view option, std::string_view level,
                         std::optional<Money> swing) {
  auto found = std::find_if(raised_.begin(), raised_.end(), [&](const Raised& raised) { return raised.id == id; });
  if (found == raised_.end()) {
    raised_.push_back({std::string(id), std::string(field), std::nullopt, {}, {}});
    found = raised_.end() - 1;
  }
  // The field named is the one whose answer moves most.
  if (swing && (!found->swing || *swing > *found->swing)) {
    found->swing = swing;
    found->field = field;
  }
  add_once(found->options, option);
  add_once(found->levels, level);
}

Question QuestionList::make(const QuestionInfo& info, const Raised* raised) const {
  Question question;
  question.id = info.id;
  question.ask = info.ask;
  const std::string levels = raised == nullptr || raised->levels.empty() ? "this care" : joined(raised->levels);
  question.text = with_levels(info.text, levels);
  question.why = info.why;
  question.field = raised == nullptr || raised->field.empty() ? std::string(info.field) : raised->field;
  if (raised == nullptr) return question;
  question.swing = raised->swing;
  question.options = raised->options;
  return question;
}

std::vector<Question> QuestionList::in_catalogue_order() const {
  std::vector<Question> questions;
  for (const QuestionInfo& info : reference_.questions) {
    const auto found =
        std::find_if(raised_.begin(), raised_.end(), [&](const Raised& raised) { return raised.id == info.id; });
    if (found != raised_.end()) {
      questions.push_back(make(info, &*found));
    } else if (info.always || info.classic) {
      questions.push_back(make(info, nullptr));
    }
  }
  return questions;
}

}  // namespace preauth
