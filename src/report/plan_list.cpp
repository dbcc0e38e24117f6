#include <optional>

#include "messages/lists.h"
#include "report/care_words.h"
#include "report/plan_listings.h"

namespace preauth {
namespace {

// English ids are words enough; in another language they are none.
Cell kind_cell(std::string_view kind, Lang lang) {
  const std::optional<PlanKind> known = parse_id<PlanKind>(kind);
  return lang == Lang::en || !known ? optional_cell(kind) : shown_cell(kind, kind_words(lang, *known));
}

}  // namespace

Listing plan_list(std::span<const PlanListRow> plans, Lang lang) {
  Listing listing;
  listing.schema = "preauth.plans/1";
  listing.items = "plans";
  listing.title = msg::lists::plans_title(lang);
  listing.flexible = "kind";
  // On a screen the id, which is what one types, leaves no room for the title; it says as much.
  constexpr ListingColumn::Place kData = ListingColumn::Place::data;
  listing.columns = {{"name", msg::lists::column_plan(lang)},
                     {"title", msg::lists::column_title(lang), kData},
                     {"kind", msg::lists::column_kind(lang)},
                     {"year", msg::lists::column_year(lang)},
                     {"example", msg::lists::column_example(lang), kData},
                     {"origin", msg::lists::column_origin(lang)}};
  for (const PlanListRow& plan : plans) {
    listing.rows.push_back({text_cell(plan.name), text_cell(plan.title), kind_cell(plan.kind, lang),
                            optional_cell(plan.year),
                            boolean_cell(plan.example, plan.example ? msg::lists::yes(lang) : msg::lists::no(lang)),
                            text_cell(plan.origin)});
  }
  listing.notes = {msg::lists::plans_note(lang)};
  return listing;
}

Listing found_plans(std::span<const PlanListRow> plans, Lang lang) {
  Listing listing = plan_list(plans, lang);
  listing.title = msg::lists::found_title(lang);
  listing.columns.back().place = ListingColumn::Place::data;  // room for the words that were found
  listing.columns.push_back({"matched", msg::lists::column_matched(lang)});
  for (std::size_t i = 0; i < plans.size(); ++i) listing.rows[i].push_back(text_cell(plans[i].matched));
  if (plans.empty()) listing.notes = {msg::lists::nothing_found(lang)};
  return listing;
}

}  // namespace preauth
