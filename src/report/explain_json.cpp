#include "report/authorization_report.h"
#include "report/estimate_json.h"
#include "report/explain_fold.h"
#include "report/explain_report.h"
#include "report/explain_words.h"
#include "report/rule_words.h"

namespace preauth {
namespace {

using Shape = JsonWriter::Shape;

void write_rule_totals(JsonWriter& json, const OptionEstimate& option, const PlanSummary& plan) {
  json.key("by_rule").begin_array();
  for (const RuleTotal& total : totals_by_rule(option.lines, plan)) {
    json.begin_object(Shape::one_line);
    json.member("group", group_code(total.sample.group)).member("code", std::to_string(total.sample.code));
    write_money(json, "amount", total.sample.amount);
    json.member("rule", rule_words(Lang::en, total.sample.rule));
    const Provision nowhere;
    const Provision& provision = total.provision == nullptr ? nowhere : *total.provision;
    json.member("provision", provision.path);
    write_text(json, "words", provision.text);
    write_text(json, "place", provision.place);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string explain_json(const Comparison& comparison, std::string_view option) {
  JsonWriter json;
  json.begin_object();
  write_head(json, "preauth.explain/1", comparison);
  json.key("options").begin_array();
  for (const OptionEstimate& each : comparison.options) {
    if (!is_chosen(each, option)) continue;
    const PlanSummary& plan = comparison.plans[each.plan_index];
    json.begin_object();
    write_option_figures(json, each);
    write_rule_totals(json, each, plan);
    write_authorization(json, each);
    write_lines(json, each, plan);
    json.end_object();
  }
  json.end_array();
  write_assumptions(json, comparison);
  write_warnings(json, comparison);
  json.end_object();
  return json.take();
}

}  // namespace preauth
