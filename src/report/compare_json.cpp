#include "report/ask_first.h"
#include "report/compare_report.h"
#include "report/estimate_json.h"
#include "report/flag_words.h"
#include "report/lever_words.h"
#include "report/plan_contrast.h"

namespace preauth {

std::string compare_json(const Comparison& comparison, bool with_lines) {
  JsonWriter json;
  json.begin_object();
  write_head(json, "preauth.compare/1", comparison);
  write_options(json, comparison, with_lines);
  write_contrast(json, comparison);
  write_assumptions(json, comparison);
  write_questions(json, comparison);
  write_levers(json, comparison);
  write_flags(json, comparison);
  write_warnings(json, comparison);
  json.end_object();
  return json.take();
}

}  // namespace preauth
