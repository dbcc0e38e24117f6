#include <algorithm>
#include <vector>

#include "messages/compare.h"
#include "messages/explain.h"
#include "messages/format_values.h"
#include "report/ask_first.h"
#include "report/authorization_report.h"
#include "report/compare_words.h"
#include "report/explain_report.h"
#include "report/explain_words.h"
#include "report/rule_words.h"
#include "report/text_page.h"

namespace preauth {
namespace {

constexpr int kLineIndent = 2;

// Amounts beside what they are, the amounts aligned.
void put_amounts(TextPage& page, const std::vector<LabelledAmount>& rows, Lang lang, int indent) {
  TextTable table;
  table.columns = {{"", true, false}, {"", false, false}};
  table.flexible = 1;
  for (const LabelledAmount& row : rows) table.rows.push_back({format_money(lang, row.amount), row.label});
  page.table(table, indent);
}

void put_lines(TextPage& page, const OptionEstimate& option, const PlanSummary& plan, Lang lang) {
  for (const FoldedLines& folded : fold(option.lines)) {
    page.gap();
    page.paragraph(folded_sentence(folded, lang), {0, kLineIndent});
    page.paragraph(folded_amounts(folded, lang), {kLineIndent, kLineIndent + 2});
    std::vector<LabelledAmount> rows;
    const Adjudication& result = folded.first->result;
    for (std::size_t i = 0; i < result.adjustment_count; ++i) {
      const Adjustment& adjustment = result.adjustments[i];
      rows.push_back({reason_words(lang, adjustment, provision_of(plan, *folded.first, i)), adjustment.amount});
    }
    put_amounts(page, rows, lang, kLineIndent);
  }
}

void put_section(TextPage& page, std::string_view heading, const std::vector<LabelledAmount>& rows, Lang lang) {
  if (rows.empty()) return;
  page.gap();
  page.heading(heading);
  put_amounts(page, rows, lang, kLineIndent);
}

void put_option(TextPage& page, const Comparison& comparison, const OptionEstimate& option, Lang lang) {
  page.gap();
  page.heading(option_heading(comparison, option, lang));
  page.paragraph(option_span(option, lang));
  if (!option.unpriced.empty()) return;
  if (option.lines.empty()) {
    page.paragraph(msg::explain::no_lines(lang));
    return;
  }
  put_lines(page, option, comparison.plans[option.plan_index], lang);
  put_section(page, msg::explain::totals_by_rule(lang), rule_totals(comparison, option, lang), lang);
  if (option.by_year.size() > 1) put_section(page, msg::explain::totals_by_year(lang), year_totals(option), lang);
  put_section(page, msg::explain::used_up(lang), used_at_end(option, lang), lang);
  put_authorization(page, option, lang);
}

// Of all options, or of the one explained.
std::vector<Assumption> assumptions_for(const Comparison& comparison, std::string_view option) {
  std::vector<Assumption> chosen;
  for (const Assumption& assumption : comparison.assumptions) {
    const bool concerns = option.empty() || std::find(assumption.options.begin(), assumption.options.end(), option) !=
                                                assumption.options.end();
    if (concerns) chosen.push_back(assumption);
  }
  return chosen;
}

void put_assumptions(TextPage& page, const std::vector<Assumption>& assumptions, Lang lang) {
  page.gap();
  if (assumptions.empty()) {
    page.paragraph(msg::explain::no_assumptions(lang));
    return;
  }
  page.heading(msg::explain::assumptions(lang));
  for (const Assumption& assumption : assumptions) {
    page.paragraph(assumption_sentence(lang, assumption), {kLineIndent, kLineIndent});
    for (const std::string& detail : assumption_details(assumption, lang)) {
      page.paragraph(detail, {kLineIndent + 2, kLineIndent + 4});
    }
  }
}

}  // namespace

std::string explain_text(const Comparison& comparison, std::string_view option, const TextStyle& style) {
  TextPage page(style);
  const Lang lang = style.lang;
  for (const OptionEstimate& each : comparison.options) {
    if (is_chosen(each, option)) put_option(page, comparison, each, lang);
  }
  put_assumptions(page, assumptions_for(comparison, option), lang);
  put_all_questions(page, comparison, lang);
  if (!comparison.warnings.empty()) {
    page.gap();
    page.heading(msg::explain::warnings(lang));
  }
  for (const Warning& warning : comparison.warnings) {
    page.paragraph(warning_sentence(lang, warning), {kLineIndent, kLineIndent + 2});
  }
  page.gap();
  page.paragraph(msg::compare::closing(lang));
  return page.take();
}

}  // namespace preauth
