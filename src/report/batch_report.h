#pragma once
// The rows of `preauth batch`: one client's comparison as one line of JSON (schema preauth.batch/1) or as one CSV row
// per option. The members and columns are those of `preauth compare`.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

std::string batch_json(const Comparison& comparison, const BatchRowHead& head, const BatchRowParts& parts);
std::string batch_csv(const Comparison& comparison, const BatchRowHead& head, CsvGuard guard);
std::string batch_csv_header(bool row_numbers);

}  // namespace preauth
