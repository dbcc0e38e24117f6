#include "report/markdown.h"

#include <utility>

#include "base/text.h"

namespace preauth {
namespace {

std::string escape(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\n':
      return "<br>";
    default:
      break;
  }
  constexpr std::string_view kMarkup = "\\`*_{}[]|#~!";
  return kMarkup.find(c) == std::string_view::npos ? std::string(1, c) : std::string{'\\', c};
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string out;
  for (const char c : printable(text, true)) out += escape(c);
  // At the start of a line these make lists and numbered items of ordinary sentences.
  return out.starts_with('-') || out.starts_with('+') ? "\\" + out : out;
}

void MarkdownPage::begin(Last next) {
  const bool continues = next == last_ && next != Last::block;
  if (last_ != Last::nothing && !continues) out_ += '\n';
  last_ = next;
}

void MarkdownPage::heading(int level, std::string_view text) {
  begin(Last::block);
  out_ += std::string(static_cast<std::size_t>(level), '#') + " " + markdown_text(text) + "\n";
}

void MarkdownPage::paragraph(std::string_view text) {
  begin(Last::block);
  out_ += markdown_text(text) + "\n";
}

void MarkdownPage::item(std::string_view text) {
  begin(Last::item);
  out_ += "- " + markdown_text(text) + "\n";
}

void MarkdownPage::table_head(const std::vector<std::string>& cells) {
  begin(Last::block);
  last_ = Last::table;
  table_row(cells);
  for (std::size_t i = 0; i < cells.size(); ++i) out_ += "|---";
  out_ += "|\n";
}

void MarkdownPage::table_row(const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) out_ += "| " + markdown_text(cell) + " ";
  out_ += "|\n";
}

std::string MarkdownPage::take() { return std::exchange(out_, {}); }

}  // namespace preauth
