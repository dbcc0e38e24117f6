#include <algorithm>

#include <fmt/format.h>

#include "messages/compare.h"
#include "report/amount_text.h"
#include "report/compare_report.h"
#include "report/compare_words.h"
#include "report/text_page.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr std::size_t kFirstQuestions = 4;  // four options and these still fit a screen of 30 lines
constexpr int kNarrowQuestions = 60;        // columns under which a question becomes a paragraph
constexpr int kLongestQuestion = 300;

TextTable options_table(const Comparison& comparison, std::size_t plan, Lang lang) {
  TextTable table;
  table.columns = {{"", false, false},
                   {msg::compare::column_likely(lang), true, true},
                   {msg::compare::column_range(lang), false, false},
                   {msg::compare::column_top(lang), false, false}};
  for (const OptionEstimate* option : options_of(comparison, plan)) {
    table.rows.push_back({row_title(comparison, *option, lang), likely_cell(*option, lang), range_cell(*option, lang),
                          top_cell(*option, lang)});
  }
  return table;
}

void put_plan(TextPage& page, const Comparison& comparison, std::size_t plan, Lang lang) {
  const std::vector<std::string> sentences = plan_sentences(comparison, plan, lang);
  page.gap();
  page.heading(sentences.front());
  for (std::size_t i = 1; i < sentences.size(); ++i) page.paragraph(sentences[i]);
  if (comparison.treatment.built_in && plan == 0) page.paragraph(msg::compare::built_in_treatment(lang));
  page.gap();
  page.table(options_table(comparison, plan, lang));
  for (const std::string& note : table_notes(comparison, plan, lang)) page.paragraph(note, {0, 2});
  page.gap();
  for (const std::string& reason : reasons(comparison, plan, lang)) page.paragraph(reason, {0, 2});
}

void put_questions_narrow(TextPage& page, const std::vector<Question>& questions, Lang lang) {
  page.heading(msg::compare::ask_first(lang));
  for (const Question& question : questions) {
    const std::string whom = whom_to_ask(lang, question);
    page.paragraph(question.swing
                       ? msg::compare::ask_row_narrow_settles(lang, question.id, whom, question.text, *question.swing)
                       : msg::compare::ask_row_narrow(lang, question.id, whom, question.text),
                   {0, 2});
  }
}

void put_questions_wide(TextPage& page, const std::vector<Question>& questions, Lang lang) {
  const bool priced = std::any_of(questions.begin(), questions.end(),
                                  [](const Question& question) { return question.swing.has_value(); });
  TextTable table;
  table.flexible = 1;
  table.columns = {{msg::compare::ask_first(lang), false, false}, {"", false, false}};
  if (priced) table.columns.push_back({msg::compare::column_settles(lang), true, false});
  for (const Question& question : questions) {
    std::vector<std::string> row = {fmt::format("{:<3} {}", question.id, whom_to_ask(lang, question)), question.text};
    if (priced) row.push_back(question.swing ? rounded(lang, *question.swing) : std::string());
    table.rows.push_back(std::move(row));
  }
  page.table(table);
}

void put_questions(TextPage& page, const Comparison& comparison, Lang lang) {
  if (comparison.questions.empty()) return;
  std::vector<Question> first = most_telling_first(comparison);
  if (first.size() > kFirstQuestions) first.resize(kFirstQuestions);
  for (Question& question : first) question.text = shorten(question.text, kLongestQuestion);
  page.gap();
  page.width() < kNarrowQuestions ? put_questions_narrow(page, first, lang) : put_questions_wide(page, first, lang);
  const std::size_t more = comparison.questions.size() - first.size();
  if (more > 0) page.paragraph(msg::compare::ask_more(lang, static_cast<std::int64_t>(more)), {0, 2});
}

}  // namespace

std::string compare_text(const Comparison& comparison, const TextStyle& style) {
  TextPage page(style);
  const Lang lang = style.lang;
  for (std::size_t plan = 0; plan < comparison.plans.size(); ++plan) put_plan(page, comparison, plan, lang);
  put_questions(page, comparison, lang);
  page.gap();
  if (const std::string assumed = assumed_sentence(comparison, lang); !assumed.empty()) page.paragraph(assumed);
  for (const Warning& warning : comparison.warnings) {
    page.paragraph(msg::compare::note(lang, warning_sentence(lang, warning)), {0, 2});
  }
  page.paragraph(msg::compare::closing(lang));
  return page.take();
}

}  // namespace preauth
