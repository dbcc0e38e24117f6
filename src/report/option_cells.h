#pragma once
// One option of a comparison as cells of a CSV row, and the names of these cells, for every CSV that lists options.

#include "formats/csv_writer.h"
#include "model/estimate.h"

namespace preauth {

// Neither ends the row, so that a caller can put cells before and after.
void put_option_columns(CsvWriter& csv);
void put_option_cells(CsvWriter& csv, const OptionEstimate& option);

}  // namespace preauth
