#include "report/questions_words.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "messages/questions.h"
#include "report/amount_text.h"
#include "report/authorization_report.h"
#include "report/care_words.h"
#include "report/compare_words.h"
#include "report/path_words.h"
#include "report/sample_words.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr std::size_t kMostRanges = 3;  // of one question, before it gets longer than the answer
constexpr std::size_t kMostChoices = 6;
constexpr int kLongestChoice = 80;
constexpr Rate kLeastShare = Rate::percent(1);

// Whole percents: the shares come from a sample.
Rate whole_percent(Rate rate) { return Rate::percent(divide_half_away(rate.parts(), 10'000)); }

std::string name_of_option(const Comparison& comparison, std::string_view id, Lang lang) {
  for (const OptionEstimate& option : comparison.options) {
    if (option.id == id) return distinct_name(comparison, option, lang);
  }
  return std::string(id);
}

std::string settles(const Comparison& comparison, const Question& question, Lang lang) {
  const Money swing = question.most_moved();
  if (swing < Money::dollars(1)) return msg::questions::settles_little(lang);
  if (!question.spread_share || *question.spread_share < kLeastShare) return msg::questions::settles(lang, swing);
  return msg::questions::settles_share(lang, swing, whole_percent(*question.spread_share),
                                       name_of_option(comparison, question.most_in, lang));
}

std::string listed_choices(const std::vector<std::string>& choices, Lang lang) {
  std::string list;
  const std::size_t count = std::min(choices.size(), kMostChoices);
  for (std::size_t i = count; i-- > 0;) {
    const std::string choice = msg::questions::choice(lang, shorten(choices[i], kLongestChoice));
    if (list.empty()) {
      list = choice;
    } else {
      list = i + 2 == count ? msg::questions::choices_last(lang, choice, list)
                            : msg::questions::choices_more(lang, choice, list);
    }
  }
  return list;
}

bool is_range(const AnswerField& field) { return field.is_range && field.choices.size() == 2; }

// What the estimate tries are all the choices there are; where it tries nothing they are examples.
bool is_tried(const AnswerField& field) { return field.swing.has_value(); }

std::vector<std::string> facility_names(const Comparison& comparison, const QuestionChoice& choice) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  constexpr std::string_view kStart = "facilities.";
  for (const RankedQuestion& each : ranked(comparison, choice)) {
    for (const AnswerField& field : each.question->fields) {
      if (!field.path.starts_with(kStart)) continue;
      const std::string rest = field.path.substr(kStart.size());
      const std::string name = rest.substr(0, rest.find('.'));
      if (name != "FACILITY") add(shorten(name, kLongestChoice));
    }
  }
  return names;
}

// First and last day of the options that have a figure.
std::optional<DateRange> days_of(const Comparison& comparison) {
  std::optional<DateRange> days;
  for (const OptionEstimate& option : comparison.options) {
    if (!option.unpriced.empty()) continue;
    if (!days) days = DateRange{option.first_day, option.last_day};
    days->first = std::min(days->first, option.first_day);
    days->last = std::max(days->last, option.last_day);
  }
  return days;
}

}  // namespace

std::string ask_heading(std::string_view ask, Lang lang) {
  if (ask == "insurer") return msg::questions::group_insurer(lang);
  if (ask == "facility") return msg::questions::group_facility(lang);
  if (ask == "pharmacy") return msg::questions::group_pharmacy(lang);
  if (ask == "employer") return msg::questions::group_employer(lang);
  return shorten(ask, kLongestChoice);
}

std::vector<QuestionGroup> groups_of(const Comparison& comparison, const std::vector<std::size_t>& positions,
                                     Lang lang) {
  std::vector<QuestionGroup> groups;
  for (const std::string_view id : {"insurer", "facility", "pharmacy", "employer"}) {
    QuestionGroup group{ask_heading(id, lang), {}};
    for (std::size_t i = 0; i < positions.size(); ++i) {
      const Question& question = comparison.questions[positions[i]];
      if (question.ask == id) group.questions.push_back({i + 1, &question});
    }
    if (!group.questions.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<RankedQuestion> ranked(const Comparison& comparison, const QuestionChoice& choice) {
  std::vector<RankedQuestion> all;
  for (const std::vector<std::size_t>* positions : {&choice.asked, &choice.if_time}) {
    for (const std::size_t position : *positions) {
      all.push_back({all.size() + 1, &comparison.questions[position]});
    }
  }
  return all;
}

std::vector<std::string> worth_sentences(const Comparison& comparison, const Question& question, Lang lang) {
  std::vector<std::string> sentences;
  if (question.has_figure()) sentences.push_back(settles(comparison, question, lang));
  if (question.at_risk) sentences.push_back(msg::questions::risk(lang, *question.at_risk));
  if (question.budget_share && comparison.budget && *question.budget_share >= kLeastShare) {
    sentences.push_back(msg::questions::budget_share(lang, whole_percent(*question.budget_share), *comparison.budget));
  }
  if (question.deadline) sentences.push_back(msg::questions::deadline(lang, *question.deadline));
  return sentences;
}

std::vector<std::string> why_sentences(const Question& question, Lang lang) {
  std::vector<std::string> sentences = {msg::questions::why(lang, question.why)};
  std::string because = msg::questions::by_id(lang, "because-" + question.reason_detail, "");
  if (!because.empty()) sentences.push_back(std::move(because));
  return sentences;
}

std::string answer_sentence(const AnswerField& field, Lang lang) {
  if (field.choices.empty()) return {};
  if (is_range(field)) {
    return msg::questions::takes_range(lang, shorten(field.used, kLongestChoice),
                                       shorten(field.choices[0], kLongestChoice),
                                       shorten(field.choices[1], kLongestChoice));
  }
  const std::string list = listed_choices(field.choices, lang);
  return is_tried(field) ? msg::questions::takes(lang, list) : msg::questions::takes_like(lang, list);
}

// One sentence for all the words that the estimate tries, in whichever field they stand; one per range; examples only
// where there is nothing else to say.
std::vector<std::string> answer_sentences(const Question& question, Lang lang) {
  std::vector<std::string> words;
  std::vector<const AnswerField*> ranges;
  const AnswerField* example = nullptr;
  for (const AnswerField& field : question.fields) {
    if (is_range(field)) {
      ranges.push_back(&field);
    } else if (is_tried(field)) {
      for (const std::string& choice : field.choices) {
        if (std::find(words.begin(), words.end(), choice) == words.end()) words.push_back(choice);
      }
    } else if (example == nullptr && !field.choices.empty()) {
      example = &field;
    }
  }
  std::vector<std::string> sentences;
  if (!words.empty()) sentences.push_back(msg::questions::takes(lang, listed_choices(words, lang)));
  for (std::size_t i = 0; i < std::min(ranges.size(), kMostRanges); ++i) {
    const AnswerField& range = *ranges[i];
    sentences.push_back(ranges.size() == 1 ? answer_sentence(range, lang)
                                           : msg::questions::takes_range_of(lang, about_path(lang, range.path),
                                                                            shorten(range.used, kLongestChoice),
                                                                            shorten(range.choices[0], kLongestChoice),
                                                                            shorten(range.choices[1], kLongestChoice)));
  }
  if (sentences.empty() && example != nullptr) sentences.push_back(answer_sentence(*example, lang));
  return sentences;
}

std::string script_title(const Comparison& comparison, Lang lang) {
  return msg::questions::title(lang, plan_sentences(comparison, 0, lang).front());
}

std::vector<std::string> head_sentences(const Comparison& comparison, const QuestionChoice& choice, Lang lang) {
  std::vector<std::string> sentences;
  if (choice.settled && choice.stop_at.is_positive()) {
    sentences.push_back(msg::questions::settled(lang, choice.stop_at));
  } else {
    sentences.push_back(choice.stop_at.is_positive() ? msg::questions::stop(lang, choice.stop_at)
                                                     : msg::questions::stop_none(lang));
  }
  if (comparison.draws == 0) sentences.push_back(msg::questions::no_sample(lang));
  if (!comparison.budget) return sentences;
  for (std::string& sentence : sample_sentences(comparison, 0, lang)) sentences.push_back(std::move(sentence));
  return sentences;
}

std::vector<std::string> things_at_hand(const Comparison& comparison, const QuestionChoice& choice, Lang lang) {
  std::vector<std::string> things = {msg::questions::hand_card(lang), msg::questions::hand_diagnosis(lang)};
  const std::vector<std::string> facilities = facility_names(comparison, choice);
  things.push_back(facilities.empty()
                       ? msg::questions::hand_facility(lang)
                       : msg::questions::hand_facilities(lang, fmt::format("{}", fmt::join(facilities, ", "))));
  if (const std::optional<DateRange> days = days_of(comparison)) {
    things.push_back(msg::questions::hand_dates(lang, days->first, days->last));
  }
  return things;
}

std::string opening_words(const Comparison& comparison, Lang lang) {
  std::vector<Level> levels;
  for (const OptionEstimate& option : comparison.options) {
    for (const Level level : option.levels) {
      const bool known = std::find(levels.begin(), levels.end(), level) != levels.end();
      if (level != Level::mutual_support && !known) levels.push_back(level);
    }
  }
  std::sort(levels.begin(), levels.end());
  std::vector<std::string> names;
  for (const Level level : levels) names.push_back(benefit_words(lang, benefit_of(level)));
  return msg::questions::opening_words(lang, listed(lang, names), comparison.treatment.start);
}

std::vector<std::string> left_out_sentences(const QuestionChoice& choice, Lang lang) {
  const auto count = [](std::size_t number) { return static_cast<std::int64_t>(number); };
  std::vector<std::string> sentences;
  if (choice.below > 0) sentences.push_back(msg::questions::left_below(lang, count(choice.below), choice.stop_at));
  if (choice.unpriced > 0) sentences.push_back(msg::questions::left_unpriced(lang, count(choice.unpriced)));
  if (choice.beyond_top > 0) sentences.push_back(msg::questions::left_top(lang, count(choice.beyond_top)));
  return sentences;
}

std::vector<std::string> words_for_vague_answers(Lang lang) {
  return {msg::questions::vague_writing(lang), msg::questions::vague_where(lang), msg::questions::vague_depends(lang),
          msg::questions::vague_who(lang)};
}

std::vector<std::string> date_sentences(const Comparison& comparison, Lang lang) {
  std::vector<std::string> sentences;
  for (const OptionEstimate& option : comparison.options) {
    for (const std::string& task : task_sentences(option, lang)) {
      sentences.push_back(msg::questions::dates_of(lang, distinct_name(comparison, option, lang), task));
    }
  }
  return sentences;
}

}  // namespace preauth
