#pragma once
// HtmlWriter appends HTML to a string: elements open and close in pairs, every text and attribute value is escaped, and
// characters that move, hide or reorder text become visible escapes, so that no text of others can become markup or
// change what stands around it. The same calls give the same bytes. Nesting mistakes are ours and are asserted.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preauth {

// Safe as content of an element and inside a quoted attribute value.
std::string html_text(std::string_view text);

class HtmlWriter {
 public:
  using Attribute = std::pair<std::string_view, std::string_view>;
  using Attributes = std::initializer_list<Attribute>;

  HtmlWriter() { out_.reserve(kUsualSize); }

  // Names of tags and attributes are ours; their values are escaped. An attribute without a value is left out.
  HtmlWriter& open(std::string_view tag, Attributes attributes = {});
  HtmlWriter& close();  // the element opened last
  // An element that has no content: <meta>, <rect>.
  HtmlWriter& single(std::string_view tag, Attributes attributes = {});
  // A line break in the text becomes <br>.
  HtmlWriter& text(std::string_view text);
  HtmlWriter& element(std::string_view tag, std::string_view content, Attributes attributes = {});
  // Text of ours that is HTML (or a style sheet) already.
  HtmlWriter& raw(std::string_view html);

  // Pre: every element is closed.
  std::string take();
  // What was written since the last call; elements stay open.
  std::string take_part() { return std::exchange(out_, {}); }

 private:
  static constexpr std::size_t kUsualSize = std::size_t{1} << 16U;
  void tag(std::string_view name, Attributes attributes);

  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace preauth
