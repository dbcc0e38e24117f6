#include "report/rule_words.h"

#include "messages/explain.h"
#include "report/text_wrap.h"
#include "report/value_words.h"

namespace preauth {
namespace {

constexpr int kLongestQuote = 160;

}  // namespace

std::string rule_words(Lang lang, Rule rule) {
  switch (rule) {
    case Rule::deductible:
      return msg::explain::rule_deductible(lang);
    case Rule::coinsurance:
      return msg::explain::rule_coinsurance(lang);
    case Rule::copay:
      return msg::explain::rule_copay(lang);
    case Rule::part_a_deductible:
      return msg::explain::rule_part_a_deductible(lang);
    case Rule::part_a_day:
      return msg::explain::rule_part_a_day(lang);
    case Rule::part_a_reserve_day:
      return msg::explain::rule_part_a_reserve_day(lang);
    case Rule::part_a_exhausted:
      return msg::explain::rule_part_a_exhausted(lang);
    case Rule::psychiatric_days_exhausted:
      return msg::explain::rule_psychiatric_days_exhausted(lang);
    case Rule::excluded:
      return msg::explain::rule_excluded(lang);
    case Rule::not_covered:
      return msg::explain::rule_not_covered(lang);
    case Rule::limit_reached:
      return msg::explain::rule_limit_reached(lang);
    case Rule::no_liability:
      return msg::explain::rule_no_liability(lang);
    case Rule::discount:
      return msg::explain::rule_discount(lang);
    case Rule::balance_bill:
      return msg::explain::rule_balance_bill(lang);
    case Rule::balance_limited:
      return msg::explain::rule_balance_limited(lang);
    case Rule::surprise_protected:
      return msg::explain::rule_surprise_protected(lang);
    case Rule::denied_provider_liable:
      return msg::explain::rule_denied_provider_liable(lang);
    case Rule::denied_patient_liable:
      return msg::explain::rule_denied_patient_liable(lang);
    case Rule::refused_provider_liable:
      return msg::explain::rule_refused_provider_liable(lang);
    case Rule::refused_patient_liable:
      return msg::explain::rule_refused_patient_liable(lang);
    case Rule::reduction_percent:
      return msg::explain::rule_reduction_percent(lang);
    case Rule::reduction_flat:
      return msg::explain::rule_reduction_flat(lang);
    case Rule::noncovered_discount:
      return msg::explain::rule_noncovered_discount(lang);
    case Rule::opted_out:
      return msg::explain::rule_opted_out(lang);
  }
  return {};
}

std::string_view group_code(Group group) {
  switch (group) {
    case Group::CO:
      return "CO";
    case Group::PR:
      return "PR";
    case Group::PI:
      return "PI";
    case Group::OA:
      return "OA";
  }
  return {};
}

std::string reason_code(const Adjustment& adjustment) {
  return std::string(group_code(adjustment.group)) + "-" + std::to_string(adjustment.code);
}

const Provision* provision_of(const PlanSummary& plan, const ExplainedLine& line, std::size_t index) {
  const std::size_t at = line.provisions[index];
  return at < plan.provisions.size() ? &plan.provisions[at] : nullptr;
}

std::string provision_words(Lang lang, const Provision& provision) {
  if (provision.text.empty()) return provision.path;
  const std::string words = shorten(own_words(lang, provision.text), kLongestQuote);
  if (provision.place.empty()) return msg::explain::provision(lang, provision.path, words);
  return msg::explain::provision_placed(lang, provision.path, words, provision.place);
}

std::string reason_words(Lang lang, const Adjustment& adjustment, const Provision* provision) {
  const std::string rule = rule_words(lang, adjustment.rule);
  const std::string code = reason_code(adjustment);
  if (provision == nullptr || provision->path.empty()) return msg::explain::adjustment(lang, rule, code);
  return msg::explain::adjustment_written(lang, rule, code, provision_words(lang, *provision));
}

}  // namespace preauth
