#pragma once
// One option of a comparison as cells of a CSV row, and the names of these cells, for every CSV that lists options.

#include <optional>
#include <string>
#include <string_view>

#include "formats/csv_writer.h"
#include "model/estimate.h"

namespace preauth {

// "residential iop": ids, separated by blanks.
std::string levels_text(const OptionEstimate& option);
// Whether the likely cost is above the budget, "yes" or "no"; empty without a budget or without a price.
std::string_view over_budget(const OptionEstimate& option, const std::optional<Money>& budget);

// Neither ends the row, so that a caller can put cells before and after.
void put_option_columns(CsvWriter& csv);
void put_option_cells(CsvWriter& csv, const OptionEstimate& option);

}  // namespace preauth
