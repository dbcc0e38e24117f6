#include "report/ask_first.h"
#include "report/authorization_report.h"
#include "report/batch_report.h"
#include "report/estimate_json.h"
#include "report/flag_words.h"
#include "report/lever_words.h"

namespace preauth {
namespace {

void write_row_head(JsonWriter& json, const BatchRowHead& head) {
  json.member("schema", "preauth.batch/1");
  if (head.row) json.key("row").number(static_cast<std::int64_t>(*head.row));
  write_text(json, "id", head.id);
}

}  // namespace

std::string batch_json(const Comparison& comparison, const BatchRowHead& head, const BatchRowParts& parts) {
  JsonWriter json(JsonWriter::Shape::one_line);
  json.begin_object();
  write_row_head(json, head);
  write_setting(json, comparison);
  write_options(json, comparison, parts.lines);
  write_assumptions(json, comparison);
  if (parts.questions > 0) write_questions(json, comparison, parts.questions);
  write_levers(json, comparison);
  write_flags(json, comparison);
  write_warnings(json, comparison);
  json.end_object();
  return json.take();
}

}  // namespace preauth
