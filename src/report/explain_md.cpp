#include "messages/compare.h"
#include "messages/explain.h"
#include "messages/format_values.h"
#include "report/authorization_report.h"
#include "report/compare_words.h"
#include "report/explain_report.h"
#include "report/explain_words.h"
#include "report/markdown.h"
#include "report/rule_words.h"

namespace preauth {
namespace {

void put_lines(MarkdownPage& page, const OptionEstimate& option, const PlanSummary& plan, Lang lang) {
  for (const FoldedLines& folded : fold(option.lines)) {
    std::string item = folded_sentence(folded, lang) + "\n" + folded_amounts(folded, lang);
    const Adjudication& result = folded.first->result;
    for (std::size_t i = 0; i < result.adjustment_count; ++i) {
      const Adjustment& adjustment = result.adjustments[i];
      item += "\n" + format_money(lang, adjustment.amount) + " " +
              reason_words(lang, adjustment, provision_of(plan, *folded.first, i));
    }
    page.item(item);
  }
}

void put_amounts(MarkdownPage& page, const std::string& heading, const std::vector<LabelledAmount>& rows, Lang lang) {
  if (rows.empty()) return;
  page.table_head({heading, ""});
  for (const LabelledAmount& row : rows) page.table_row({row.label, format_money(lang, row.amount)});
}

void put_option(MarkdownPage& page, const Comparison& comparison, const OptionEstimate& option, Lang lang) {
  page.heading(2, option_heading(comparison, option, lang));
  page.paragraph(option_span(option, lang));
  if (!option.unpriced.empty()) return;
  if (option.lines.empty()) {
    page.paragraph(msg::explain::no_lines(lang));
    return;
  }
  put_lines(page, option, comparison.plans[option.plan_index], lang);
  put_amounts(page, msg::explain::totals_by_rule(lang), rule_totals(comparison, option, lang), lang);
  if (option.by_year.size() > 1) put_amounts(page, msg::explain::totals_by_year(lang), year_totals(option), lang);
  put_amounts(page, msg::explain::used_up(lang), used_at_end(option, lang), lang);
  put_authorization(page, option, lang);
}

void put_assumptions(MarkdownPage& page, const Comparison& comparison, Lang lang) {
  if (comparison.assumptions.empty()) {
    page.paragraph(msg::explain::no_assumptions(lang));
    return;
  }
  page.heading(2, msg::explain::assumptions(lang));
  for (const Assumption& assumption : comparison.assumptions) {
    std::string item = assumption_sentence(lang, assumption);
    for (const std::string& detail : assumption_details(assumption, lang)) item += "\n" + detail;
    page.item(item);
  }
}

}  // namespace

std::string explain_md(const Comparison& comparison, std::string_view option, Lang lang) {
  MarkdownPage page;
  for (const OptionEstimate& each : comparison.options) {
    if (is_chosen(each, option)) put_option(page, comparison, each, lang);
  }
  put_assumptions(page, comparison, lang);
  if (!comparison.warnings.empty()) page.heading(2, msg::explain::warnings(lang));
  for (const Warning& warning : comparison.warnings) page.item(warning_sentence(lang, warning));
  page.paragraph(msg::compare::closing(lang));
  return page.take();
}

}  // namespace preauth
