#pragma once
// The columns that say where a value of the reference data comes from: title, date, address and grade for machines, one
// footnote for people.

#include <string_view>
#include <vector>

#include "messages/lang.h"
#include "model/reference.h"
#include "report/listing.h"

namespace preauth {

// Keys are "source", "date", "url", "grade", each with `prefix` in front ("range_").
void add_citation_columns(std::vector<ListingColumn>& columns, std::string_view prefix, Lang lang);
void add_citation_cells(std::vector<Cell>& row, const Citation& citation);

}  // namespace preauth
