#include "interview/reading.h"

#include <algorithm>

#include "base/text.h"
#include "formats/toml_text.h"
#include "interview/prompts.h"

namespace preauth {
namespace {

bool is_number(std::string_view text) {
  constexpr std::size_t kMostDigits = 9;
  const bool all_digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  return !text.empty() && text.size() <= kMostDigits && all_digits && (text.size() == 1 || text.front() != '0');
}

// Three bytes of UTF-8 that stand for one plain character; the two left over become blanks.
void make_plain(std::string& text, std::string_view typographic, char plain) {
  for (std::size_t at = text.find(typographic); at != std::string::npos; at = text.find(typographic, at + 1)) {
    text.replace(at, typographic.size(), plain + std::string(typographic.size() - 1, ' '));
  }
}

}  // namespace

Span Typed::part(const SourceSet& sources, std::size_t offset, std::size_t length) const {
  if (sources.text(at) != text) return at;
  const auto begin = static_cast<std::uint32_t>(at.begin + std::min(offset, text.size()));
  const auto end = static_cast<std::uint32_t>(at.begin + std::min(offset + length, text.size()));
  return {at.file, begin, end};
}

std::string document_wrapper(const ReadingContext& context, std::string_view toml, std::string_view quote) {
  std::string text = "{ is = " + std::string(toml) + ", evidence = \"plan document\", source = ";
  text += toml_quoted(context.prompt.source);
  if (context.page > 0) text += ", page = \"" + std::to_string(context.page) + "\"";
  text += ", date = " + to_iso(context.as_of);
  if (!quote.empty()) text += ", quote = " + toml_quoted(quote);
  return text + " }";
}

Entry from_document(const ReadingContext& context, std::string_view path, std::string_view is, Span at,
                    std::string_view quote) {
  const bool is_bare = is == "true" || is == "false";
  const std::string toml = is_bare ? std::string(is) : toml_quoted(is);
  return {std::string(path), document_wrapper(context, toml, quote == is ? "" : quote), {}, at};
}

Entry plain_entry(std::string_view path, std::string_view text, Span at) {
  const bool is_bare = is_number(text) || parse_date(text).has_value();
  return {std::string(path), is_bare ? std::string(text) : toml_quoted(text), {}, at};
}

std::string searchable(std::string_view text) {
  std::string plain = lower_ascii(text);
  make_plain(plain, "\u2019", '\'');
  make_plain(plain, "\u2010", '-');
  make_plain(plain, "\u2011", '-');
  make_plain(plain, "\u2013", '-');
  return plain;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace preauth
