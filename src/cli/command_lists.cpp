#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/language.h"
#include "cli/plan_search.h"
#include "messages/cli.h"
#include "model/plan_law.h"
#include "reference/builtin.h"
#include "reference/library.h"
#include "report/plan_listings.h"
#include "report/reference_listings.h"

namespace preauth {
namespace {

std::string rendered(const Context& context, const Listing& listing) {
  switch (context.request.format) {
    case Format::text:
      return listing_text(listing, context.style());
    case Format::json:
      return listing_json(listing);
    case Format::csv:
      return listing_csv(listing, CsvGuard::spreadsheet);
    case Format::md:
      return listing_md(listing);
    case Format::html:
      break;  // refused by make_request
  }
  return {};
}

std::size_t column_index(const Listing& listing, std::string_view key) {
  const auto found = std::find_if(listing.columns.begin(), listing.columns.end(),
                                  [key](const ListingColumn& column) { return column.key == key; });
  return static_cast<std::size_t>(found - listing.columns.begin());
}

void keep_rows(Listing& listing, std::string_view key, std::string_view value) {
  const std::size_t column = column_index(listing, key);
  std::erase_if(listing.rows, [&](const std::vector<Cell>& row) { return row[column].value != value; });
}

// "2026" for a calendar year, else both ends.
std::string year_words(const Plan& plan) {
  if (!plan.year.known.is_exact()) return {};
  const DateRange& year = plan.year.known.value();
  const bool calendar = year.first == Date::from_civil(year.first.year(), 1, 1) &&
                        year.last == Date::from_civil(year.first.year(), 12, 31);
  return calendar ? std::to_string(year.first.year()) : to_iso(year.first) + ".." + to_iso(year.last);
}

// A row for the list of plans. What is wrong with a plan is for `check`; here it only shows that something is.
PlanListRow plan_row(const Context& context, const std::string& name, std::string origin) {
  Request request = context.request;
  request.arguments = {name};
  Context own(request, context.surroundings);
  const Inputs inputs = load_inputs(request, own.files, own.sources, own.diagnostics);
  PlanListRow row;
  row.name = name;
  row.origin = std::move(origin);
  if (own.diagnostics.has_errors() || inputs.plans.size() != 1) {
    row.title = msg::cli::plan_with_errors(context.request.text_lang(), name);
    return row;
  }
  const Plan& plan = inputs.plans.front();
  row.title = plan.name;
  row.kind = id(kind_of(plan));
  row.year = year_words(plan);
  row.issuer = plan.issuer;
  row.metal = plan.metal.known.value_or("");
  row.state = plan.state.known.value_or("");
  row.example = plan.example;
  return row;
}

std::vector<PlanListRow> all_plans(const Context& context) {
  const Lang lang = context.request.text_lang();
  const std::vector<std::string> own = context.files.own_plan_names();
  std::vector<PlanListRow> rows;
  for (const std::string& name : own) rows.push_back(plan_row(context, name, msg::cli::origin_own(lang)));
  for (const LibraryFile& plan : library_plans()) {
    // A plan of the user's own with the same name is the one that is used.
    if (std::binary_search(own.begin(), own.end(), plan.name)) continue;
    rows.push_back(plan_row(context, std::string(plan.name), msg::cli::origin_library(lang)));
  }
  return rows;
}

// The rows that the words of --search are found in, best first.
std::vector<PlanListRow> searched(const std::vector<PlanListRow>& rows, const std::vector<std::string>& words) {
  std::vector<SearchablePlan> plans;
  for (const PlanListRow& row : rows) {
    plans.push_back({plans.size(), {row.name, row.title, row.issuer, row.kind, row.metal, row.state, row.year}});
  }
  std::vector<PlanListRow> found;
  for (const PlanMatch& match : search_plans(plans, words)) {
    PlanListRow row = rows[match.position];
    for (const std::string& word : match.words) row.matched += (row.matched.empty() ? "" : " ") + word;
    found.push_back(std::move(row));
  }
  return found;
}

Listing list_of_plans(const Context& context) {
  const Lang lang = context.request.text_lang();
  if (!context.request.search.has_value()) return plan_list(all_plans(context), lang);
  return found_plans(searched(all_plans(context), search_words(*context.request.search)), lang);
}

template <class Enum>
std::string id_list() {
  std::string text;
  for (const std::string_view id : ids<Enum>()) text.append(text.empty() ? "" : ", ").append(id);
  return text;
}

std::string known_years() {
  std::string text;
  for (const YearLimits& limits : builtin_reference().years) {
    text += (text.empty() ? "" : ", ") + std::to_string(limits.year);
  }
  return text;
}

}  // namespace

Outcome command_plans(Context& context) {
  const Request& request = context.request;
  if (request.search.has_value() && !request.arguments.empty()) {
    context.diagnostics.add(diag::usage_search_or_name({}, request.arguments.front()));
    return failed(context);
  }
  if (request.arguments.empty()) return {ExitCode::done, rendered(context, list_of_plans(context)), {}};
  const Inputs inputs = load_inputs(request, context.files, context.sources, context.diagnostics);
  if (!context.diagnostics.has_errors() && inputs.plans.empty()) {
    context.diagnostics.add(diag::usage_needs_plan({}, spec(request.command).name));
  }
  if (context.diagnostics.has_errors()) return failed(context);
  return {ExitCode::done, rendered(context, plan_rows(inputs.plans.front(), request.text_lang())), {}};
}

Outcome command_levels(Context& context) {
  Listing listing = level_listing(reference_in(context.request.text_lang()), context.request.text_lang());
  if (!context.request.arguments.empty()) {
    const std::string& level = context.request.arguments.front();
    if (!parse_id<Level>(level).has_value()) {
      context.diagnostics.add(diag::usage_unknown_level({}, level, id_list<Level>()));
      return failed(context);
    }
    keep_rows(listing, "level", level);
  }
  return {ExitCode::done, rendered(context, listing), {}};
}

Outcome command_limits(Context& context) {
  Listing listing = limit_listing(builtin_reference(), context.request.text_lang());
  if (!context.request.arguments.empty()) {
    const std::string& year = context.request.arguments.front();
    keep_rows(listing, "year", year);
    if (listing.rows.empty()) {
      context.diagnostics.add(diag::usage_unknown_year({}, year, known_years()));
      return failed(context);
    }
  }
  return {ExitCode::done, rendered(context, listing), {}};
}

Outcome command_prices(Context& context) {
  Listing listing = price_listing(builtin_reference(), context.request.text_lang());
  if (!context.request.arguments.empty()) {
    const std::string& benefit = context.request.arguments.front();
    if (!parse_id<Benefit>(benefit).has_value()) {
      context.diagnostics.add(diag::usage_unknown_benefit({}, benefit, id_list<Benefit>()));
      return failed(context);
    }
    keep_rows(listing, "benefit", benefit);
  }
  return {ExitCode::done, rendered(context, listing), {}};
}

}  // namespace preauth
