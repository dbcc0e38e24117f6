#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "report/sheet.h"
#include "report/text_page.h"

namespace preauth {
namespace {

constexpr int kIndent = 2;
constexpr int kWidestLine = 80;  // a line to write on need not be longer

class Page {
 public:
  Page(const Sheet& sheet, const TextStyle& style) : sheet_(sheet), page_(style) {}

  std::string write() {
    page_.heading(sheet_.title);
    for (const auto& [label, value] : sheet_.head) put_labelled(label, value, 0);
    for (const SheetPage& page : sheet_.pages) {
      for (const SheetSection& section : page.sections) {
        page_.gap();
        page_.heading(section.heading);
        for (const SheetBlock& block : section.blocks) std::visit(*this, block);
      }
    }
    if (!sheet_.cuts.empty()) {
      page_.gap();
      page_.heading(sheet_.appendix);
    }
    for (const SheetCut& cut : sheet_.cuts) {
      page_.paragraph(fmt::format("[{}] {}", cut.number, cut.text), {kIndent, 2 * kIndent});
    }
    page_.gap();
    page_.paragraph(fmt::format("{}", fmt::join(sheet_.foot, ", ")));
    return page_.take();
  }

  void operator()(const SheetParagraph& block) { page_.paragraph(block.text.words, {kIndent, kIndent}); }

  void operator()(const SheetList& block) {
    int number = 0;
    for (const PageText& item : block.items) {
      const std::string mark = block.numbered ? std::to_string(++number) + ". " : std::string("- ");
      page_.paragraph(mark + item.words, {kIndent, 2 * kIndent});
    }
  }

  void operator()(const SheetTable& block) {
    TextTable table;
    for (const SheetColumn& column : block.columns) table.columns.push_back({column.head, column.right, false});
    for (const std::vector<PageText>& row : block.rows) {
      std::vector<std::string> cells;
      for (const PageText& cell : row) cells.push_back(cell.words);
      table.rows.push_back(std::move(cells));
    }
    page_.table(table, kIndent);
  }

  void operator()(const SheetBars& block) {
    for (const SheetBar& bar : block.bars) page_.paragraph("- " + bar.label + ": " + bar.words, {kIndent, 2 * kIndent});
  }

  void operator()(const SheetForm& block) {
    page_.gap();
    page_.paragraph(block.title, {kIndent, kIndent});
    for (const std::string& label : block.labels) put_labelled(label, {}, 2 * kIndent);
    int number = 0;
    for (const std::string& question : block.questions) {
      page_.paragraph(fmt::format("{}. {}", ++number, question), {2 * kIndent, 3 * kIndent});
      put_labelled(block.answer, {}, 3 * kIndent);
    }
  }

 private:
  void put_labelled(const std::string& label, const std::string& value, int indent) {
    const int used = indent + display_width(label) + kIndent;
    const int room = std::max(std::min(page_.width(), kWidestLine) - used, 1);
    const std::string shown = value.empty() ? std::string(static_cast<std::size_t>(room), '_') : value;
    page_.paragraph(label + ": " + shown, {indent, indent + kIndent});
  }

  const Sheet& sheet_;
  TextPage page_;
};

}  // namespace

std::string sheet_text(const Sheet& sheet, const TextStyle& style) { return Page(sheet, style).write(); }

}  // namespace preauth
