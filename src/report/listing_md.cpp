#include "report/listing.h"
#include "report/markdown.h"

namespace preauth {

std::string listing_md(const Listing& listing) {
  MarkdownPage page;
  page.heading(2, listing.title);
  std::vector<std::string> cells;
  for (const ListingColumn& column : listing.columns) cells.push_back(column.head);
  page.table_head(cells);
  for (const std::vector<Cell>& row : listing.rows) {
    cells.clear();
    for (const Cell& cell : row) cells.push_back(cell.shown.empty() ? cell.value : cell.shown);
    page.table_row(cells);
  }
  for (const std::string& note : listing.notes) page.paragraph(note);
  return page.take();
}

}  // namespace preauth
