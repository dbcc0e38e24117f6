#include "report/amount_text.h"
#include "report/compare_report.h"
#include "report/estimate_json.h"

namespace preauth {
namespace {

using Shape = JsonWriter::Shape;

void write_questions(JsonWriter& json, const Comparison& comparison) {
  json.key("questions").begin_array();
  for (const Question& question : comparison.questions) {
    json.begin_object(Shape::one_line);
    json.member("id", question.id).member("ask", question.ask).member("text", question.text);
    write_text(json, "field", question.field);
    write_money(json, "swing", question.swing);
    write_text(json, "spread_share", question.spread_share ? decimal(*question.spread_share) : std::string());
    json.key("options").begin_array();
    for (const std::string& option : question.options) json.string(option);
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace

std::string compare_json(const Comparison& comparison, bool with_lines) {
  JsonWriter json;
  json.begin_object();
  write_head(json, "preauth.compare/1", comparison);
  json.key("options").begin_array();
  for (const OptionEstimate& option : comparison.options) {
    json.begin_object();
    write_option_figures(json, option);
    write_authorization(json, option);
    if (with_lines) write_lines(json, option, comparison.plans[option.plan_index]);
    json.end_object();
  }
  json.end_array();
  write_assumptions(json, comparison);
  write_questions(json, comparison);
  write_warnings(json, comparison);
  json.end_object();
  return json.take();
}

}  // namespace preauth
