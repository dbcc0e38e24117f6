#include "formats/json_writer.h"
#include "model/vocabulary.h"
#include "report/amount_text.h"
#include "report/ask_first.h"
#include "report/estimate_json.h"
#include "report/questions_report.h"
#include "report/questions_words.h"

namespace preauth {
namespace {

using Shape = JsonWriter::Shape;

std::string share(const std::optional<Rate>& rate) { return rate ? decimal(*rate) : std::string(); }

void write_field(JsonWriter& json, const AnswerField& field) {
  json.begin_object(Shape::one_line);
  json.member("path", field.path).member("file", field.in_treatment ? "treatment" : "plan");
  json.member("plan", field.plan);
  write_text(json, "used", field.used);
  write_strings(json, "choices", field.choices);
  json.key("is_range").boolean(field.is_range);
  write_money(json, "swing", field.swing);
  json.end_object();
}

void write_fields(JsonWriter& json, const std::vector<AnswerField>& fields) {
  json.key("fields").begin_array();
  for (const AnswerField& field : fields) write_field(json, field);
  json.end_array();
}

void write_levels(JsonWriter& json, const std::vector<Level>& levels) {
  json.key("levels").begin_array(Shape::one_line);
  for (const Level level : levels) json.string(id(level));
  json.end_array();
}

void write_question(JsonWriter& json, const RankedQuestion& ranked, bool if_time) {
  const Question& question = *ranked.question;
  json.begin_object();
  json.key("rank").number(static_cast<std::int64_t>(ranked.rank));
  json.key("if_time").boolean(if_time);
  write_question_start(json, question);
  write_money(json, "typical", question.typical);
  write_text(json, "most_in", question.most_in);
  write_text(json, "budget_share", share(question.budget_share));
  write_money(json, "at_risk", question.at_risk);
  json.member("why", question.why).member("reason", reason_id(question.reason));
  write_text(json, "reason_detail", question.reason_detail);
  json.key("priority").number(question.priority);
  json.key("classic").boolean(question.classic);
  write_text(json, "deadline", question.deadline ? to_iso(*question.deadline) : std::string());
  write_levels(json, question.levels);
  write_fields(json, question.fields);
  json.end_object();
}

}  // namespace

std::string questions_json(const Comparison& comparison, const QuestionChoice& choice) {
  JsonWriter json;
  json.begin_object();
  write_head(json, "preauth.questions/1", comparison);
  write_money(json, "budget", comparison.budget);
  write_money(json, "stop_at", choice.stop_at);
  json.key("settled").boolean(choice.settled);
  json.key("left_out").number(static_cast<std::int64_t>(choice.left_out()));
  json.key("questions").begin_array();
  for (const RankedQuestion& each : ranked(comparison, choice)) {
    write_question(json, each, each.rank > choice.asked.size());
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace preauth
