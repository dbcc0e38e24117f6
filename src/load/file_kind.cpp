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

// "…/2" and above; a version that is no number, or below the first, is none that ever was.
bool is_later_version(std::string_view schema) {
  const std::size_t slash = schema.rfind('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view version = schema.substr(slash + 1);
  const bool is_number = !version.empty() && version.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number && version.front() != '0';
}

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
    if (before_version(known.name) != before_version(found) || !is_later_version(found)) continue;
    diagnostics.add(diag::file_newer_schema(schema->at, excerpt(found), known.name));
    return FileKind::unknown;
  }
  diagnostics.add(diag::file_unknown_schema(schema->at, excerpt(found)));
  return FileKind::unknown;
}

}  // namespace preauth
