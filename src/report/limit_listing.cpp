#include <array>

#include "messages/format_values.h"
#include "messages/lists.h"
#include "report/amount_text.h"
#include "report/citation_cells.h"
#include "report/reference_listings.h"

namespace preauth {
namespace {

struct NamedLimit {
  std::string_view key;
  std::string (*name)(Lang);
  CitedMoney YearLimits::*value;
};

constexpr std::array<NamedLimit, 12> kLimits = {
    {{"aca_self", msg::lists::limit_aca_self, &YearLimits::aca_self},
     {"aca_family", msg::lists::limit_aca_family, &YearLimits::aca_family},
     {"hdhp_deductible_self", msg::lists::limit_hdhp_deductible_self, &YearLimits::hdhp_deductible_self},
     {"hdhp_deductible_family", msg::lists::limit_hdhp_deductible_family, &YearLimits::hdhp_deductible_family},
     {"hdhp_max_self", msg::lists::limit_hdhp_max_self, &YearLimits::hdhp_max_self},
     {"hdhp_max_family", msg::lists::limit_hdhp_max_family, &YearLimits::hdhp_max_family},
     {"part_a_deductible", msg::lists::limit_part_a_deductible, &YearLimits::part_a_deductible},
     {"part_a_day_61_90", msg::lists::limit_part_a_day_61_90, &YearLimits::part_a_day_61_90},
     {"part_a_reserve_day", msg::lists::limit_part_a_reserve_day, &YearLimits::part_a_reserve_day},
     {"part_b_deductible", msg::lists::limit_part_b_deductible, &YearLimits::part_b_deductible},
     {"part_d_cap", msg::lists::limit_part_d_cap, &YearLimits::part_d_cap},
     {"part_d_deductible", msg::lists::limit_part_d_deductible, &YearLimits::part_d_deductible}}};

}  // namespace

Listing limit_listing(const ReferenceData& reference, Lang lang) {
  Listing listing;
  listing.schema = "preauth.limits/1";
  listing.version = reference.version;
  listing.items = "limits";
  listing.title = msg::lists::limits_title(lang);
  listing.flexible = "limit";
  listing.columns = {{"year", msg::lists::column_year(lang), ListingColumn::Place::table, true},
                     {"limit", msg::lists::column_limit(lang)},
                     {"amount", msg::lists::column_amount(lang), ListingColumn::Place::table, true}};
  add_citation_columns(listing.columns, "", lang);
  for (const YearLimits& year : reference.years) {
    for (const NamedLimit& limit : kLimits) {
      const CitedMoney& value = year.*(limit.value);
      if (!value.amount) continue;
      std::vector<Cell> row = {number_cell(year.year), shown_cell(limit.key, limit.name(lang)),
                               shown_cell(decimal(*value.amount), format_money(lang, *value.amount))};
      add_citation_cells(row, value.citation);
      listing.rows.push_back(std::move(row));
    }
  }
  listing.notes = {msg::lists::grade_note(lang)};
  return listing;
}

}  // namespace preauth
