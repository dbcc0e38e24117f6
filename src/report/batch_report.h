#pragma once
// The rows of `preauth batch`: one client's comparison as one line of JSON (schema preauth.batch/1) or as one CSV row
// per option. The members and columns are those of `preauth compare`.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/csv_writer.h"
#include "model/estimate.h"

namespace preauth {

struct BatchRowHead {
  std::optional<std::uint64_t> row;  // empty: rows are told apart by their ids
  std::string_view id;
};

struct BatchRowParts {
  bool lines = false;
  std::size_t questions = 0;  // the first so many
};

// Figures alone: likely amounts, the ends of the range, days. What does not change with a row's numbers is kept from
// row to row.
struct BriefLead {
  std::string csv;   // cells
  std::string json;  // the option's object up to its figures
};
// One per option.
std::vector<BriefLead> brief_leads(const Comparison& comparison, CsvGuard guard);

// `leads`: one per option.
void append_brief_json(std::string& out, const Comparison& comparison, const BatchRowHead& head,
                       const std::vector<BriefLead>& leads);
void append_brief_csv(std::string& out, const Comparison& comparison, const BatchRowHead& head,
                      const std::vector<BriefLead>& leads, CsvGuard guard);
std::string brief_csv_header(bool row_numbers);

std::string batch_json(const Comparison& comparison, const BatchRowHead& head, const BatchRowParts& parts);
std::string batch_csv(const Comparison& comparison, const BatchRowHead& head, CsvGuard guard);
std::string batch_csv_header(bool row_numbers);

}  // namespace preauth
