#pragma once
// What an interrupted run left in its output: the last row that is there as a whole. A torn row at the end is not
// counted; of CSV, where a client has several rows, the last client is not either, because it may lack some.

#include <cstdint>
#include <optional>
#include <string>

#include "batch/row_estimator.h"

namespace preauth {

struct WrittenRows {
  std::uint64_t last_row = 0;  // number of the last whole row; 0: none
  std::uint64_t count = 0;     // of rows
  std::uint64_t bytes = 0;     // up to the end of that row, a header included
};

// Nothing when the file cannot be read.
std::optional<WrittenRows> written_rows(const std::string& path, RowsOutput form);
// Bytes of a reject file up to the last reject of a row up to `last_row`.
std::optional<std::uint64_t> rejects_through(const std::string& path, std::uint64_t last_row);

}  // namespace preauth
