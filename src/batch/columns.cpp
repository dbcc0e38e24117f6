#include "batch/columns.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "batch/built_in.h"
#include "batch/column_guide.h"
#include "load/overrides.h"
#include "load/plan_loader.h"
#include "messages/batch.h"
#include "messages/cli.h"

namespace preauth {
namespace {

std::string shown(std::string_view name) {
  constexpr std::size_t kMostShown = 60;
  return printable(name.substr(0, kMostShown));
}

std::optional<ColumnUse> simple_use(std::string_view name) {
  const std::string word = lower_ascii(name);
  if (word == "id") return ColumnUse::id;
  if (word == "plan") return ColumnUse::plan;
  if (word == "treatment") return ColumnUse::treatment;
  if (word == "budget") return ColumnUse::budget;
  return std::nullopt;
}

// The path that is spelled most like the name, or whose last part is: "Start Date" is near `client.start`.
std::string nearest_path(std::string_view name) {
  std::vector<std::string_view> paths;
  for (const ColumnGuideEntry& entry : column_guide()) paths.push_back(entry.path);
  std::string plain = lower_ascii(name);
  std::replace(plain.begin(), plain.end(), ' ', '_');
  if (const std::string_view nearest = nearest_word(plain, paths); !nearest.empty()) return std::string(nearest);
  for (const std::string_view path : paths) {
    const std::string_view last = path.substr(path.rfind('.') + 1);
    if (last.size() > 2 && plain.find(last) != std::string::npos) return std::string(path);
  }
  return {};
}

// Puts "unknown" at the path of an empty file and loads it: a key that the loader does not know is told by the loader.
bool is_path_of_file(const std::string& path, FileKind kind) {
  SourceSet sources;
  Diagnostics problems;
  const std::string empty = kind == FileKind::plan ? "schema = \"preauth.plan/1\"\n" : std::string(kEmptyTreatment);
  const std::int32_t file = sources.add("columns", empty);
  std::optional<Node> root = read_toml(sources, file, problems);
  if (!root) return false;
  apply({path, "unknown"}, *root, sources, problems);
  if (kind == FileKind::plan) {
    load_plan(*root, sources, file, problems);
  } else {
    load_treatment(*root, sources, file, problems);
  }
  return std::none_of(problems.all().begin(), problems.all().end(), [file](const Diagnostic& problem) {
    return problem.at.file != file && problem.at.is_known() &&
           (problem.id.ends_with(".unknown-key") || problem.id.starts_with("set."));
  });
}

Diagnostic unknown_column(std::string_view name) {
  const std::string nearest = nearest_path(name);
  return diag::batch_unknown_column({}, shown(name),
                                    nearest.empty() ? msg::batch::advice_skip(Lang::en, shown(name))
                                                    : msg::batch::advice_column(Lang::en, nearest, shown(name)));
}

std::optional<Column> field_column(std::string_view name, const std::string& path) {
  const FileKind kind = kind_of_path(path);
  if (kind != FileKind::plan && kind != FileKind::treatment) return std::nullopt;
  if (!is_path_of_file(path, kind)) return std::nullopt;
  return Column{std::string(name), kind == FileKind::plan ? ColumnUse::plan_field : ColumnUse::treatment_field, path};
}

const ColumnMap* find_map(const ColumnRules& rules, std::string_view name) {
  const auto found = std::find_if(rules.maps.begin(), rules.maps.end(),
                                  [name](const ColumnMap& map) { return trim(map.name) == name; });
  return found == rules.maps.end() ? nullptr : &*found;
}

bool same_target(const Column& a, const Column& b) {
  return a.use == b.use && a.use != ColumnUse::ignored && a.path == b.path;
}

void refuse_doubles(const std::vector<Column>& columns, Diagnostics& diagnostics) {
  for (std::size_t i = 1; i < columns.size(); ++i) {
    const auto end = columns.begin() + static_cast<std::ptrdiff_t>(i);
    const auto first =
        std::find_if(columns.begin(), end, [&](const Column& other) { return same_target(other, columns[i]); });
    if (first != end) diagnostics.add(diag::batch_column_twice({}, shown(columns[i].name), shown(first->name)));
  }
}

}  // namespace

std::optional<ColumnMap> parse_column_map(std::string_view text, Diagnostics& diagnostics) {
  // The name may have an equals sign of its own; a path has none.
  const std::size_t equals = text.rfind('=');
  if (equals == std::string_view::npos || trim(text.substr(0, equals)).empty()) {
    diagnostics.add(diag::usage_bad_map({}, shown(text)));
    return std::nullopt;
  }
  return ColumnMap{std::string(trim(text.substr(0, equals))), std::string(trim(text.substr(equals + 1)))};
}

std::optional<Column> column_of(std::string_view raw_name, const ColumnRules& rules, Diagnostics& diagnostics) {
  const std::string_view name = trim(raw_name);
  const ColumnMap* map = find_map(rules, name);
  const std::string target = map != nullptr ? map->path : std::string(name);
  const std::optional<ColumnUse> use = simple_use(target);
  std::optional<Column> field = use || target.empty() ? std::nullopt : field_column(name, target);
  const bool telling = looks_like_identifier(name) && !(field && map == nullptr);
  if (telling && use == ColumnUse::id) {
    diagnostics.add(diag::batch_identifier_as_id({}, shown(name)));
    return std::nullopt;
  }
  if (telling && !rules.allow_identifiers) {
    diagnostics.add(diag::batch_identifier_column({}, shown(name)));
    return std::nullopt;
  }
  if (use) return Column{std::string(name), *use, {}};
  if (field) return field;
  if (target.empty() || (telling && map == nullptr)) return Column{std::string(name), ColumnUse::ignored, {}};
  diagnostics.add(map == nullptr ? unknown_column(name)
                                 : diag::batch_unknown_path({}, shown(name), shown(target), nearest_path(target)));
  return std::nullopt;
}

std::vector<Column> columns_of(const std::vector<std::string_view>& names, const ColumnRules& rules,
                               Diagnostics& diagnostics) {
  std::vector<Column> columns;
  for (const std::string_view name : names) {
    // A column without a name, as a spreadsheet leaves behind its table, has nothing to say.
    std::optional<Column> column = trim(name).empty() ? Column{} : column_of(name, rules, diagnostics);
    columns.push_back(column ? std::move(*column) : Column{std::string(name), ColumnUse::ignored, {}});
  }
  refuse_doubles(columns, diagnostics);
  for (const ColumnMap& map : rules.maps) {
    const bool used =
        std::any_of(names.begin(), names.end(), [&](std::string_view name) { return trim(name) == map.name; });
    if (!used) diagnostics.add(diag::batch_map_unused({}, shown(map.name)));
  }
  const bool has_plan =
      std::any_of(columns.begin(), columns.end(), [](const Column& column) { return column.use == ColumnUse::plan; });
  if (!has_plan) diagnostics.add(diag::batch_no_plan_column({}));
  return columns;
}

}  // namespace preauth
