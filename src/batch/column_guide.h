#pragma once
// The columns a rows file may have, for `preauth batch --columns`, for suggestions and for the starter file: path, an
// example value, and the id of the sentence that says what it means. Any other path of a plan or treatment file works
// too; these are the ones case managers keep in a spreadsheet.

#include <span>
#include <string>
#include <string_view>

#include "messages/lang.h"
#include "report/listing.h"

namespace preauth {

struct ColumnGuideEntry {
  std::string_view path;
  std::string_view example;
  std::string_view meaning;  // id in data/messages/batch.en.toml
};

std::span<const ColumnGuideEntry> column_guide();
// How a value at the path is written, by an entry that begins and ends the same; empty when there is none.
std::string_view example_of(std::string_view path);
Listing column_listing(Lang lang);
// Header and sample rows that run as they stand.
std::string starter_rows();

}  // namespace preauth
