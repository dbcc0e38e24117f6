// Any bytes as CSV: records tile the text, each step goes forward, cells of a sound record are as many as were counted
// when it has quotes, and a record written out again is read as the same cells.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/csv_reader.h"
#include "formats/csv_writer.h"

namespace {

using namespace preauth;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

void check_record(std::string_view record) {
  std::vector<std::string_view> cells;
  std::string unquoted;
  split_csv_record(record, cells, unquoted);
  require(!cells.empty());
  CsvWriter csv(CsvGuard::none);
  for (const std::string_view cell : cells) csv.text(cell);
  const std::string written = csv.end_row().take();
  const CsvScan scan = scan_csv_record(written, true);
  require(scan.fault == CsvFault::none && scan.end == written.size());
  std::vector<std::string_view> again;
  std::string room;
  split_csv_record(without_line_end(written), again, room);
  require(again == cells);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  while (!rest.empty()) {
    const CsvScan scan = scan_csv_record(rest, true);
    require(scan.complete && scan.end > 0 && scan.end <= rest.size());
    if (scan.fault == CsvFault::none) check_record(without_line_end(rest.substr(0, scan.end)));
    rest.remove_prefix(scan.end);
  }
  return 0;
}
