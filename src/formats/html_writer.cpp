#include "formats/html_writer.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "base/text.h"

namespace preauth {
namespace {

// What stands inside a line of text; every other element starts on a line of its own.
constexpr std::array<std::string_view, 4> kInline = {"span", "strong", "a", "sup"};

bool is_inline(std::string_view tag) { return std::find(kInline.begin(), kInline.end(), tag) != kInline.end(); }

void append_safe(std::string& out, char c) {
  switch (c) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    case '\'':
      out += "&#39;";
      return;
    default:
      out += c;
  }
}

// Most texts: there is nothing in them to spell out, and looking for it takes longer than writing them.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (' ' <= c && c <= '~'); });
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  const std::string spelled = is_plain(text) ? std::string() : printable(text, true);
  for (const char c : spelled.empty() ? text : std::string_view(spelled)) append_safe(out, c);
  return out;
}

void HtmlWriter::tag(std::string_view name, Attributes attributes) {
  if (!is_inline(name) && !out_.empty() && out_.back() != '\n') out_ += '\n';
  out_ += '<';
  out_ += name;
  for (const auto& [key, value] : attributes) {
    if (value.empty()) continue;
    out_ += ' ';
    out_ += key;
    out_ += "=\"";
    out_ += html_text(value);
    out_ += '"';
  }
  out_ += '>';
}

HtmlWriter& HtmlWriter::open(std::string_view name, Attributes attributes) {
  tag(name, attributes);
  open_.emplace_back(name);
  return *this;
}

HtmlWriter& HtmlWriter::close() {
  assert(!open_.empty());
  out_ += "</" + open_.back() + ">";
  if (!is_inline(open_.back())) out_ += '\n';
  open_.pop_back();
  return *this;
}

HtmlWriter& HtmlWriter::single(std::string_view name, Attributes attributes) {
  tag(name, attributes);
  return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
  const std::string safe = html_text(text);
  for (std::size_t begin = 0;;) {
    const std::size_t end = safe.find('\n', begin);
    out_.append(safe, begin, end == std::string::npos ? end : end - begin);
    if (end == std::string::npos) return *this;
    out_ += "<br>";
    begin = end + 1;
  }
}

HtmlWriter& HtmlWriter::element(std::string_view name, std::string_view content, Attributes attributes) {
  open(name, attributes);
  text(content);
  return close();
}

HtmlWriter& HtmlWriter::raw(std::string_view html) {
  out_ += html;
  return *this;
}

std::string HtmlWriter::take() {
  assert(open_.empty());
  return std::exchange(out_, {});
}

}  // namespace preauth
