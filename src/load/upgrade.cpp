#include "load/upgrade.h"

#include <algorithm>

#include "base/text.h"
#include "formats/toml_text.h"
#include "load/plan_loader.h"
#include "load/toml_doc.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

std::string schema_of(const Node& root) {
  const Node* schema = root.find("schema");
  return schema != nullptr && schema->is_string() ? std::string(trim(schema->text)) : std::string();
}

const Migration* step_from(std::span<const Migration> steps, std::string_view schema) {
  const auto found =
      std::find_if(steps.begin(), steps.end(), [schema](const Migration& step) { return step.from == schema; });
  return found == steps.end() ? nullptr : &*found;
}

}  // namespace

std::span<const Migration> migrations() { return {}; }

std::optional<Upgraded> upgrade(const SourceSet& sources, std::int32_t file, std::span<const Migration> steps,
                                Diagnostics& diagnostics) {
  const std::optional<Node> root = read_toml(sources, file, diagnostics);
  if (!root) return std::nullopt;
  WriteBack text(sources[file].bytes());
  Upgraded upgraded{"", {schema_of(*root)}};
  while (const Migration* step = step_from(steps, upgraded.schemas.back())) {
    if (!step->apply(text) || !text.put_text("schema", toml_quoted(step->to))) {
      diagnostics.add(diag::file_cannot_upgrade(root->find("schema")->at, step->from, step->to));
      return std::nullopt;
    }
    upgraded.schemas.emplace_back(step->to);
  }
  // Without a step the file is of today's version, or kind_of says what is wrong with it.
  if (upgraded.schemas.size() == 1 && kind_of(*root, diagnostics) == FileKind::unknown) return std::nullopt;
  upgraded.text = text.text();
  return upgraded;
}

}  // namespace preauth
