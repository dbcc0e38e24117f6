#include <fmt/format.h>

#include "report/markdown.h"
#include "report/sheet.h"

namespace preauth {
namespace {

constexpr std::string_view kBlank = "________";

class Page {
 public:
  explicit Page(const Sheet& sheet) : sheet_(sheet) {}

  std::string write() {
    page_.heading(1, sheet_.title);
    for (const auto& [label, value] : sheet_.head) {
      page_.item(label + ": " + (value.empty() ? std::string(kBlank) : value));
    }
    for (const SheetPage& page : sheet_.pages) {
      page_.heading(2, page.heading);
      for (const SheetSection& section : page.sections) {
        page_.heading(3, section.heading);
        for (const SheetBlock& block : section.blocks) std::visit(*this, block);
      }
    }
    if (!sheet_.cuts.empty()) page_.heading(2, sheet_.appendix);
    for (const SheetCut& cut : sheet_.cuts) page_.paragraph(fmt::format("[{}] {}", cut.number, cut.text));
    page_.paragraph(fmt::format("{}", fmt::join(sheet_.foot, ", ")));
    return page_.take();
  }

  void operator()(const SheetParagraph& block) { page_.paragraph(block.text.words); }

  void operator()(const SheetList& block) {
    for (const PageText& item : block.items) page_.item(item.words);
  }

  void operator()(const SheetTable& block) {
    std::vector<std::string> heads;
    for (const SheetColumn& column : block.columns) heads.push_back(column.head);
    page_.table_head(heads);
    for (const std::vector<PageText>& row : block.rows) {
      std::vector<std::string> cells;
      for (const PageText& cell : row) cells.push_back(cell.words);
      page_.table_row(cells);
    }
  }

  void operator()(const SheetBars& block) {
    for (const SheetBar& bar : block.bars) page_.item(bar.label + ": " + bar.words);
  }

  void operator()(const SheetForm& block) {
    page_.heading(4, block.title);
    for (const std::string& label : block.labels) page_.item(label + ": " + std::string(kBlank));
    for (const std::string& question : block.questions) {
      page_.item(question + "\n" + block.answer + ": " + std::string(kBlank));
    }
  }

 private:
  const Sheet& sheet_;
  MarkdownPage page_;
};

}  // namespace

std::string sheet_md(const Sheet& sheet) { return Page(sheet).write(); }

}  // namespace preauth
