#include "load/field_path.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "model/vocabulary.h"

namespace preauth {
namespace {

// Keys whose value is a list of tables.
constexpr std::array<std::string_view, 7> kLists = {"facilities", "options", "steps",   "lines",
                                                    "exclusions", "limits",  "separate"};
constexpr std::size_t kMostParts = 16;

bool is_bare(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' || c == '-';
}

}  // namespace

std::vector<PathPart> split_path(std::string_view path, std::int32_t file) {
  std::vector<PathPart> parts;
  std::size_t at = 0;
  while (parts.size() < kMostParts) {
    const std::size_t begin = at;
    std::string name;
    if (at < path.size() && path[at] == '"') {
      const std::size_t close = path.find('"', at + 1);
      if (close == std::string_view::npos) return {};
      name = path.substr(at + 1, close - at - 1);
      at = close + 1;
    } else {
      while (at < path.size() && (is_bare(path[at]) || static_cast<unsigned char>(path[at]) >= 0x80U)) ++at;
      name = path.substr(begin, at - begin);
    }
    if (name.empty()) return {};
    parts.push_back({std::move(name), {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}});
    if (at == path.size()) return parts;
    if (path[at] != '.') return {};
    ++at;
  }
  return {};
}

bool is_list_key(std::string_view key, std::string_view parent) {
  return std::find(kLists.begin(), kLists.end(), key) != kLists.end() && parent != "benefits" && parent != "pools";
}

std::string_view name_of_element(const Node& element) {
  for (const std::string_view key : {"id", "name"}) {
    if (const Node* name = element.find(key); name != nullptr) return name->text;
  }
  return {};
}

std::optional<std::size_t> parse_element_number(std::string_view text) {
  std::size_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || stop != text.data() + text.size() || number == 0) return std::nullopt;
  return number - 1;
}

std::optional<std::size_t> find_element(const Node& list, std::string_view name) {
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (name_of_element(list.items[i]) == name) return i;
  }
  const std::optional<std::size_t> number = parse_element_number(name);
  return number && *number < list.items.size() ? number : std::nullopt;
}

std::string_view short_form_of(std::string_view parent, std::string_view part) {
  if (part == "individual" || part == "family" || part == "rule") return "individual";
  if (parent == "prior_auth") return "required";
  if ((parent == "deductible" || parent == "out_of_pocket") && parse_id<Network>(part)) return "in";
  return {};
}

}  // namespace preauth
