#include <algorithm>

#include "formats/json_writer.h"
#include "model/evidence.h"
#include "report/answer_changes.h"
#include "report/answer_report.h"
#include "report/ask_first.h"
#include "report/estimate_json.h"

namespace preauth {
namespace {

using Shape = JsonWriter::Shape;

std::string_view kind_of(bool in_treatment) { return in_treatment ? "treatment" : "plan"; }

std::string_view fate_id(AnswerFate fate) {
  switch (fate) {
    case AnswerFate::written:
      return "written";
    case AnswerFate::same:
      return "same";
    case AnswerFate::weaker:
      return "weaker-evidence";
    case AnswerFate::older:
      return "older";
  }
  return "";
}

void write_outcome(JsonWriter& json, const AnswerOutcome& outcome) {
  json.begin_object(Shape::one_line);
  write_text(json, "id", outcome.id);
  json.member("file", kind_of(outcome.in_treatment)).member("field", outcome.field);
  json.member("result", fate_id(outcome.fate));
  write_text(json, "before", outcome.before);
  json.member("answer", outcome.after).member("evidence", id(outcome.evidence));
  write_text(json, "source", outcome.source);
  json.end_object();
}

void write_file(JsonWriter& json, const AnswerReport::File& file) {
  json.begin_object();
  json.member("file", kind_of(file.in_treatment));
  write_text(json, "path", file.path);
  json.key("lines").begin_array();
  for (const ChangedLine& line : changed_lines(file.before, file.after)) {
    json.begin_object(Shape::one_line);
    json.key("line").number(line.number);
    json.key("added").boolean(line.added);
    json.member("text", line.text);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

// Nothing is valid of an option without a price.
void write_figures(JsonWriter& json, std::string_view key, const OptionEstimate& option) {
  const Money low = option.low.patient();
  const Money high = option.high.patient();
  json.key(key).begin_object(Shape::one_line);
  write_money(json, "likely", valid(option, option.likely.patient()));
  write_money(json, "low", valid(option, low));
  write_money(json, "high", valid(option, high));
  write_money(json, "spread", valid(option, high - low));
  json.end_object();
}

void write_options(JsonWriter& json, const AnswerReport& report) {
  const std::vector<OptionEstimate>& before = report.before.options;
  const std::vector<OptionEstimate>& after = report.after.options;
  json.key("options").begin_array();
  for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
    json.begin_object();
    json.member("id", after[i].id).member("plan", after[i].plan);
    write_figures(json, "before", before[i]);
    write_figures(json, "after", after[i]);
    json.end_object();
  }
  json.end_array();
}

void write_next(JsonWriter& json, const AnswerReport& report) {
  json.key("settled").boolean(report.next.settled);
  write_money(json, "stop_at", report.next.stop_at);
  json.key("questions").begin_array();
  for (const std::size_t position : report.next.asked) {
    json.begin_object(Shape::one_line);
    write_question_start(json, report.after.questions[position]);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string answer_json(const AnswerReport& report) {
  JsonWriter json;
  json.begin_object();
  write_head(json, "preauth.answer/1", report.after);
  json.key("dry_run").boolean(report.dry_run);
  json.key("answers").begin_array();
  for (const AnswerOutcome& outcome : report.outcomes) write_outcome(json, outcome);
  json.end_array();
  json.key("unanswered").number(report.unanswered);
  json.key("files").begin_array();
  for (const AnswerReport::File& file : report.files) write_file(json, file);
  json.end_array();
  write_options(json, report);
  write_next(json, report);
  json.end_object();
  return json.take();
}

}  // namespace preauth
