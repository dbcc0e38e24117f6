#include "report/listing.h"

#include <array>
#include <string>

#include <doctest/doctest.h>

#include "report/reference_listings.h"

namespace preauth {
namespace {

constexpr Citation kOfficial = {"CMS notice, 2025-11", "https://example.test/a", "2025-11", Grade::A};
constexpr Citation kAssumed = {"usual practice", "", "2026", Grade::C};

ReferenceData reference() {
  static const std::array<YearLimits, 1> kYears = [] {
    std::array<YearLimits, 1> years;
    years[0].year = 2026;
    years[0].aca_self = {Money::dollars(10'600), kOfficial};
    years[0].part_b_deductible = {Money::dollars(283), kOfficial};
    return years;
  }();
  static const std::array<ReferencePrice, 1> kPrices = [] {
    std::array<ReferencePrice, 1> prices;
    prices[0].benefit = Benefit::iop;
    prices[0].facility = "hospital";
    prices[0].year = 2026;
    prices[0].unit = PriceUnit::day;
    prices[0].low = UnitPrice::micros(250'000'000);
    prices[0].likely = UnitPrice::micros(319'380'000);
    prices[0].high = UnitPrice::micros(800'000'000);
    prices[0].code = "H0015";
    prices[0].label = "one IOP day";
    prices[0].citation = kOfficial;
    prices[0].range_citation = kAssumed;
    return prices;
  }();
  static const std::array<LevelInfo, 1> kLevels = [] {
    std::array<LevelInfo, 1> levels;
    levels[0].level = Level::iop;
    levels[0].name = "Intensive outpatient (IOP)";
    levels[0].plain = "Treatment on several days a week while living at home.";
    levels[0].asam3 = "2.1";
    levels[0].schedule = "3 days/week for 9 weeks";
    levels[0].length_low = "6 weeks";
    levels[0].length_high = "12 weeks";
    levels[0].schedule_citation = kAssumed;
    return levels;
  }();
  ReferenceData data;
  data.version = "2026-11-21";
  data.years = kYears;
  data.prices = kPrices;
  data.levels = kLevels;
  data.out_of_network_charge = {Rate::percent(150), Rate::percent(250), Rate::percent(400), kAssumed};
  return data;
}

TEST_CASE("limits_are_a_table_with_footnotes") {
  CHECK(listing_text(limit_listing(reference(), Lang::en), {}) ==
        "Legal limits and Medicare amounts\n"
        "\n"
        "year  limit                                       amount  source\n"
        "2026  federal out-of-pocket maximum, one person  $10,600  [1]\n"
        "2026  Medicare Part B deductible                    $283  [1]\n"
        "\n"
        "[1] CMS notice, 2025-11 (A), https://example.test/a\n"
        "\n"
        "Grade A: official, or two sources agree. B: one other source. C: assumed, from\n"
        "general knowledge. D: worked out from the others.\n");
}

TEST_CASE("limits_as_json_carry_their_source") {
  CHECK(listing_json(limit_listing(reference(), Lang::en)) == R"({
  "schema": "preauth.limits/1",
  "version": "2026-11-21",
  "limits": [
    {"year": 2026, "limit": "aca_self", "amount": "10600.00", "source": "CMS notice, 2025-11", "date": "2025-11", )"
                                                              R"("url": "https://example.test/a", "grade": "A"},
    {"year": 2026, "limit": "part_b_deductible", "amount": "283.00", "source": "CMS notice, 2025-11", )"
                                                              R"("date": "2025-11", "url": )"
                                                              R"("https://example.test/a", "grade": "A"}
  ]
}
)");
}

TEST_CASE("levels_are_blocks_with_what_is_known") {
  CHECK(listing_text(level_listing(reference(), Lang::en), {}) ==
        "Levels of care\n"
        "\n"
        "Intensive outpatient (IOP)\n"
        "  Treatment on several days a week while living at home.\n"
        "  usual schedule: 3 days/week for 9 weeks\n"
        "  usual length: 6 weeks – 12 weeks\n"
        "  ASAM 3rd edition: 2.1\n"
        "  source: [1]\n"
        "\n"
        "[1] usual practice, 2026 (C)\n"
        "\n"
        "Grade A: official, or two sources agree. B: one other source. C: assumed, from\n"
        "general knowledge. D: worked out from the others.\n"
        "People say “inpatient” for a 28-day rehab program; insurers call that\n"
        "residential. Inpatient here is a hospital stay. Which level is safe is a\n"
        "clinical decision.\n");
}

TEST_CASE("prices_show_low_usual_and_high") {
  const Listing listing = price_listing(reference(), Lang::en);
  const std::string text = listing_text(listing, {});
  CHECK(text.find("IOP      hospital  day  $250  $319.38  $800  [1] [2]\n") != std::string::npos);
  CHECK(listing.notes.front() ==
        "Out of network, when the bill is unknown: 150% – 400% of the allowed amount, usually 250% (usual practice).");
  CHECK(listing_csv(listing, CsvGuard::spreadsheet)
            .starts_with("benefit,facility,year,unit,low,usual,high,medicare,code,label,source,date,url,grade,"
                         "range_source,range_date,range_url,range_grade\r\n"
                         "iop,hospital,2026,day,250.00,319.38,800.00,,H0015,one IOP day,"));
}

TEST_CASE("markdown_lists_every_column") {
  CHECK(listing_md(level_listing(reference(), Lang::en))
            .find("| Intensive outpatient (IOP) | Treatment on several days a week while living at home. | 3 days/week "
                  "for 9 weeks | 6 weeks – 12 weeks | 2.1 |  |  | usual practice, 2026 (C) | 2026 |  | C |") !=
        std::string::npos);
}

TEST_CASE("a_cell_that_is_absent_is_null_in_json_and_empty_in_csv") {
  Listing listing;
  listing.schema = "preauth.test/1";
  listing.items = "rows";
  listing.columns = {{"a", "A"}, {"b", "B"}, {"c", "C"}};
  listing.rows = {{optional_cell(""), boolean_cell(true, "yes"), number_cell(-3)}};
  CHECK(listing_json(listing) ==
        "{\n  \"schema\": \"preauth.test/1\",\n  \"rows\": [\n    {\"a\": null, \"b\": true, \"c\": -3}\n  ]\n}\n");
  CHECK(listing_csv(listing, CsvGuard::spreadsheet) == "a,b,c\r\n,true,-3\r\n");
}

}  // namespace
}  // namespace preauth
