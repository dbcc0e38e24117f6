#include <array>

#include "base/text.h"
#include "load/field_reader.h"
#include "load/plan_loader.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

struct Schema {
  std::string_view name;
  FileKind kind;
};
constexpr std::array<Schema, 3> kSchemas = {{{"preauth.plan/1", FileKind::plan},
                                             {"preauth.treatment/1", FileKind::treatment},
                                             {"preauth.worksheet/1", FileKind::worksheet}}};

std::string_view before_version(std::string_view schema) { return schema.substr(0, schema.rfind('/')); }

}  // namespace

FileKind kind_of(const Node& root, Diagnostics& diagnostics) {
  const Node* schema = root.find("schema");
  if (schema == nullptr || !schema->is_string()) {
    diagnostics.add(diag::file_no_schema(schema == nullptr ? root.at : schema->at));
    return FileKind::unknown;
  }
  const std::string_view found = trim(schema->text);
  for (const Schema& known : kSchemas) {
    if (known.name == found) return known.kind;
  }
  for (const Schema& known : kSchemas) {
    if (before_version(known.name) != before_version(found) || found.find('/') == std::string_view::npos) continue;
    diagnostics.add(diag::file_newer_schema(schema->at, excerpt(found), known.name));
    return FileKind::unknown;
  }
  diagnostics.add(diag::file_unknown_schema(schema->at, excerpt(found)));
  return FileKind::unknown;
}

}  // namespace preauth
