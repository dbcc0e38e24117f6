#include <algorithm>

#include "messages/compare.h"
#include "messages/levers.h"
#include "report/ask_first.h"
#include "report/care_words.h"
#include "report/chart_text.h"
#include "report/compare_report.h"
#include "report/compare_words.h"
#include "report/flag_words.h"
#include "report/lever_words.h"
#include "report/plan_contrast.h"
#include "report/sample_words.h"
#include "report/text_page.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr std::size_t kMostLevers = 3;  // the first screen stays short
constexpr std::size_t kMostFlags = 4;
constexpr int kLongestRow = 34;  // of the plans side by side

TextTable table_head(Lang lang) {
  TextTable table;
  table.columns = {{"", false, false},
                   {msg::compare::column_likely(lang), true, true},
                   {msg::compare::column_range(lang), false, false},
                   {msg::compare::column_top(lang), false, false}};
  return table;
}

TextTable options_table(const Comparison& comparison, std::size_t plan, Lang lang) {
  TextTable table = table_head(lang);
  for (const OptionEstimate* option : options_of(comparison, plan)) {
    table.rows.push_back({row_title(comparison, *option, lang), likely_cell(*option, lang), range_cell(*option, lang),
                          top_cell(*option, lang)});
  }
  return table;
}

// Not the column of titles is wrapped here but the last one, so that the plans below an option keep their indent.
TextTable plans_table(const Comparison& comparison, Lang lang) {
  TextTable table = table_head(lang);
  table.flexible = table.columns.size() - 1;
  for (const OptionUnderPlans& option : options_under_plans(comparison)) {
    table.rows.push_back({shorten(row_title(comparison, *option.ranked.front(), lang), kLongestRow), "", "", ""});
    for (const OptionEstimate* each : option.ranked) {
      const std::string plan = shorten(plan_title(comparison.plans[each->plan_index]), kLongestRow - 2);
      table.rows.push_back({"  " + plan, likely_cell(*each, lang), range_cell(*each, lang), top_cell(*each, lang)});
    }
  }
  return table;
}

void put_side_by_side(TextPage& page, const Comparison& comparison, Lang lang) {
  const std::int64_t count = static_cast<std::int64_t>(comparison.plans.size());
  page.heading(msg::compare::side_by_side(lang, count, comparison.treatment.start));
  if (comparison.treatment.built_in) page.paragraph(msg::compare::built_in_treatment(lang));
  page.gap();
  page.table(plans_table(comparison, lang));
  for (const std::string& note : table_notes(comparison, lang)) page.paragraph(note, {0, 2});
  page.paragraph(msg::compare::premiums_apart(lang));
  if (is_met_under_several(comparison)) page.paragraph(msg::compare::met_under_each(lang));
  page.gap();
  page.heading(msg::compare::where_plans_differ(lang));
  for (const std::string& sentence : contrast_sentences(comparison, lang)) page.paragraph(sentence, {0, 2});
}

void put_plan(TextPage& page, const Comparison& comparison, std::size_t plan, Lang lang) {
  const bool alone = comparison.plans.size() == 1;
  const std::vector<std::string> sentences = plan_sentences(comparison, plan, lang);
  page.gap();
  page.heading(sentences.front());
  for (std::size_t i = 1; i < sentences.size(); ++i) page.paragraph(sentences[i]);
  if (alone) {
    if (comparison.treatment.built_in) page.paragraph(msg::compare::built_in_treatment(lang));
    page.gap();
    page.table(options_table(comparison, plan, lang));
    for (const std::string& note : table_notes(comparison, lang)) page.paragraph(note, {0, 2});
    page.gap();
  }
  for (const std::string& reason : reasons(comparison, plan, lang)) page.paragraph(reason, {0, 2});
  for (const std::string& sentence : sample_sentences(comparison, plan, lang)) page.paragraph(sentence, {0, 2});
}

void put_list(TextPage& page, const std::string& heading, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return;
  page.gap();
  page.heading(heading);
  for (const std::string& sentence : sentences) page.paragraph(sentence, {0, 2});
}

void put_flags(TextPage& page, const Comparison& comparison, Lang lang) {
  std::vector<std::string> sentences = flag_sentences(comparison, lang);
  const std::size_t more = sentences.size() - std::min(sentences.size(), kMostFlags);
  sentences.resize(sentences.size() - more);
  if (more > 0) sentences.push_back(msg::levers::flags_left_out(lang, static_cast<std::int64_t>(more)));
  put_list(page, msg::levers::worth_asking(lang), sentences);
}

}  // namespace

std::string compare_text(const Comparison& comparison, const TextStyle& style, bool with_chart) {
  TextPage page(style);
  const Lang lang = style.lang;
  if (comparison.plans.size() > 1) put_side_by_side(page, comparison, lang);
  for (std::size_t plan = 0; plan < comparison.plans.size(); ++plan) put_plan(page, comparison, plan, lang);
  if (with_chart) {
    page.gap();
    page.raw(chart_text(comparison, style));
  }
  put_list(page, msg::levers::you_can_choose(lang), lever_sentences(comparison, kMostLevers, lang));
  put_ask_first(page, comparison, lang);
  put_flags(page, comparison, lang);
  page.gap();
  if (const std::string assumed = assumed_sentence(comparison, lang); !assumed.empty()) page.paragraph(assumed);
  for (const Warning& warning : comparison.warnings) {
    if (is_said_by_flag(comparison, warning)) continue;
    page.paragraph(msg::compare::note(lang, warning_sentence(lang, warning)), {0, 2});
  }
  page.paragraph(msg::compare::closing(lang));
  return page.take();
}

}  // namespace preauth
