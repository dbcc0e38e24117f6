#include "json_parts.h"

namespace json_parts {
namespace {

// Past the string that begins at `at`.
std::size_t past_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return at + 1;
}

// What stands between the commas of a compact object or array.
std::vector<std::string_view> pieces(std::string_view json) {
  std::vector<std::string_view> found;
  if (json.size() <= 2) return found;
  const std::string_view inside = json.substr(1, json.size() - 2);
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < inside.size();) {
    const char c = inside[at];
    if (c == '"') {
      at = past_string(inside, at);
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (c == ',' && depth == 0) {
      found.push_back(inside.substr(begin, at - begin));
      begin = at + 1;
    }
    ++at;
  }
  found.push_back(inside.substr(begin));
  return found;
}

}  // namespace

std::string compact(std::string_view json) {
  std::string text;
  for (std::size_t at = 0; at < json.size();) {
    if (json[at] == '"') {
      const std::size_t past = past_string(json, at);
      text += json.substr(at, past - at);
      at = past;
      continue;
    }
    if (json[at] != ' ' && json[at] != '\n') text += json[at];
    ++at;
  }
  return text;
}

std::vector<Member> members(std::string_view object) {
  std::vector<Member> all;
  for (const std::string_view piece : pieces(object)) {
    const std::size_t past = past_string(piece, 0);
    all.push_back({std::string(piece.substr(1, past - 2)), std::string(piece.substr(past + 1))});
  }
  return all;
}

std::vector<std::string> elements(std::string_view array) {
  const std::vector<std::string_view> found = pieces(array);
  return {found.begin(), found.end()};
}

std::string value(std::string_view object, std::string_view name) {
  for (const Member& member : members(object)) {
    if (member.name == name) return member.value;
  }
  return {};
}

bool is_part_of(std::string_view part, std::string_view whole) {
  if (part.empty() || whole.empty() || part[0] != whole[0]) return false;
  if (part[0] == '{') {
    for (const Member& member : members(part)) {
      if (!is_part_of(member.value, value(whole, member.name))) return false;
    }
    return true;
  }
  if (part[0] != '[') return part == whole;
  const std::vector<std::string> mine = elements(part);
  const std::vector<std::string> theirs = elements(whole);
  if (mine.size() != theirs.size()) return false;
  for (std::size_t i = 0; i < mine.size(); ++i) {
    if (!is_part_of(mine[i], theirs[i])) return false;
  }
  return true;
}

}  // namespace json_parts
