#include "messages/format_values.h"
#include "messages/lists.h"
#include "report/amount_text.h"
#include "report/care_words.h"
#include "report/citation_cells.h"
#include "report/reference_listings.h"

namespace preauth {
namespace {

std::string unit_words(Lang lang, PriceUnit unit) {
  switch (unit) {
    case PriceUnit::visit:
      return msg::lists::unit_visit(lang);
    case PriceUnit::day:
      return msg::lists::unit_day(lang);
    case PriceUnit::week:
      return msg::lists::unit_week(lang);
    case PriceUnit::month:
      return msg::lists::unit_month(lang);
    case PriceUnit::stay:
      return msg::lists::unit_stay(lang);
  }
  return {};
}

Cell price_cell(Lang lang, UnitPrice price) { return shown_cell(decimal(price), shown(lang, price)); }

Cell place_cell(Lang lang, std::string_view facility) {
  if (facility.empty()) return optional_cell({});
  return shown_cell(facility, msg::lists::by_id(lang, "place-" + std::string(facility), {}));
}

std::vector<Cell> price_row(const ReferencePrice& price, Lang lang) {
  std::vector<Cell> row = {shown_cell(id(price.benefit), benefit_words(lang, price.benefit)),
                           place_cell(lang, price.facility),
                           number_cell(price.year),
                           shown_cell(unit_words(Lang::en, price.unit), unit_words(lang, price.unit)),
                           price_cell(lang, price.low),
                           price_cell(lang, price.likely),
                           price_cell(lang, price.high),
                           price.medicare ? price_cell(lang, *price.medicare) : optional_cell({}),
                           optional_cell(price.code),
                           optional_cell(price.label)};
  add_citation_cells(row, price.citation);
  add_citation_cells(row, price.range_citation);
  return row;
}

}  // namespace

Listing price_listing(const ReferenceData& reference, Lang lang) {
  using Place = ListingColumn::Place;
  Listing listing;
  listing.schema = "preauth.prices/1";
  listing.version = reference.version;
  listing.items = "prices";
  listing.title = msg::lists::prices_title(lang);
  listing.flexible = "benefit";
  listing.columns = {{"benefit", msg::lists::column_benefit(lang)},
                     {"facility", msg::lists::column_facility(lang)},
                     {"year", msg::lists::column_year(lang), Place::data, true},
                     {"unit", msg::lists::column_unit(lang)},
                     {"low", msg::lists::column_low(lang), Place::table, true},
                     {"usual", msg::lists::column_usual(lang), Place::table, true},
                     {"high", msg::lists::column_high(lang), Place::table, true},
                     {"medicare", msg::lists::column_medicare(lang), Place::data, true},
                     {"code", msg::lists::column_code(lang), Place::data},
                     {"label", msg::lists::column_what(lang), Place::data}};
  add_citation_columns(listing.columns, "", lang);
  add_citation_columns(listing.columns, "range_", lang);
  for (const ReferencePrice& price : reference.prices) listing.rows.push_back(price_row(price, lang));
  const ChargeMultiple& charge = reference.out_of_network_charge;
  listing.notes = {msg::lists::charge_multiple(lang, format_rate(lang, charge.low), format_rate(lang, charge.high),
                                               format_rate(lang, charge.likely), charge.citation.title),
                   msg::lists::grade_note(lang)};
  return listing;
}

}  // namespace preauth
