#include "formats/json_writer.h"
#include "report/check_report.h"

namespace preauth {
namespace {

using Shape = JsonWriter::Shape;

std::string_view severity_id(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return {};
}

// file, line, column; all null when the problem has no place in a file.
void write_place(JsonWriter& json, Span at, const SourceSet& sources) {
  if (!at.is_known()) {
    json.key("file").null().key("line").null().key("column").null();
    return;
  }
  const SourceFile& file = sources[at.file];
  const Position position = file.position(at.begin);
  json.member("file", file.name()).key("line").number(position.line).key("column").number(position.column);
}

void write_problem(JsonWriter& json, const Diagnostic& diagnostic, const SourceSet& sources) {
  json.begin_object(Shape::one_line);
  write_place(json, diagnostic.at, sources);
  json.member("severity", severity_id(diagnostic.severity)).member("id", diagnostic.id);
  json.member("message", diagnostic.message).member("help", diagnostic.help);
  json.key("related").begin_array();
  for (const RelatedPlace& related : diagnostic.related) {
    json.begin_object();
    write_place(json, related.at, sources);
    json.member("text", related.text).end_object();
  }
  json.end_array().end_object();
}

}  // namespace

std::string check_json(const Diagnostics& diagnostics, const SourceSet& sources) {
  JsonWriter json;
  json.begin_object().member("schema", "preauth.check/1");
  json.key("errors").number(diagnostics.count_errors());
  json.key("warnings").number(diagnostics.count_warnings());
  json.key("left_out").number(diagnostics.count_left_out());
  json.key("problems").begin_array();
  for (const Diagnostic& diagnostic : diagnostics.all()) write_problem(json, diagnostic, sources);
  json.end_array().end_object();
  return json.take();
}

}  // namespace preauth
