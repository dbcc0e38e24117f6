#include "batch/column_guide.h"

#include <array>

#include "messages/batch.h"

namespace preauth {
namespace {

constexpr std::array<ColumnGuideEntry, 38> kGuide = {{
    {"id", "C-1042", "column-id"},
    {"plan", "uhc-gold-standard-2026", "column-plan"},
    {"treatment", "clients/c-1042.toml", "column-treatment"},
    {"budget", "$3,000", "column-budget"},
    {"client.start", "2026-04-06", "column-start"},
    {"client.age", "34", "column-age"},
    {"client.coverage", "individual", "column-coverage"},
    {"client.condition", "substance use", "column-condition"},
    {"client.other_coverage", "no", "column-other-coverage"},
    {"so_far.as_of", "2026-04-01", "column-so-far-as-of"},
    {"so_far.deductible.in", "$900", "column-deductible-used"},
    {"so_far.deductible.out", "$0", "column-deductible-used-out"},
    {"so_far.out_of_pocket.in", "$1,150", "column-maximum-used"},
    {"so_far.out_of_pocket.out", "$0", "column-maximum-used-out"},
    {"so_far.family.deductible.in", "$1,400", "column-family-deductible-used"},
    {"so_far.family.out_of_pocket.in", "$2,300", "column-family-maximum-used"},
    {"so_far.used.outpatient", "3 visits", "column-visits-used"},
    {"so_far.used.iop", "2 days", "column-visits-used"},
    {"facilities.lakeside.network", "in", "column-facility-network"},
    {"facilities.lakeside.kind", "freestanding", "column-facility-kind"},
    {"facilities.lakeside.prices.iop.allowed", "$319.38/day", "column-price-allowed"},
    {"facilities.lakeside.prices.residential.billed", "$950/day", "column-price-billed"},
    {"options.iop.steps.1.level", "iop", "column-level"},
    {"options.iop.steps.1.schedule", "3 days/week for 9 weeks", "column-schedule"},
    {"options.iop.steps.1.at", "lakeside", "column-step-at"},
    {"options.iop.steps.1.start", "2026-04-13", "column-step-start"},
    {"options.iop.title", "IOP at Lakeside", "column-option-title"},
    {"life.unpaid_day_off", "$150", "column-day-off"},
    {"life.travel_per_visit", "$12", "column-travel"},
    {"life.childcare_per_day", "$60", "column-childcare"},
    {"deductible.in", "$2,000", "column-plan-deductible"},
    {"out_of_pocket_max.in", "$9,100", "column-plan-maximum"},
    {"benefits.iop.in", "$40 copay", "column-plan-row"},
    {"benefits.iop.same_as", "office-visit", "column-plan-same-as"},
    {"benefits.residential.in", "20% after deductible", "column-plan-row"},
    {"benefits.residential.limit", "30 days per year", "column-plan-limit"},
    {"benefits.iop.prior_auth", "required", "column-plan-prior-auth"},
    {"prior_auth.first", "10 days", "column-plan-first"},
}};

}  // namespace

std::span<const ColumnGuideEntry> column_guide() { return kGuide; }

std::string_view example_of(std::string_view path) {
  const auto first = [](std::string_view text) { return text.substr(0, text.find('.')); };
  const auto last = [](std::string_view text) { return text.substr(text.rfind('.') + 1); };
  for (const ColumnGuideEntry& entry : kGuide) {
    if (first(entry.path) == first(path) && last(entry.path) == last(path)) return entry.example;
  }
  return {};
}

Listing column_listing(Lang lang) {
  Listing listing;
  listing.schema = "preauth.columns/1";
  listing.items = "columns";
  listing.title = msg::batch::columns_title(lang);
  listing.flexible = "meaning";
  listing.columns = {{"column", msg::batch::columns_head_column(lang)},
                     {"meaning", msg::batch::columns_head_meaning(lang)},
                     {"example", msg::batch::columns_head_example(lang)}};
  for (const ColumnGuideEntry& entry : kGuide) {
    listing.rows.push_back(
        {text_cell(entry.path), text_cell(msg::batch::by_id(lang, entry.meaning, {})), text_cell(entry.example)});
  }
  listing.notes = {msg::batch::columns_note(lang)};
  return listing;
}

std::string starter_rows() {
  CsvWriter csv(CsvGuard::spreadsheet);
  csv.row({"id", "plan", "treatment", "budget", "client.start", "so_far.deductible.in", "so_far.out_of_pocket.in"});
  csv.row({"C-001", "uhc-gold-standard-2026", "", "$3,000", "2026-04-06", "$900", "$1,150"});
  csv.row({"C-002", "original-medicare-2026", "", "", "2026-04-13", "", ""});
  csv.row({"C-003", "maryland-medicaid", "", "$0", "2026-05-04", "", ""});
  return csv.take();
}

}  // namespace preauth
