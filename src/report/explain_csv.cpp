#include "model/vocabulary.h"
#include "report/amount_text.h"
#include "report/explain_report.h"
#include "report/explain_words.h"
#include "report/rule_words.h"

namespace preauth {
namespace {

// "PR-1 500.00 deductible.in; CO-45 460.62"
std::string adjustments_text(const ExplainedLine& line, const PlanSummary& plan) {
  std::string text;
  for (std::size_t i = 0; i < line.result.adjustment_count; ++i) {
    const Adjustment& adjustment = line.result.adjustments[i];
    if (!text.empty()) text += "; ";
    text += reason_code(adjustment) + " " + decimal(adjustment.amount);
    const Provision* provision = provision_of(plan, line, i);
    if (provision != nullptr && !provision->path.empty()) text += " " + provision->path;
  }
  return text;
}

void put_line(CsvWriter& csv, const OptionEstimate& option, const ExplainedLine& explained, const PlanSummary& plan) {
  const ServiceLine& line = explained.line;
  const Amounts& amounts = explained.result.amounts;
  csv.text(option.plan).text(option.id).number(to_iso(line.date)).number(std::to_string(line.step));
  csv.text(id(line.level)).text(id(line.benefit)).text(id(line.network));
  for (const Money amount :
       {amounts.billed, amounts.allowed, amounts.plan_pays, amounts.write_off, amounts.deductible, amounts.copay,
        amounts.coinsurance, amounts.not_covered, amounts.penalty, amounts.balance_bill, amounts.patient()}) {
    csv.number(decimal(amount));
  }
  csv.text(adjustments_text(explained, plan)).end_row();
}

}  // namespace

std::string explain_csv(const Comparison& comparison, std::string_view option, CsvGuard guard) {
  CsvWriter csv(guard);
  csv.row({"plan", "option", "date", "step", "level", "benefit", "network", "billed", "allowed", "plan_pays",
           "write_off", "deductible", "copay", "coinsurance", "not_covered", "penalty", "balance_bill", "patient",
           "adjustments"});
  for (const OptionEstimate& each : comparison.options) {
    if (!is_chosen(each, option)) continue;
    for (const ExplainedLine& line : each.lines) put_line(csv, each, line, comparison.plans[each.plan_index]);
  }
  return csv.take();
}

}  // namespace preauth
