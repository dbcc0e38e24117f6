#include "cli/stated_text.h"

#include <utility>

#include "load/field_path.h"
#include "load/worksheet_field.h"

namespace preauth {

StatedTexts::StatedTexts(const SourceSet& sources) : sources_(sources) {
  for (std::int32_t file = 0; file < sources.count(); ++file) {
    Diagnostics already_reported;
    std::optional<Node> root = read_toml(sources, file, already_reported);
    if (!root) continue;
    const FileKind kind = kind_of(*root, already_reported);
    if (kind == FileKind::plan && !plan_) plan_ = std::move(root);
    if (kind == FileKind::treatment && !treatment_) treatment_ = std::move(root);
  }
}

std::optional<std::string> StatedTexts::at(bool in_treatment, std::string_view path) const {
  const std::optional<Node>& root = in_treatment ? treatment_ : plan_;
  const std::vector<PathPart> parts = split_path(path);
  if (!root || parts.empty()) return std::nullopt;
  const FieldNow now = read_field(*root, parts, sources_);
  switch (now.state) {
    case FieldNow::State::value:
    case FieldNow::State::unknown:
      return now.text;
    case FieldNow::State::silent:
    case FieldNow::State::several:
    case FieldNow::State::no_element:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace preauth
