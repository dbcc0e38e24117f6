#include "load/write_back.h"

#include <algorithm>
#include <utility>

#include "formats/toml_text.h"
#include "load/write_back_layout.h"
#include "load/write_back_place.h"

namespace preauth {
namespace {

constexpr std::string_view kName = "write-back";

std::optional<Node> parse(const std::string& text) {
  SourceSet sources;
  Diagnostics problems;
  return read_toml(sources, sources.add(std::string(kName), text), problems);
}

std::string inline_text(const StatedValue& value) {
  std::string text = "{ is = " + value.is + ", evidence = " + toml_quoted(value.evidence);
  if (!value.source.empty()) text += ", source = " + toml_quoted(value.source);
  if (!value.quote.empty()) text += ", quote = " + toml_quoted(value.quote);
  return text + " }";
}

// True when the keys of the wrapper stand on lines of their own: [benefits.iop.in], or in.is = "…". Between braces they
// do not, however they are written.
bool has_wrapper_lines(const Node& root, const std::vector<PathPart>& parts) {
  const PathWalk found = walk(root, parts);
  const bool in_braces =
      std::any_of(found.nodes.begin(), found.nodes.end(), [](const Node* node) { return node->inline_table; });
  return found.count_parts() == parts.size() && is_wrapped(found.last()) && !in_braces;
}

// The lines of a key and its value, to be taken away. Pre: nothing else stands on them.
std::optional<TextEdit> removal(const std::string& text, const Node& root, const std::vector<PathPart>& parts) {
  const PathWalk found = walk(root, parts);
  if (found.count_parts() < parts.size()) return std::nullopt;
  const TextLayout layout(text);
  const std::size_t begin = layout.line_begin(found.keys.back().begin);
  const std::size_t end = std::min(layout.line_end(found.last().at.end) + 1, text.size());
  return TextEdit{begin, text.substr(begin, end - begin), ""};
}

}  // namespace

WriteBack::WriteBack(std::string text) : text_(std::move(text)), root_(parse(text_)) {}

// An edit that would not leave a readable file is not made.
bool WriteBack::apply(std::optional<TextEdit> edit) {
  if (!edit) return false;
  text_.replace(edit->begin, edit->replaced.size(), edit->inserted);
  std::optional<Node> root = parse(text_);
  if (!root) {
    text_.replace(edit->begin, edit->inserted.size(), edit->replaced);
    return false;
  }
  root_ = std::move(root);
  edits_.push_back(std::move(*edit));
  return true;
}

bool WriteBack::put_text(std::string_view path, std::string_view toml) {
  return root_ && apply(place(text_, *root_, split_path(path), toml));
}

bool WriteBack::put(std::string_view path, const StatedValue& value) {
  if (!root_) return false;
  const std::vector<PathPart> parts = split_path(path);
  if (!has_wrapper_lines(*root_, parts)) return put_text(path, inline_text(value));
  const std::size_t edits_before = edits_.size();
  if (put_parts(std::string(path), value)) return true;
  const std::span<const TextEdit> half_done(edits_.begin() + static_cast<std::ptrdiff_t>(edits_before), edits_.end());
  text_ = take_out(std::move(text_), half_done);
  edits_.resize(edits_before);
  root_ = parse(text_);
  return false;
}

bool WriteBack::put_parts(const std::string& path, const StatedValue& value) {
  for (const std::string_view key : {"by", "date", "reference", "page"}) {
    if (!put_or_remove(path + "." + std::string(key), "")) return false;
  }
  return put_text(path + ".is", value.is) && put_or_remove(path + ".evidence", value.evidence) &&
         put_or_remove(path + ".source", value.source) && put_or_remove(path + ".quote", value.quote);
}

bool WriteBack::put_or_remove(const std::string& path, std::string_view text) {
  if (!text.empty()) return put_text(path, toml_quoted(text));
  std::optional<TextEdit> edit = removal(text_, *root_, split_path(path));
  return !edit || apply(std::move(edit));
}

bool WriteBack::add_element(std::string_view key, const std::vector<std::string>& lines) {
  if (!root_) return false;
  const TextLayout layout(text_);
  const Node* list = root_->find(key);
  if (list != nullptr && !list->is_array()) return false;
  const bool has_headers = list == nullptr || (!list->items.empty() && !list->items[0].inline_table);
  std::string element;
  for (const std::string& line : lines) {
    if (has_headers) element += layout.newline();
    if (!has_headers && !element.empty()) element += ", ";
    element += line;
  }
  if (has_headers) {
    TextLayout::NewLine block = layout.block_after(text_.size(), "[[" + toml_key(key) + "]]" + element);
    return apply(TextEdit{block.begin, "", std::move(block.text)});
  }
  element = "{ " + element + " }";
  if (!list->items.empty()) return apply(TextEdit{list->items.back().at.end, "", ", " + element});
  return apply(
      TextEdit{list->at.begin, text_.substr(list->at.begin, list->at.end - list->at.begin), "[ " + element + " ]"});
}

std::string take_out(std::string text, std::span<const TextEdit> edits) {
  for (std::size_t i = edits.size(); i-- > 0;) {
    text.replace(edits[i].begin, edits[i].inserted.size(), edits[i].replaced);
  }
  return text;
}

}  // namespace preauth
