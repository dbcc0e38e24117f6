#include "messages/lists.h"
#include "report/citation_cells.h"
#include "report/reference_listings.h"
#include "report/value_words.h"

namespace preauth {
namespace {

std::string usual_length(const LevelInfo& info, Lang lang) {
  if (info.length_low.empty() || info.length_high.empty()) return std::string(info.length_low);
  return msg::lists::between(lang, value_words(lang, info.length_low), value_words(lang, info.length_high));
}

}  // namespace

Listing level_listing(const ReferenceData& reference, Lang lang) {
  Listing listing;
  listing.schema = "preauth.levels/1";
  listing.version = reference.version;
  listing.items = "levels";
  listing.title = msg::lists::levels_title(lang);
  listing.stacked = true;
  listing.columns = {{"level", msg::lists::column_level(lang)},       {"plain", ""},
                     {"schedule", msg::lists::column_schedule(lang)}, {"length", msg::lists::column_length(lang)},
                     {"asam3", msg::lists::column_asam3(lang)},       {"asam4", msg::lists::column_asam4(lang)},
                     {"codes", msg::lists::column_codes(lang)}};
  add_citation_columns(listing.columns, "", lang);
  for (const LevelInfo& info : reference.levels) {
    std::vector<Cell> row = {shown_cell(id(info.level), info.name),
                             text_cell(info.plain),
                             shown_cell(info.schedule, value_words(lang, info.schedule)),
                             optional_cell(usual_length(info, lang)),
                             optional_cell(info.asam3),
                             optional_cell(info.asam4),
                             optional_cell(info.codes)};
    add_citation_cells(row, info.schedule_citation);
    listing.rows.push_back(std::move(row));
  }
  listing.notes = {msg::lists::grade_note(lang), msg::lists::levels_note(lang)};
  return listing;
}

}  // namespace preauth
