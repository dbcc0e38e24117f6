#include "load/worksheet_field.h"

#include "base/text.h"
#include "load/field_reader.h"
#include "load/write_back_place.h"

namespace preauth {
namespace {

constexpr std::string_view kRequired = ".required";

bool is_required_key(std::string_view path) { return path.ends_with("prior_auth.required"); }

// A key alone on its way: `in = "$500"` says what `in.individual` is.
bool stands_for(const Node& node, const std::vector<PathPart>& parts, std::size_t found) {
  if (found == 0 || found + 1 != parts.size() || node.is_array() || !is_single_value(node)) return false;
  return short_form_of(parts[found - 1].name, parts[found].name) == parts[found].name;
}

std::string spelled(std::string_view path, std::string_view value) {
  std::string word = lower_ascii(trim(value));
  if (word == "unknown") return "";
  if (word == "yes") return "true";
  if (word == "no") return "false";
  return full_value(path, word);
}

}  // namespace

FieldNow read_field(const Node& root, const std::vector<PathPart>& parts, const SourceSet& sources) {
  const PathWalk found = walk(root, parts);
  const Node& last = found.last();
  FieldNow now;
  for (std::size_t i = found.keys.size(); i-- > 0 && !now.at.is_known();) now.at = found.keys[i];
  if (found.count_parts() < parts.size() && !stands_for(last, parts, found.count_parts())) {
    const std::size_t next = found.count_parts();
    const std::string parent = next == 0 ? "" : parts[next - 1].name;
    const bool is_missing_list = next + 1 < parts.size() && is_list_key(parts[next].name, parent);
    if (!last.is_array() && !is_missing_list) return now;
    now.state = FieldNow::State::no_element;
    now.list = last.is_array() ? parent : parts[next].name;
    return now;
  }
  Diagnostics of_the_file;  // said when the file was loaded
  Loading loading{sources, of_the_file, FileKind::plan};
  const Value value = unwrap(last, parts.back().name, loading);
  now.at = value.provenance.at;
  if (value.node->is_table() || value.node->is_array()) {
    now.state = FieldNow::State::several;
    return now;
  }
  now.state = value.is_unknown() ? FieldNow::State::unknown : FieldNow::State::value;
  now.text = value.node->text;
  now.has_evidence = is_wrapped(last) && last.find("evidence") != nullptr;
  now.evidence = value.provenance.evidence;
  now.source = value.provenance.source;
  return now;
}

std::string full_path(std::string path) {
  if (path == "prior_auth" || path.ends_with(".prior_auth")) path += kRequired;
  return path;
}

std::string full_value(std::string_view path, std::string_view value) {
  if (is_required_key(path) && value == "required") return "true";
  if (is_required_key(path) && value == "none") return "false";
  return std::string(value);
}

bool is_same_value(std::string_view path, std::string_view a, std::string_view b) {
  return spelled(path, a) == spelled(path, b);
}

}  // namespace preauth
