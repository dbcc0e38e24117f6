// The questions of a sheet: the three calls and the doubts of page 1, the list with room for answers of page 2.

#include <algorithm>

#include "messages/compare.h"
#include "messages/questions.h"
#include "messages/sheet.h"
#include "report/amount_text.h"
#include "report/ask_first.h"
#include "report/compare_words.h"
#include "report/questions_words.h"
#include "report/sheet_parts.h"

namespace preauth {
namespace {

constexpr std::size_t kCalls = 3;
constexpr int kLongestQuestion = 220;
constexpr int kLongestDoubt = 160;

std::string call_sentence(SheetWork& work, const Question& question) {
  const Lang lang = work.lang();
  const std::string whom = ask_heading(question.ask, lang);
  const std::string text = work.cutter.cut(question.text, kLongestQuestion);
  if (question.has_figure()) return msg::sheet::call_settles(lang, whom, text, about(lang, question.most_moved()));
  if (question.at_risk) return msg::sheet::call_risk(lang, whom, text, about(lang, *question.at_risk));
  return msg::sheet::call(lang, whom, text);
}

// The dearest day over all options.
std::string unapproved_day(const Comparison& comparison, Lang lang) {
  std::optional<Money> low;
  Money high;
  for (const OptionEstimate* option : options_of(comparison, 0)) {
    if (!is_priced(*option) || !option->top_low || !option->top_high) continue;
    low = low ? least(*low, *option->top_low) : *option->top_low;
    high = greatest(high, *option->top_high);
  }
  return low && high.is_positive() ? rounded_range(lang, *low, high) : std::string();
}

// Only what is settled by a later bill or a new year, not what the plan file says about itself.
bool is_doubt(const Warning& warning) { return warning.id != "example-plan"; }

SheetForm form_of(SheetWork& work, const QuestionGroup& group, std::size_t most) {
  const Lang lang = work.lang();
  SheetForm form;
  form.title = group.heading;
  form.labels = {msg::sheet::blank_date(lang), msg::sheet::blank_name(lang), msg::sheet::blank_reference(lang)};
  form.answer = msg::sheet::blank_answer(lang);
  for (const RankedQuestion& each : group.questions) {
    if (form.questions.size() == most) break;
    form.questions.push_back(work.cutter.cut(each.question->text, kLongestQuestion));
  }
  return form;
}

}  // namespace

SheetSection calls_section(SheetWork& work) {
  const Lang lang = work.lang();
  const Comparison& comparison = work.input.comparison;
  SheetSection section{"calls", msg::sheet::three_calls(lang), {}};
  if (comparison.questions.empty()) {
    section.blocks.emplace_back(SheetParagraph{msg::sheet::calls_none(lang), false});
    return section;
  }
  SheetList list;
  list.numbered = true;
  for (const Question& question : first_questions(comparison, kCalls)) {
    list.items.emplace_back(call_sentence(work, question));
  }
  section.blocks.emplace_back(std::move(list));
  return section;
}

SheetSection wrong_section(SheetWork& work) {
  const Lang lang = work.lang();
  const Comparison& comparison = work.input.comparison;
  std::vector<std::string> doubts;
  for (const Warning& warning : comparison.warnings) {
    if (is_doubt(warning) && doubts.empty()) doubts.push_back(warning_sentence(lang, warning));
  }
  if (const std::string day = unapproved_day(comparison, lang); !day.empty()) {
    doubts.push_back(msg::sheet::wrong_days(lang, day));
  }
  if (!comparison.assumptions.empty()) {
    doubts.push_back(msg::sheet::wrong_assumed(lang, static_cast<std::int64_t>(comparison.assumptions.size()),
                                               assumption_sentence(lang, comparison.assumptions.front())));
  }
  const Known<Date>& read = work.input.treatment.so_far.as_of.known;
  doubts.push_back(read.is_exact() ? msg::sheet::wrong_used(lang, read.value()) : msg::sheet::wrong_used_unknown(lang));
  doubts.resize(std::min(doubts.size(), work.room.doubts));
  SheetList list;
  for (const std::string& doubt : doubts) list.items.emplace_back(work.cutter.cut(doubt, kLongestDoubt));
  SheetSection section{"wrong", msg::sheet::wrong(lang), {}};
  section.blocks.emplace_back(std::move(list));
  section.blocks.emplace_back(SheetParagraph{
      msg::compare::closing(lang) + " " + msg::sheet::not_a_bill(lang) + " " + msg::sheet::wrong_phone(lang), false});
  return section;
}

SheetSection asking_section(SheetWork& work) {
  const Lang lang = work.lang();
  SheetSection section{"asking", msg::sheet::asking(lang), {}};
  std::size_t most = work.room.insurer_questions;
  for (const QuestionGroup& group : groups_of(work.input.comparison, work.input.questions.asked, lang)) {
    section.blocks.emplace_back(form_of(work, group, most));
    most = work.room.other_questions;
    if (section.blocks.size() == 2) break;  // two numbers to call fit the page
  }
  if (!section.blocks.empty()) section.blocks.emplace_back(SheetParagraph{msg::sheet::in_writing(lang), false});
  return section;
}

}  // namespace preauth
