// A sheet as one HTML file: no script, nothing from outside.

#include <fmt/format.h>

#include "base/text.h"
#include "formats/html_writer.h"
#include "report/sheet.h"
#include "report/sheet_bars.h"
#include "report/sheet_head.h"

namespace preauth {
namespace {

constexpr std::string_view kBlank = "\u00a0";  // a blank to write on is not an empty element for those who listen

// A string of a style sheet: whatever is not a letter, digit, blank or full stop becomes an escape,
// which a blank ends.
std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : printable(text, true)) {
    const bool plain = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == ' ' ||
                       c == '.' || static_cast<unsigned char>(c) >= 0x80U;
    out += plain ? std::string(1, c) : fmt::format("\\{:x} ", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out + "\"";
}

class Page {
 public:
  explicit Page(const Sheet& sheet) : sheet_(sheet) {}

  std::string write() {
    open_sheet_page(html_, sheet_.lang, sheet_.title, paper_style());
    put_header();
    html_.open("main");
    for (const SheetPage& page : sheet_.pages) put_page(page);
    put_cuts();
    html_.close();
    html_.open("footer");
    for (const std::string& line : sheet_.foot) html_.element("p", line);
    html_.close().close().close();
    return html_.take();
  }

  void operator()(const SheetParagraph& block) {
    html_.element("p", block.text.words, {{"class", block.small ? "small" : ""}, {"lang", lang_of(block.text)}});
  }

  void operator()(const SheetList& block) {
    html_.open(block.numbered ? "ol" : "ul", {{"class", block.large ? "large" : block.small ? "small" : ""}});
    for (const PageText& item : block.items) html_.element("li", item.words, {{"lang", lang_of(item)}});
    html_.close();
  }

  void operator()(const SheetTable& block) {
    html_.open("table").element("caption", block.caption).open("thead").open("tr");
    for (const SheetColumn& column : block.columns) {
      html_.element("th", column.head, {{"scope", "col"}, {"class", column.right ? "amount" : ""}});
    }
    html_.close().close().open("tbody");
    for (const std::vector<PageText>& row : block.rows) put_row(block, row);
    html_.close().close();
  }

  void operator()(const SheetBars& block) { put_bars(html_, block); }

  void operator()(const SheetForm& block) {
    html_.open("div", {{"class", "form"}}).element("h4", block.title).open("div", {{"class", "record"}});
    for (const std::string& label : block.labels) put_line(label);
    html_.close().open("ol");
    for (const std::string& question : block.questions) {
      html_.open("li").element("p", question);
      put_line(block.answer);
      html_.close();
    }
    html_.close().close();
  }

 private:
  // Words of a file or a law are English; in an English sheet that goes without saying.
  std::string_view lang_of(const PageText& text) const {
    return text.quoted && sheet_.lang != Lang::en ? std::string_view("en") : std::string_view();
  }

  // The size of type that lets each page fit. The foot stands on every page, where the browser knows margin boxes; the
  // footer element is for screens.
  std::string paper_style() const {
    std::string foot;
    for (const std::string& line : sheet_.foot) foot += (foot.empty() ? "" : ", ") + line;
    std::string sizes;
    for (const SheetPage& page : sheet_.pages) {
      sizes +=
          fmt::format("@media print {{ #{} {{ font-size: {}.{}pt; }} }}\n", page.id, page.type / 10, page.type % 10);
    }
    return sizes +
           fmt::format(
               "@page {{ margin: 10mm 11mm 12mm;\n  @bottom-left {{ content: {}; font: 7pt Arial, sans-serif; }}\n"
               "  @bottom-right {{ content: {} counter(page) {} counter(pages); font: 7pt Arial, sans-serif; }} }}\n",
               css_string(foot), css_string(sheet_.page_before), css_string(sheet_.page_between));
  }

  void put_header() {
    html_.open("header").element("h1", sheet_.title).open("dl", {{"class", "head"}});
    for (const auto& [label, value] : sheet_.head) {
      html_.open("div").element("dt", label);
      html_.element("dd", value.empty() ? kBlank : std::string_view(value), {{"class", value.empty() ? "blank" : ""}});
      html_.close();
    }
    html_.close().close();
  }

  void put_page(const SheetPage& page) {
    const std::string heading = page.id + "-heading";
    html_.open("section", {{"class", "page"}, {"id", page.id}, {"aria-labelledby", heading}});
    html_.element("h2", page.heading, {{"id", heading}}).open("div", {{"class", "columns"}});
    for (const SheetSection& section : page.sections) {
      html_.open("div", {{"id", section.id}, {"class", section.has_table() ? "part wide" : "part"}})
          .element("h3", section.heading);
      for (const SheetBlock& block : section.blocks) std::visit(*this, block);
      html_.close();
    }
    html_.close().close();
  }

  void put_row(const SheetTable& table, const std::vector<PageText>& row) {
    html_.open("tr");
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string_view name = i == 0 ? "th" : "td";
      html_.element(name, row[i].words,
                    {{"scope", i == 0 ? "row" : ""},
                     {"class", cell_class(table.columns[i])},
                     {"data-head", i == 0 ? std::string_view() : table.columns[i].head},  // for narrow screens
                     {"lang", lang_of(row[i])}});
    }
    html_.close();
  }

  static std::string_view cell_class(const SheetColumn& column) {
    return column.right ? "amount" : column.whole ? "whole" : "";
  }

  void put_line(std::string_view label) {
    html_.open("p", {{"class", "line"}}).element("strong", label).element("span", kBlank).close();
  }

  void put_cuts() {
    if (sheet_.cuts.empty()) return;
    html_.open("section", {{"class", "cuts"}, {"aria-labelledby", "appendix"}});
    html_.element("h2", sheet_.appendix, {{"id", "appendix"}}).open("dl");
    for (const SheetCut& cut : sheet_.cuts) {
      html_.open("div").element("dt", fmt::format("[{}]", cut.number)).element("dd", cut.text).close();
    }
    html_.close().close();
  }

  const Sheet& sheet_;
  HtmlWriter html_;
};

}  // namespace

std::string sheet_html(const Sheet& sheet) { return Page(sheet).write(); }

}  // namespace preauth
