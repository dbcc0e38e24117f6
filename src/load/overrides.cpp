#include "load/overrides.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "load/field_path.h"
#include "load/field_reader.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

constexpr std::string_view kSourceName = "--set";
constexpr std::array<std::string_view, 12> kPlanParts = {
    "plan",  "deductible", "out_of_pocket_max", "rules",    "out_of_network", "medicare", "prior_auth", "benefits",
    "pools", "limits",     "exclusions",        "next_year"};
constexpr std::array<std::string_view, 6> kTreatmentParts = {"client",  "so_far", "facilities",
                                                              "options", "life",   "accounts"};

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

void move_to_file(Node& node, std::int32_t file) {
  node.at.file = file;
  for (Span& span : node.key_spans) span.file = file;
  for (auto& entry : node.entries) move_to_file(entry.second, file);
  for (Node& item : node.items) move_to_file(item, file);
}

Node::Kind kind_of_scalar(std::string_view text) {
  if (text == "true" || text == "false") return Node::Kind::boolean;
  if (parse_date(text)) return Node::Kind::date;
  std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  const std::size_t dot = digits.find('.');
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  // "007" is a code, not a number.
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return Node::Kind::string;
  if (all_digits(digits)) return Node::Kind::integer;
  const bool is_decimal =
      dot != std::string_view::npos && all_digits(digits.substr(0, dot)) && all_digits(digits.substr(dot + 1));
  return is_decimal ? Node::Kind::decimal : Node::Kind::string;
}

// Lists, tables and quoted text are read as TOML. The scratch file has the value at the same offset as the synthetic
// source, so the spans only change their file.
std::optional<Node> read_as_toml(std::string_view value, Span at, Diagnostics& diagnostics) {
  SourceSet scratch;
  std::string line = "v" + std::string(at.begin - 2, ' ') + "=";
  line += value;
  const std::int32_t file = scratch.add(std::string(kSourceName), line);
  Diagnostics problems;
  std::optional<Node> root = read_toml(scratch, file, problems);
  for (Diagnostic problem : problems.all()) {
    problem.at.file = at.file;
    problem.at.end = std::min(problem.at.end, at.end);
    problem.at.begin = std::min(problem.at.begin, problem.at.end);
    diagnostics.add(std::move(problem));
  }
  if (!root || root->entries.empty()) return std::nullopt;
  Node node = std::move(root->entries.front().second);
  move_to_file(node, at.file);
  return node;
}

std::optional<Node> read_value(std::string_view value, Span at, Diagnostics& diagnostics) {
  const std::string_view text = trim(value);
  if (!text.empty() && std::string_view("[{\"'").find(text.front()) != std::string_view::npos) {
    return read_as_toml(value, at, diagnostics);
  }
  Node node;
  node.kind = kind_of_scalar(text);
  node.at = at;
  node.text = text;
  return node;
}

Node& add_entry(Node& table, const PathPart& part, Node value) {
  table.key_spans.resize(table.entries.size());
  table.entries.emplace_back(part.name, std::move(value));
  table.key_spans.push_back(part.at);
  return table.entries.back().second;
}

Node empty_node(Node::Kind kind, Span at) {
  Node node;
  node.kind = kind;
  node.at = at;
  return node;
}

void write_out(Node& node, std::string_view key) {
  Node table = empty_node(Node::Kind::table, node.at);
  table.inline_table = true;
  if (key == "required" && node.is_string()) {
    node.text = node.text == "required" ? "true" : node.text == "none" ? "false" : node.text;
    node.kind = node.text == "true" || node.text == "false" ? Node::Kind::boolean : Node::Kind::string;
  }
  const PathPart part{std::string(key), node.at};
  add_entry(table, part, std::move(node));
  node = std::move(table);
}

// An element of a list of tables; the first and the next one are made when they are missing.
Node* find_or_add_element(Node& list, const PathPart& parent, const PathPart& part, Diagnostics& diagnostics) {
  if (const std::optional<std::size_t> found = find_element(list, part.name)) return &list.items[*found];
  const std::optional<std::size_t> number = parse_element_number(part.name);
  const bool is_next = number && *number == list.items.size();
  if (!is_next && !list.items.empty()) {
    std::vector<std::string_view> names;
    for (const Node& item : list.items) {
      if (!name_of_element(item).empty()) names.push_back(name_of_element(item));
    }
    const std::string name = excerpt(part.name);
    diagnostics.add(
        with_names(diag::set_unknown_element(part.at, name, parent.name, nearest_word(name, names)), names));
    return nullptr;
  }
  Node& element = list.items.emplace_back(empty_node(Node::Kind::table, part.at));
  if (!number) {
    Node id = empty_node(Node::Kind::string, part.at);
    id.text = part.name;
    add_entry(element, {parent.name == "separate" ? "name" : "id", part.at}, std::move(id));
  }
  return &element;
}

// The node that the last of `parts` names below `node`, the node of the parts before; nullptr when there is no way on.
// Tables that are missing are made.
Node* find_part(Node& node, std::span<const PathPart> parts, std::string_view path, Diagnostics& diagnostics) {
  const PathPart& part = parts.back();
  const PathPart& parent = parts.size() > 1 ? parts[parts.size() - 2] : parts.back();
  if (node.is_array()) return find_or_add_element(node, parent, part, diagnostics);
  if (!node.is_table() || node.find("is") != nullptr) {
    const std::string_view key = short_form_of(parent.name, part.name);
    if (key.empty()) {
      const std::string_view walked = path.substr(0, parent.at.end);
      diagnostics.add(diag::set_through_value(part.at, excerpt(walked), excerpt(part.name)));
      return nullptr;
    }
    write_out(node, key);
  }
  if (Node* found = node.find(part.name)) return found;
  const bool is_list = is_list_key(part.name, parent.name);
  return &add_entry(node, part, empty_node(is_list ? Node::Kind::array : Node::Kind::table, part.at));
}

// Another id would make a new element of the rest of an old one: a mistaken number, not a wish.
bool renames_element(const std::vector<PathPart>& parts, const Node& before, const Node& value) {
  if (parts.size() < 3) return false;
  const PathPart& list = parts[parts.size() - 3];
  if (parts.back().name != (list.name == "separate" ? "name" : "id")) return false;
  const PathPart& parent = parts.size() > 3 ? parts[parts.size() - 4] : list;
  return is_list_key(list.name, parent.name) && before.is_string() && before.text != value.text;
}

}  // namespace

std::optional<Override> parse_override(std::string_view text, Diagnostics& diagnostics) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    diagnostics.add(diag::set_no_equals({}, excerpt(text)));
    return std::nullopt;
  }
  const std::string_view path = trim(text.substr(0, equals));
  const std::vector<PathPart> parts = split_path(path);
  if (parts.empty()) {
    diagnostics.add(diag::set_bad_path({}, excerpt(path)));
    return std::nullopt;
  }
  if (kind_of_path(path) == FileKind::unknown) {
    std::vector<std::string_view> known(kPlanParts.begin(), kPlanParts.end());
    known.insert(known.end(), kTreatmentParts.begin(), kTreatmentParts.end());
    const std::string first = excerpt(parts.front().name);
    diagnostics.add(with_names(diag::set_unknown_path({}, first, nearest_word(first, known)), known));
    return std::nullopt;
  }
  return Override{std::string(path), std::string(trim(text.substr(equals + 1)))};
}

FileKind kind_of_path(std::string_view path) {
  const std::string_view first = path.substr(0, path.find('.'));
  if (has(kPlanParts, first)) return FileKind::plan;
  if (has(kTreatmentParts, first)) return FileKind::treatment;
  return FileKind::unknown;
}

void apply(const Override& override_, Node& root, SourceSet& sources, Diagnostics& diagnostics) {
  const std::string typed = override_.path + "=" + override_.value;
  const std::int32_t file = sources.add(std::string(kSourceName), typed);
  const std::vector<PathPart> parts = split_path(override_.path, file);
  const auto begin = static_cast<std::uint32_t>(override_.path.size() + 1);
  if (parts.empty()) {
    diagnostics.add(diag::set_bad_path({file, 0, begin - 1}, excerpt(override_.path)));
    return;
  }
  std::optional<Node> value =
      read_value(override_.value, {file, begin, static_cast<std::uint32_t>(typed.size())}, diagnostics);
  if (!value) return;
  Node* node = &root;
  for (std::size_t i = 1; i <= parts.size() && node != nullptr; ++i) {
    node = find_part(*node, std::span(parts).first(i), override_.path, diagnostics);
  }
  if (node == nullptr) return;
  if (renames_element(parts, *node, *value)) {
    diagnostics.add(diag::set_other_id(value->at, excerpt(node->text), parts[parts.size() - 3].name));
    return;
  }
  *node = std::move(*value);
}

}  // namespace preauth
