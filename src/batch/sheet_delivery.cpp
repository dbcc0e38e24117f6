#include "batch/sheet_delivery.h"

namespace preauth {

bool SheetDelivery::deliver(const WorkBlock& block, std::size_t records) {
  std::string rows;
  for (const BlockSheet& made : block.sheets) {
    if (made.record >= records) break;
    const RowSheet& sheet = made.sheet;
    const SheetFolder::Placed placed = folder_.put(made.id, sheet.entry.row, sheet.html);
    if (placed.name.empty()) return false;
    rows += index_.row(sheet.entry, placed.name, placed.shared_code);
  }
  return folder_.append_to_index(rows);
}

}  // namespace preauth
