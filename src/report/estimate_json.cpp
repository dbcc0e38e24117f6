#include "report/estimate_json.h"

#include "messages/lang.h"
#include "report/amount_text.h"
#include "report/authorization_report.h"
#include "report/care_words.h"
#include "report/compare_words.h"
#include "report/explain_fold.h"
#include "report/rule_words.h"

namespace preauth {
namespace {

using Shape = JsonWriter::Shape;

void write_amounts_object(JsonWriter& json, std::string_view key, const Amounts& amounts) {
  json.key(key).begin_object(Shape::one_line);
  write_amounts(json, amounts);
  json.end_object();
}

void write_bands(JsonWriter& json, const OptionEstimate& option) {
  if (!option.bands) {
    json.key("bands").null();
    return;
  }
  json.key("bands").begin_object(Shape::one_line);
  write_money(json, "p10", option.bands->p10);
  write_money(json, "p50", option.bands->p50);
  write_money(json, "p90", option.bands->p90);
  json.end_object();
}

void write_figures(JsonWriter& json, const OptionEstimate& option) {
  write_amounts_object(json, "likely", option.likely);
  write_amounts_object(json, "low", option.low);
  write_amounts_object(json, "high", option.high);
  write_money(json, "capped", option.likely.capped());
  write_money(json, "uncapped", option.likely.uncapped());
}

void write_no_figures(JsonWriter& json, const OptionEstimate& option) {
  for (const std::string_view key : {"likely", "low", "high", "capped", "uncapped"}) json.key(key).null();
  std::string reason = "no price is known:";
  for (const std::string& path : option.unpriced) reason += " " + path;
  json.member("reason", reason);
}

void write_adjustments(JsonWriter& json, const ExplainedLine& line, const PlanSummary& plan) {
  json.key("adjustments").begin_array();
  for (std::size_t i = 0; i < line.result.adjustment_count; ++i) {
    const Adjustment& adjustment = line.result.adjustments[i];
    const Provision* provision = provision_of(plan, line, i);
    json.begin_object();
    json.member("group", group_code(adjustment.group)).member("code", std::to_string(adjustment.code));
    write_money(json, "amount", adjustment.amount);
    json.member("provision", provision == nullptr ? std::string_view() : provision->path);
    json.end_object();
  }
  json.end_array();
}

void write_accumulators(JsonWriter& json, const OptionEstimate& option, const ExplainedLine& line) {
  json.key("accumulators_after").begin_object();
  for (std::size_t n = 0; n < kNetworkCount; ++n) {
    const Network network = static_cast<Network>(n);
    if (!shows_network(option, network)) continue;
    json.key(id(network)).begin_object();
    write_money(json, "deductible", line.deductible_used[n]);
    write_money(json, "out_of_pocket", line.out_of_pocket_used[n]);
    json.end_object();
  }
  json.end_object();
}

}  // namespace

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& strings) {
  json.key(key).begin_array(Shape::one_line);
  for (const std::string& string : strings) json.string(string);
  json.end_array();
}

std::optional<Money> valid(const OptionEstimate& option, std::optional<Money> amount) {
  return option.unpriced.empty() ? amount : std::nullopt;
}

void write_money(JsonWriter& json, std::string_view key, Money money) { json.member(key, decimal(money)); }

void write_money(JsonWriter& json, std::string_view key, const std::optional<Money>& money) {
  money ? json.key(key).string(decimal(*money)) : json.key(key).null();
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  text.empty() ? json.key(key).null() : json.key(key).string(text);
}

void write_amounts(JsonWriter& json, const Amounts& amounts) {
  write_money(json, "billed", amounts.billed);
  write_money(json, "allowed", amounts.allowed);
  write_money(json, "plan_pays", amounts.plan_pays);
  write_money(json, "write_off", amounts.write_off);
  write_money(json, "deductible", amounts.deductible);
  write_money(json, "copay", amounts.copay);
  write_money(json, "coinsurance", amounts.coinsurance);
  write_money(json, "not_covered", amounts.not_covered);
  write_money(json, "penalty", amounts.penalty);
  write_money(json, "balance_bill", amounts.balance_bill);
  write_money(json, "patient", amounts.patient());
}

void write_head(JsonWriter& json, std::string_view schema, const Comparison& comparison) {
  json.member("schema", schema);
  write_setting(json, comparison);
}

void write_setting(JsonWriter& json, const Comparison& comparison) {
  json.member("engine", comparison.engine);
  write_text(json, "as_of", comparison.as_of ? to_iso(*comparison.as_of) : std::string());
  json.member("seed", comparison.seed);
  json.key("draws").number(comparison.draws);
  if (comparison.budget) write_money(json, "budget", *comparison.budget);
  json.key("plans").begin_array();
  for (const PlanSummary& plan : comparison.plans) {
    json.begin_object(Shape::one_line).member("id", plan.id).member("name", plan.name);
    write_text(json, "sha256", plan.sha256);
    json.end_object();
  }
  json.end_array();
  json.key("treatment").begin_object(Shape::one_line);
  write_text(json, "id", comparison.treatment.id);
  write_text(json, "sha256", comparison.treatment.sha256);
  json.end_object();
}

void write_option_figures(JsonWriter& json, const OptionEstimate& option) {
  json.member("id", option.id).member("plan", option.plan).member("title", option_title(option, Lang::en));
  json.key("levels").begin_array(Shape::one_line);
  for (const Level level : option.levels) json.string(id(level));
  json.end_array();
  json.member("first_day", to_iso(option.first_day)).member("last_day", to_iso(option.last_day));
  option.unpriced.empty() ? write_figures(json, option) : write_no_figures(json, option);
  write_money(json, "deposit", option.deposit);
  json.key("by_year").begin_array(Shape::one_line);
  for (const YearAmount& year : option.by_year) {
    json.begin_object().member("year", year.year);
    write_money(json, "patient", valid(option, year.patient));
    json.end_object();
  }
  json.end_array();
  write_bands(json, option);
  if (option.over_budget) json.member("over_budget", decimal(*option.over_budget));
}

void write_lines(JsonWriter& json, const OptionEstimate& option, const PlanSummary& plan) {
  json.key("lines").begin_array();
  if (!option.unpriced.empty()) {
    json.end_array();
    return;
  }
  for (const ExplainedLine& line : option.lines) {
    json.begin_object(Shape::one_line);
    json.member("date", to_iso(line.line.date)).key("step").number(line.line.step);
    json.member("level", id(line.line.level)).member("benefit", id(line.line.benefit));
    json.member("network", id(line.line.network));
    write_amounts(json, line.result.amounts);
    write_adjustments(json, line, plan);
    write_accumulators(json, option, line);
    json.end_object();
  }
  json.end_array();
}

void write_options(JsonWriter& json, const Comparison& comparison, bool with_lines) {
  json.key("options").begin_array();
  for (const OptionEstimate& option : comparison.options) {
    json.begin_object();
    write_option_figures(json, option);
    write_authorization(json, option);
    if (with_lines) write_lines(json, option, comparison.plans[option.plan_index]);
    json.end_object();
  }
  json.end_array();
}

void write_assumptions(JsonWriter& json, const Comparison& comparison) {
  json.key("assumptions").begin_array();
  for (const Assumption& assumption : comparison.assumptions) {
    json.begin_object(Shape::one_line);
    json.member("field", assumption.field).member("value", assumption.value);
    write_text(json, "source", assumption.source);
    json.key("assumed").boolean(assumption.assumed);
    write_strings(json, "options", assumption.options);
    json.member("text", assumption_sentence(Lang::en, assumption)).end_object();
  }
  json.end_array();
}

void write_warnings(JsonWriter& json, const Comparison& comparison) {
  json.key("warnings").begin_array();
  for (const Warning& warning : comparison.warnings) {
    json.begin_object(Shape::one_line).member("id", warning.id);
    json.member("text", warning_sentence(Lang::en, warning)).end_object();
  }
  json.end_array();
}

}  // namespace preauth
