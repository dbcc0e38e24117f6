#include "load/write_back_place.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/toml_text.h"
#include "load/write_back_layout.h"

namespace preauth {
namespace {

using Parts = std::vector<PathPart>;

constexpr std::array<std::string_view, 8> kWrapperKeys = {"is",   "evidence",  "source", "by",
                                                          "date", "reference", "quote",  "page"};

bool is_wrapper_key(std::string_view key) {
  return std::find(kWrapperKeys.begin(), kWrapperKeys.end(), key) != kWrapperKeys.end();
}

// Tables whose parts have a header of their own each: [benefits.iop].
bool holds_headers(std::string_view table) { return table == "benefits" || table == "pools"; }

std::string joined(const Parts& parts, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += (i == first ? "" : ".") + toml_key(parts[i].name);
  return text;
}

bool is_unknown(const Node& node) { return node.is_string() && lower_ascii(trim(node.text)) == "unknown"; }

class Placer {
 public:
  Placer(const std::string& text, const Node& root, const Parts& parts, std::string_view toml)
      : text_(text), layout_(text), parts_(parts), toml_(toml), walk_(walk(root, parts)) {}

  std::optional<TextEdit> edit() const {
    const std::size_t found = walk_.count_parts();
    const Node& last = walk_.last();
    if (found == parts_.size()) {
      if (last.is_array() || (last.is_table() && !is_wrapped(last))) return std::nullopt;
      return last.is_table() && !last.inline_table ? std::nullopt : std::optional(replace(last.at, toml_));
    }
    for (std::size_t i = found; i + 1 < parts_.size(); ++i) {
      if (is_list_key(parts_[i].name, i == 0 ? "" : parts_[i - 1].name)) return std::nullopt;
    }
    if (last.is_array()) return std::nullopt;
    if (!last.is_table() || (is_wrapped(last) && !is_wrapper_key(parts_[found].name))) return write_out(last);
    if (const std::optional<std::size_t> braces = innermost_inline()) return into_braces(*braces);
    return into_lines();
  }

 private:
  TextEdit replace(Span at, std::string_view with) const {
    return {at.begin, text_.substr(at.begin, at.end - at.begin), std::string(with)};
  }

  static TextEdit insert(const TextLayout::NewLine& line) { return {line.begin, "", line.text}; }

  // The value for the key at `first`, with tables for the parts after it: { deductible = { in = … } }.
  std::string nested(std::size_t first) const {
    std::string value(toml_);
    for (std::size_t i = parts_.size() - 1; i > first; --i) {
      value = "{ " + toml_key(parts_[i].name) + " = " + value + " }";
    }
    return value;
  }

  std::string raw(Span at) const { return text_.substr(at.begin, at.end - at.begin); }

  // in = "$2,000" becomes { individual = "$2,000", family = … }: a short form that gains a part.
  std::optional<TextEdit> write_out(const Node& last) const {
    const std::size_t found = walk_.count_parts();
    const std::string& key = parts_[found].name;
    const std::string_view stated = short_form_of(found == 0 ? "" : parts_[found - 1].name, key);
    if (stated.empty() || (last.is_table() && !last.inline_table)) return std::nullopt;
    std::string table = "{ ";
    const Node& value = is_wrapped(last) ? *last.find("is") : last;
    if (!is_unknown(value) && stated != key)
      table += std::string(stated) + " = " + (stated == "required" ? long_form(last, value) : raw(last.at)) + ", ";
    table += toml_key(key) + " = " + nested(found) + " }";
    return replace(last.at, table);
  }

  // "required" and "none" are what the short form of prior_auth says; its key `required` is a yes or no.
  std::string long_form(const Node& whole, const Node& value) const {
    std::string text = raw(whole.at);
    if (value.text != "required" && value.text != "none") return text;
    const std::size_t begin = value.at.begin - whole.at.begin;
    return text.replace(begin, value.at.end - value.at.begin, value.text == "required" ? "true" : "false");
  }

  std::optional<std::size_t> innermost_inline() const {
    for (std::size_t i = walk_.nodes.size(); i-- > 0;) {
      if (walk_.nodes[i]->inline_table) return i;
    }
    return std::nullopt;
  }

  // { a = 1 } becomes { a = 1, key = value }. Parts between the braces and the key are dotted ones.
  TextEdit into_braces(std::size_t braces) const {
    const Node& table = *walk_.nodes[braces];
    const std::size_t found = walk_.count_parts();
    const std::string entry = joined(parts_, braces, found + 1) + " = " + nested(found);
    if (table.entries.empty()) return replace(table.at, "{ " + entry + " }");
    std::size_t end = 0;
    for (const auto& child : table.entries) end = std::max(end, layout_.deep_end(child.second));
    return {end, "", ", " + entry};
  }

  std::optional<TextEdit> into_lines() const {
    const std::size_t found = walk_.count_parts();
    if (found == 0) return at_top();
    const bool is_element = walk_.nodes[found - 1]->is_array();
    const Span key = walk_.keys[found];
    if (is_element || layout_.ends_header(key)) return into_section(found, is_element ? walk_.last().at : key);
    return layout_.is_header(key) ? new_table(found) : after_dotted(found);
  }

  // The top of a file holds tables only.
  std::optional<TextEdit> at_top() const {
    if (parts_.size() < 2) return std::nullopt;
    return new_table(0);
  }

  TextEdit into_section(std::size_t found, Span header) const {
    const std::optional<TextLayout::Last> last = layout_.last_value(walk_.last());
    const std::size_t like = last ? last->key : layout_.line_end(header.end);
    const std::size_t end = last ? last->end : header.end;
    const std::string key = toml_key(parts_[found].name);
    return insert(layout_.line_after(end, last ? like : layout_.line_begin(header.begin), key, nested(found)));
  }

  // in.individual = "$500": a table that has no header. Its next key looks the same.
  std::optional<TextEdit> after_dotted(std::size_t found) const {
    std::size_t section = found - 1;
    while (section > 0 && !walk_.nodes[section - 1]->is_array() && !layout_.is_header(walk_.keys[section])) --section;
    const std::optional<TextLayout::Last> last = layout_.last_value(walk_.last());
    if (!last) return std::nullopt;
    const std::string key = joined(parts_, section, found + 1);
    return insert(layout_.line_after(last->end, last->key, key, nested(found)));
  }

  // [header] and its first line, at the end of the file; inside an element of [[list]], at the end of the element.
  std::optional<TextEdit> new_table(std::size_t found) const {
    std::size_t depth = found;
    if (found == 0) depth = holds_headers(parts_[0].name) && parts_.size() > 2 ? 2 : 1;
    if (found == 1 && holds_headers(parts_[0].name)) depth = 2;
    if (depth >= parts_.size()) return std::nullopt;
    std::string header;
    std::size_t end = text_.size();
    for (std::size_t i = 0; i < depth; ++i) {
      const bool is_element = i < found && walk_.nodes[i]->is_array();
      if (is_element) end = layout_.deep_end(*walk_.nodes[i + 1]);
      if (!is_element) header += (header.empty() ? "" : ".") + toml_key(parts_[i].name);
    }
    const std::string line = toml_key(parts_[depth].name) + " = " + nested(depth);
    return insert(layout_.block_after(end, "[" + header + "]" + std::string(layout_.newline()) + line));
  }

  const std::string& text_;
  TextLayout layout_;
  const Parts& parts_;
  std::string_view toml_;
  PathWalk walk_;
};

}  // namespace

bool is_wrapped(const Node& node) { return node.is_table() && node.find("is") != nullptr; }

PathWalk walk(const Node& root, const Parts& parts) {
  PathWalk walk{{&root}, {{}}};
  for (const PathPart& part : parts) {
    const Node* node = walk.nodes.back();
    if (is_wrapped(*node) && !is_wrapper_key(part.name)) {
      if (!node->find("is")->is_table()) break;
      node = node->find("is");
      walk.nodes.back() = node;
    }
    const Node* next = nullptr;
    if (node->is_array()) {
      if (const auto found = find_element(*node, part.name)) next = &node->items[*found];
    } else {
      next = node->find(part.name);
    }
    if (next == nullptr) break;
    walk.keys.push_back(node->is_array() ? Span{} : node->key_span(part.name));
    walk.nodes.push_back(next);
  }
  return walk;
}

std::optional<TextEdit> place(const std::string& text, const Node& root, const Parts& parts, std::string_view toml) {
  if (parts.empty()) return std::nullopt;
  return Placer(text, root, parts, toml).edit();
}

}  // namespace preauth
