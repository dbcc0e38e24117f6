#include "report/explain_words.h"

#include <array>

#include <fmt/format.h>

#include "messages/compare.h"
#include "messages/explain.h"
#include "messages/format_values.h"
#include "report/amount_text.h"
#include "report/care_words.h"
#include "report/path_words.h"
#include "report/rule_words.h"
#include "report/text_wrap.h"
#include "report/value_words.h"

namespace preauth {
namespace {

constexpr int kLongestValue = 200;
constexpr std::uint8_t kEveryDay = 0b1111111;
constexpr std::uint8_t kWorkdays = 0b0011111;

// "Mon/Wed/Fri"; empty when the days of the week follow no weekly pattern.
std::string days_words(const FoldedLines& folded, Lang lang) {
  if (folded.longest_gap > 7) return {};
  if (folded.longest_gap == 1 && folded.count == folded.last->line.date - folded.first->line.date + 1) {
    return msg::explain::days_daily(lang);
  }
  if (folded.weekdays == kEveryDay) return {};
  if (folded.weekdays == kWorkdays) return msg::explain::days_weekdays(lang);
  const std::array<std::string, 7> names = {msg::explain::day_mon(lang), msg::explain::day_tue(lang),
                                            msg::explain::day_wed(lang), msg::explain::day_thu(lang),
                                            msg::explain::day_fri(lang), msg::explain::day_sat(lang),
                                            msg::explain::day_sun(lang)};
  std::string words;
  for (std::size_t day = 0; day < names.size(); ++day) {
    if ((static_cast<unsigned>(folded.weekdays) >> day & 1U) == 0) continue;
    if (!words.empty()) words += '/';
    words += names[day];
  }
  return words;
}

}  // namespace

std::string line_words(Lang lang, Benefit benefit) {
  switch (benefit) {
    case Benefit::outpatient:
      return msg::explain::line_outpatient(lang);
    case Benefit::iop:
      return msg::explain::line_iop(lang);
    case Benefit::virtual_iop:
      return msg::explain::line_virtual_iop(lang);
    case Benefit::php:
      return msg::explain::line_php(lang);
    case Benefit::residential:
      return msg::explain::line_residential(lang);
    case Benefit::inpatient:
      return msg::explain::line_inpatient(lang);
    case Benefit::detox:
      return msg::explain::line_detox(lang);
    case Benefit::mat:
      return msg::explain::line_mat(lang);
    case Benefit::aftercare:
      return msg::explain::line_aftercare(lang);
    case Benefit::office_visit:
      return msg::explain::line_office_visit(lang);
    case Benefit::outpatient_other:
      return msg::explain::line_outpatient_other(lang);
    case Benefit::inpatient_facility:
      return msg::explain::line_inpatient_facility(lang);
    case Benefit::inpatient_professional:
      return msg::explain::line_inpatient_professional(lang);
    case Benefit::emergency:
      return msg::explain::line_emergency(lang);
    case Benefit::laboratory:
      return msg::explain::line_laboratory(lang);
    case Benefit::drug:
      return msg::explain::line_drug(lang);
    case Benefit::ambulance:
      return msg::explain::line_ambulance(lang);
  }
  return {};
}

bool is_chosen(const OptionEstimate& option, std::string_view id) { return id.empty() || option.id == id; }

std::string option_heading(const Comparison& comparison, const OptionEstimate& option, Lang lang) {
  return msg::explain::option_head(lang, distinct_title(comparison, option, lang),
                                   plan_title(comparison.plans[option.plan_index]));
}

std::string option_span(const OptionEstimate& option, Lang lang) {
  if (!option.unpriced.empty()) {
    return msg::compare::unpriced_one(lang, option_name(option, lang), about_path(lang, option.unpriced.front()));
  }
  const Amounts& likely = option.likely;
  if (likely.uncapped().is_zero()) {
    return msg::explain::option_span(lang, option.first_day, option.last_day, likely.patient());
  }
  return msg::explain::option_span_uncapped(lang, option.first_day, option.last_day, likely.patient(), likely.capped(),
                                            likely.uncapped());
}

std::string folded_sentence(const FoldedLines& folded, Lang lang) {
  const ServiceLine& line = folded.first->line;
  const std::string what = line_words(lang, line.benefit);
  const std::string network = network_words(lang, line.network);
  const Money each = folded.first->result.amounts.patient();
  if (folded.count == 1) return msg::explain::line_one(lang, line.date, what, network, each);
  const Date last = folded.last->line.date;
  const Money all = each * folded.count;
  const std::string days = days_words(folded, lang);
  return days.empty()
             ? msg::explain::line_many(lang, folded.count, what, network, line.date, last, each, all)
             : msg::explain::line_many_days(lang, folded.count, what, days, network, line.date, last, each, all);
}

std::string folded_amounts(const FoldedLines& folded, Lang lang) {
  const Amounts& amounts = folded.first->result.amounts;
  return folded.count == 1 ? msg::explain::line_amounts(lang, amounts.billed, amounts.allowed, amounts.plan_pays)
                           : msg::explain::line_amounts_each(lang, amounts.billed, amounts.allowed, amounts.plan_pays);
}

std::vector<LabelledAmount> rule_totals(const Comparison& comparison, const OptionEstimate& option, Lang lang) {
  std::vector<LabelledAmount> rows = {{msg::explain::billed(lang), option.likely.billed},
                                      {msg::explain::plan_pays(lang), option.likely.plan_pays}};
  for (const RuleTotal& total : totals_by_rule(option.lines, comparison.plans[option.plan_index])) {
    rows.push_back({reason_words(lang, total.sample, total.provision), total.sample.amount});
  }
  rows.push_back({msg::explain::you_pay(lang), option.likely.patient()});
  return rows;
}

std::vector<LabelledAmount> year_totals(const OptionEstimate& option) {
  std::vector<LabelledAmount> rows;
  for (const YearAmount& year : option.by_year) rows.push_back({year.year, year.patient});
  return rows;
}

std::vector<LabelledAmount> used_at_end(const OptionEstimate& option, Lang lang) {
  std::vector<LabelledAmount> rows;
  if (option.lines.empty()) return rows;
  const ExplainedLine& end = option.lines.back();
  for (std::size_t n = 0; n < kNetworkCount; ++n) {
    if (!shows_network(option, static_cast<Network>(n))) continue;
    const std::string network = network_words(lang, static_cast<Network>(n));
    rows.push_back({msg::explain::used_deductible(lang, network), end.deductible_used[n]});
    rows.push_back({msg::explain::used_out_of_pocket(lang, network), end.out_of_pocket_used[n]});
  }
  return rows;
}

std::vector<std::string> assumption_details(const Assumption& assumption, Lang lang) {
  std::vector<std::string> details;
  details.push_back(msg::explain::assumption_field(lang, assumption.field,
                                                   shorten(own_words(lang, assumption.value), kLongestValue)));
  if (!assumption.source.empty())
    details.push_back(msg::explain::assumption_source(lang, own_words(lang, assumption.source)));
  if (!assumption.options.empty()) {
    details.push_back(msg::explain::assumption_options(lang, fmt::format("{}", fmt::join(assumption.options, ", "))));
  }
  if (assumption.assumed) {
    details.push_back(assumption.source.empty() ? msg::explain::assumption_general(lang)
                                                : msg::explain::assumption_weak(lang));
  }
  return details;
}

}  // namespace preauth
