#include <string>

#include "report/amount_text.h"
#include "report/batch_report.h"
#include "report/option_cells.h"

namespace preauth {
std::string batch_csv(const Comparison& comparison, const BatchRowHead& head, CsvGuard guard) {
  CsvWriter csv(guard);
  for (const OptionEstimate& option : comparison.options) {
    if (head.row) csv.number(std::to_string(*head.row));
    csv.text(head.id);
    put_option_cells(csv, option);
    comparison.budget ? csv.number(decimal(*comparison.budget)) : csv.empty();
    csv.text(over_budget(option, comparison.budget)).end_row();
  }
  return csv.take();
}

std::string batch_csv_header(bool row_numbers) {
  CsvWriter csv(CsvGuard::none);
  if (row_numbers) csv.text("row");
  csv.text("id");
  put_option_columns(csv);
  csv.text("budget").text("over_budget").end_row();
  return csv.take();
}

}  // namespace preauth
