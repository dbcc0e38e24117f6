#include <algorithm>

#include "report/listing.h"
#include "report/text_page.h"

namespace preauth {
namespace {

using Place = ListingColumn::Place;

std::string shown_text(const Cell& cell) { return cell.shown.empty() ? cell.value : cell.shown; }

// Sources in the order of first use; a repeated one keeps its number.
class Footnotes {
 public:
  std::string mark(const std::string& source) {
    if (source.empty()) return {};
    auto known = std::find(sources_.begin(), sources_.end(), source);
    if (known == sources_.end()) known = sources_.insert(known, source);
    return "[" + std::to_string(known - sources_.begin() + 1) + "]";
  }
  void put(TextPage& page) const {
    if (sources_.empty()) return;
    page.gap();
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      page.paragraph("[" + std::to_string(i + 1) + "] " + sources_[i], {0, 4});
    }
  }

 private:
  std::vector<std::string> sources_;
};

// The columns of a row as text shows them. Neighbouring footnotes share a cell: "[1] [2]".
std::vector<std::string> text_row(const Listing& listing, const std::vector<Cell>& row, Footnotes& footnotes) {
  std::vector<std::string> cells;
  bool after_footnote = false;
  for (std::size_t c = 0; c < row.size(); ++c) {
    const Place place = listing.columns[c].place;
    if (place == Place::data) continue;
    const std::string text = shown_text(row[c]);
    const std::string cell = place == Place::footnote ? footnotes.mark(text) : text;
    if (place != Place::footnote || !after_footnote) {
      cells.push_back(cell);
    } else if (cells.back().find(cell) == std::string::npos) {
      cells.back() += " " + cell;
    }
    after_footnote = place == Place::footnote;
  }
  return cells;
}

TextTable text_table(const Listing& listing, Footnotes& footnotes) {
  TextTable table;
  table.stacked = listing.stacked;
  bool after_footnote = false;
  for (const ListingColumn& column : listing.columns) {
    if (column.place == Place::data) continue;
    if (column.key == listing.flexible) table.flexible = table.columns.size();
    const bool footnote = column.place == Place::footnote;
    if (!footnote || !after_footnote) table.columns.push_back({column.head, column.right, false});
    after_footnote = footnote;
  }
  for (const std::vector<Cell>& row : listing.rows) table.rows.push_back(text_row(listing, row, footnotes));
  return table;
}

}  // namespace

std::string listing_text(const Listing& listing, const TextStyle& style) {
  TextPage page(style);
  Footnotes footnotes;
  page.heading(listing.title);
  page.gap();
  if (!listing.rows.empty()) page.table(text_table(listing, footnotes));
  footnotes.put(page);
  page.gap();
  for (const std::string& note : listing.notes) page.paragraph(note);
  return page.take();
}

}  // namespace preauth
