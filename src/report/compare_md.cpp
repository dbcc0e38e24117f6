#include "messages/compare.h"
#include "report/amount_text.h"
#include "report/compare_report.h"
#include "report/compare_words.h"
#include "report/markdown.h"

namespace preauth {
namespace {

void put_plan(MarkdownPage& page, const Comparison& comparison, std::size_t plan, Lang lang) {
  const std::vector<std::string> sentences = plan_sentences(comparison, plan, lang);
  page.heading(2, sentences.front());
  for (std::size_t i = 1; i < sentences.size(); ++i) page.paragraph(sentences[i]);
  if (comparison.treatment.built_in && plan == 0) page.paragraph(msg::compare::built_in_treatment(lang));
  page.table_head(
      {"", msg::compare::column_likely(lang), msg::compare::column_range(lang), msg::compare::column_top(lang)});
  for (const OptionEstimate* option : options_of(comparison, plan)) {
    page.table_row({row_title(comparison, *option, lang), likely_cell(*option, lang), range_cell(*option, lang),
                    top_cell(*option, lang)});
  }
  for (const std::string& note : table_notes(comparison, plan, lang)) page.paragraph(note);
  for (const std::string& reason : reasons(comparison, plan, lang)) page.item(reason);
}

void put_questions(MarkdownPage& page, const Comparison& comparison, Lang lang) {
  if (comparison.questions.empty()) return;
  page.heading(2, msg::compare::ask_first(lang));
  for (const Question& question : comparison.questions) {
    const std::string whom = whom_to_ask(lang, question);
    page.item(question.swing
                  ? msg::compare::ask_row_narrow_settles(lang, question.id, whom, question.text, *question.swing)
                  : msg::compare::ask_row_narrow(lang, question.id, whom, question.text));
  }
}

}  // namespace

std::string compare_md(const Comparison& comparison, Lang lang) {
  MarkdownPage page;
  for (std::size_t plan = 0; plan < comparison.plans.size(); ++plan) put_plan(page, comparison, plan, lang);
  put_questions(page, comparison, lang);
  if (const std::string assumed = assumed_sentence(comparison, lang); !assumed.empty()) page.paragraph(assumed);
  for (const Warning& warning : comparison.warnings) {
    page.paragraph(msg::compare::note(lang, warning_sentence(lang, warning)));
  }
  page.paragraph(msg::compare::closing(lang));
  return page.take();
}

}  // namespace preauth
