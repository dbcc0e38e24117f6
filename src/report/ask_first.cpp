#include "report/ask_first.h"

#include <algorithm>

#include <fmt/format.h>

#include "messages/compare.h"
#include "messages/explain.h"
#include "messages/questions.h"
#include "report/amount_text.h"
#include "report/estimate_json.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

using Shape = JsonWriter::Shape;

constexpr std::size_t kFirstQuestions = 4;  // four options and these still fit a screen of 30 lines
constexpr std::size_t kExplainedQuestions = 20;
constexpr int kNarrowQuestions = 60;  // columns under which a question becomes a paragraph
constexpr int kLongestQuestion = 300;
constexpr int kIndent = 2;
constexpr int kLongestWhom = 20;

std::string with_risk(const Question& question, Lang lang) {
  return question.at_risk ? msg::questions::ask_risk(lang, question.text, *question.at_risk) : question.text;
}

// Authorization comes from no sample, so it may rank low although nobody should start without having asked.
bool needs_authorization(const Comparison& comparison) {
  return std::any_of(comparison.options.begin(), comparison.options.end(), [](const OptionEstimate& option) {
    return std::any_of(option.authorization.begin(), option.authorization.end(),
                       [](const StepAuthorization& step) { return step.required != RequiredState::no; });
  });
}

bool is_about_authorization(const Question& question) { return question.id.starts_with('D'); }

// The whole of a question with what it settles, or what is at risk without it.
std::string sentence_of(const Question& question, Lang lang) {
  const std::string whom = whom_to_ask(lang, question);
  if (question.has_figure()) {
    return msg::compare::ask_row_narrow_settles(lang, question.id, whom, question.text, question.most_moved());
  }
  return msg::compare::ask_row_narrow(lang, question.id, whom, with_risk(question, lang));
}

void put_questions_narrow(TextPage& page, const std::vector<Question>& questions, Lang lang) {
  page.heading(msg::compare::ask_first(lang));
  for (const Question& question : questions) page.paragraph(sentence_of(question, lang), {0, 2});
}

void put_questions_wide(TextPage& page, const std::vector<Question>& questions, Lang lang) {
  const bool priced =
      std::any_of(questions.begin(), questions.end(), [](const Question& question) { return question.has_figure(); });
  TextTable table = questions_table(lang, msg::compare::ask_first(lang), priced);
  for (const Question& question : questions) {
    std::vector<std::string> row = {asked_cell(lang, question),
                                    question.has_figure() ? question.text : with_risk(question, lang)};
    if (priced) row.push_back(question.has_figure() ? rounded(lang, question.most_moved()) : std::string());
    table.rows.push_back(std::move(row));
  }
  page.table(table);
}

std::string rest_sentence(const Comparison& comparison, std::size_t shown, Lang lang) {
  const std::size_t more = comparison.questions.size() - shown;
  return more == 0 ? msg::questions::ask_script(lang)
                   : msg::questions::ask_script_more(lang, static_cast<std::int64_t>(more));
}

}  // namespace

std::vector<Question> first_questions(const Comparison& comparison, std::size_t most) {
  const std::vector<Question>& all = comparison.questions;
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), most));
  std::vector<Question> first(all.begin(), end);
  if (needs_authorization(comparison) && std::none_of(first.begin(), first.end(), is_about_authorization)) {
    const auto authorization = std::find_if(end, all.end(), is_about_authorization);
    if (authorization != all.end()) first.back() = *authorization;
  }
  for (Question& question : first) question.text = shorten(question.text, kLongestQuestion);
  return first;
}

void put_ask_first(TextPage& page, const Comparison& comparison, Lang lang) {
  if (comparison.questions.empty()) return;
  const std::vector<Question> first = first_questions(comparison, kFirstQuestions);
  page.gap();
  page.width() < kNarrowQuestions ? put_questions_narrow(page, first, lang) : put_questions_wide(page, first, lang);
  page.paragraph(rest_sentence(comparison, first.size(), lang), {0, 2});
}

void put_ask_first(MarkdownPage& page, const Comparison& comparison, Lang lang) {
  if (comparison.questions.empty()) return;
  page.heading(2, msg::compare::ask_first(lang));
  const std::vector<Question> first = first_questions(comparison, kFirstQuestions);
  for (const Question& question : first) page.item(sentence_of(question, lang));
  page.paragraph(rest_sentence(comparison, first.size(), lang));
}

void put_all_questions(TextPage& page, const Comparison& comparison, Lang lang) {
  if (comparison.questions.empty()) return;
  page.gap();
  page.heading(msg::explain::questions(lang));
  const std::size_t shown = std::min(comparison.questions.size(), kExplainedQuestions);
  for (std::size_t i = 0; i < shown; ++i) {
    page.paragraph(sentence_of(comparison.questions[i], lang), {kIndent, kIndent + 2});
  }
  if (shown < comparison.questions.size()) {
    page.paragraph(rest_sentence(comparison, shown, lang), {kIndent, kIndent + 2});
  }
}

void write_question_start(JsonWriter& json, const Question& question) {
  json.member("id", question.id).member("ask", question.ask).member("text", question.text);
  write_text(json, "field", question.field);
  write_money(json, "swing", question.swing);
  write_text(json, "spread_share", question.spread_share ? decimal(*question.spread_share) : std::string());
  write_strings(json, "options", question.options);
}

void write_questions(JsonWriter& json, const Comparison& comparison, std::size_t most) {
  json.key("questions").begin_array();
  for (const Question& question : std::span(comparison.questions).first(std::min(most, comparison.questions.size()))) {
    json.begin_object(Shape::one_line);
    write_question_start(json, question);
    json.end_object();
  }
  json.end_array();
}

std::string_view reason_id(QuestionReason reason) {
  switch (reason) {
    case QuestionReason::open:
      return "open";
    case QuestionReason::weak:
      return "weak";
    case QuestionReason::contradiction:
      return "contradiction";
    case QuestionReason::situation:
      return "situation";
    case QuestionReason::always:
      return "always";
  }
  return "";
}

std::string whom_to_ask(Lang lang, const Question& question) {
  if (question.ask == "insurer") return msg::compare::ask_insurer(lang);
  if (question.ask == "facility") return msg::compare::ask_facility(lang);
  if (question.ask == "pharmacy") return msg::compare::ask_pharmacy(lang);
  if (question.ask == "employer") return msg::compare::ask_employer(lang);
  return shorten(question.ask, kLongestWhom);
}

TextTable questions_table(Lang lang, const std::string& heading, bool settles) {
  TextTable table;
  table.flexible = 1;
  table.columns = {{heading, false, false}, {"", false, false}};
  if (settles) table.columns.push_back({msg::compare::column_settles(lang), true, false});
  return table;
}

std::string asked_cell(Lang lang, const Question& question) {
  return fmt::format("{:<3} {}", question.id, whom_to_ask(lang, question));
}

}  // namespace preauth
