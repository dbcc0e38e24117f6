#include "report/listing.h"

namespace preauth {

std::string listing_csv(const Listing& listing, CsvGuard guard) {
  CsvWriter csv(guard);
  for (const ListingColumn& column : listing.columns) csv.text(column.key);
  csv.end_row();
  for (const std::vector<Cell>& row : listing.rows) {
    for (const Cell& cell : row) cell.kind == Cell::Kind::number ? csv.number(cell.value) : csv.text(cell.value);
    csv.end_row();
  }
  return csv.take();
}

}  // namespace preauth
