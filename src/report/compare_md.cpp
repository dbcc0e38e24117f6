#include <string_view>

#include "messages/charts.h"
#include "messages/compare.h"
#include "messages/levers.h"
#include "report/ask_first.h"
#include "report/care_words.h"
#include "report/chart_text.h"
#include "report/compare_report.h"
#include "report/compare_words.h"
#include "report/flag_words.h"
#include "report/lever_words.h"
#include "report/markdown.h"
#include "report/plan_contrast.h"
#include "report/sample_words.h"

namespace preauth {
namespace {

constexpr int kUsualColumns = 76;  // and four of indent

void put_table_head(MarkdownPage& page, Lang lang) {
  page.table_head(
      {"", msg::compare::column_likely(lang), msg::compare::column_range(lang), msg::compare::column_top(lang)});
}

void put_row(MarkdownPage& page, const std::string& title, const OptionEstimate& option, Lang lang) {
  page.table_row({title, likely_cell(option, lang), range_cell(option, lang), top_cell(option, lang)});
}

void put_side_by_side(MarkdownPage& page, const Comparison& comparison, Lang lang) {
  const std::int64_t count = static_cast<std::int64_t>(comparison.plans.size());
  page.heading(2, msg::compare::side_by_side(lang, count, comparison.treatment.start));
  if (comparison.treatment.built_in) page.paragraph(msg::compare::built_in_treatment(lang));
  for (const OptionUnderPlans& option : options_under_plans(comparison)) {
    page.heading(3, row_title(comparison, *option.ranked.front(), lang));
    put_table_head(page, lang);
    for (const OptionEstimate* each : option.ranked) {
      put_row(page, plan_title(comparison.plans[each->plan_index]), *each, lang);
    }
  }
  for (const std::string& note : table_notes(comparison, lang)) page.paragraph(note);
  page.paragraph(msg::compare::premiums_apart(lang));
  if (is_met_under_several(comparison)) page.paragraph(msg::compare::met_under_each(lang));
  page.heading(2, msg::compare::where_plans_differ(lang));
  for (const std::string& sentence : contrast_sentences(comparison, lang)) page.item(sentence);
}

void put_plan(MarkdownPage& page, const Comparison& comparison, std::size_t plan, Lang lang) {
  const std::vector<std::string> sentences = plan_sentences(comparison, plan, lang);
  page.heading(2, sentences.front());
  for (std::size_t i = 1; i < sentences.size(); ++i) page.paragraph(sentences[i]);
  if (comparison.plans.size() == 1) {
    if (comparison.treatment.built_in) page.paragraph(msg::compare::built_in_treatment(lang));
    put_table_head(page, lang);
    for (const OptionEstimate* option : options_of(comparison, plan)) {
      put_row(page, row_title(comparison, *option, lang), *option, lang);
    }
    for (const std::string& note : table_notes(comparison, lang)) page.paragraph(note);
  }
  for (const std::string& reason : reasons(comparison, plan, lang)) page.item(reason);
  for (const std::string& sentence : sample_sentences(comparison, plan, lang)) page.item(sentence);
}

void put_list(MarkdownPage& page, const std::string& heading, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return;
  page.heading(2, heading);
  for (const std::string& sentence : sentences) page.item(sentence);
}

// An indented block of code: no text of a file can end it. Plain ASCII keeps its columns in any font.
std::string chart_block(const Comparison& comparison, Lang lang) {
  constexpr std::string_view kIndent = "    ";
  MarkdownPage page;
  page.heading(2, msg::charts::chart(lang));
  std::string block = page.take() + "\n";
  const std::string chart = chart_text(comparison, {kUsualColumns, false, true, lang});
  for (std::size_t begin = 0; begin < chart.size();) {
    const std::size_t end = chart.find('\n', begin) + 1;
    if (end - begin > 1) block += kIndent;
    block += chart.substr(begin, end - begin);
    begin = end;
  }
  return block;
}

}  // namespace

std::string compare_md(const Comparison& comparison, Lang lang, bool with_chart) {
  MarkdownPage page;
  if (comparison.plans.size() > 1) put_side_by_side(page, comparison, lang);
  for (std::size_t plan = 0; plan < comparison.plans.size(); ++plan) put_plan(page, comparison, plan, lang);
  put_list(page, msg::levers::you_can_choose(lang), lever_sentences(comparison, comparison.levers.size(), lang));
  put_ask_first(page, comparison, lang);
  put_list(page, msg::levers::worth_asking(lang), flag_sentences(comparison, lang));
  if (const std::string assumed = assumed_sentence(comparison, lang); !assumed.empty()) page.paragraph(assumed);
  for (const Warning& warning : comparison.warnings) {
    if (is_said_by_flag(comparison, warning)) continue;
    page.paragraph(msg::compare::note(lang, warning_sentence(lang, warning)));
  }
  page.paragraph(msg::compare::closing(lang));
  return with_chart ? page.take() + "\n" + chart_block(comparison, lang) : page.take();
}

}  // namespace preauth
