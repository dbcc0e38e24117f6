#pragma once
// The sheets of a run on their way to their folder, in the order of the rows, and the page that lists them.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/date.h"
#include "batch/sheet_folder.h"
#include "batch/work_block.h"
#include "report/sheet_index.h"

namespace preauth {

class SheetDelivery {
 public:
  SheetDelivery(SheetFolder& folder, Lang lang, Date as_of) : folder_(folder), index_(lang, as_of) {}

  // False when the folder could not be written; it says why.
  bool begin() { return folder_.append_to_index(index_.begin()); }
  // The sheets of the block's first `records`.
  bool deliver(const WorkBlock& block, std::size_t records);
  bool finish(std::uint64_t rejected) { return folder_.append_to_index(index_.end(rejected)) && folder_.finish(); }

 private:
  SheetFolder& folder_;
  SheetIndex index_;
};

}  // namespace preauth
