#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/defaults.h"
#include "load/phrase.h"
#include "reference/builtin.h"

namespace preauth {
namespace {

// A citation that is there at all names a source, its date, and how good it is.
bool is_complete(const Citation& citation) {
  const std::string_view date = citation.date;
  const bool has_year = date.size() >= 4 && date.substr(0, 2) == "20";
  return !citation.title.empty() && has_year;
}

std::vector<CitedMoney> amounts(const YearLimits& year) {
  return {year.aca_self,           year.aca_family,        year.hdhp_deductible_self, year.hdhp_deductible_family,
          year.hdhp_max_self,      year.hdhp_max_family,   year.part_a_deductible,    year.part_a_day_61_90,
          year.part_a_reserve_day, year.part_b_deductible, year.part_d_cap,           year.part_d_deductible};
}

TEST_CASE("every_amount_of_a_year_is_cited_and_absent_ones_are_absent") {
  for (const YearLimits& year : builtin_reference().years) {
    CAPTURE(year.year);
    for (const CitedMoney& cited : amounts(year)) {
      CHECK(cited.amount.has_value() == is_complete(cited.citation));
      if (cited.amount) CHECK(cited.amount->is_positive());
    }
  }
}

TEST_CASE("years_ascend_without_gaps_from_2020_to_2027") {
  int expected = 2020;
  for (const YearLimits& year : builtin_reference().years) CHECK(year.year == expected++);
  CHECK(expected == 2028);
}

TEST_CASE("family_limits_are_twice_the_self_only_limits") {
  for (const YearLimits& year : builtin_reference().years) {
    CAPTURE(year.year);
    CHECK(*year.aca_family.amount == *year.aca_self.amount * 2);
    CHECK(*year.hdhp_deductible_family.amount == *year.hdhp_deductible_self.amount * 2);
    CHECK(*year.hdhp_max_family.amount == *year.hdhp_max_self.amount * 2);
  }
}

TEST_CASE("part_a_days_are_a_quarter_and_a_half_of_the_deductible") {
  int checked = 0;
  for (const YearLimits& year : builtin_reference().years) {
    if (!year.part_a_deductible.amount) continue;
    CAPTURE(year.year);
    CHECK(*year.part_a_day_61_90.amount * 4 == *year.part_a_deductible.amount);
    CHECK(*year.part_a_reserve_day.amount * 2 == *year.part_a_deductible.amount);
    ++checked;
  }
  CHECK(checked == 7);  // 2020-2026; 2027 was not found
}

TEST_CASE("limits_of_2026_are_the_revised_ones") {
  const YearLimits* year = builtin_reference().limits_of(2026);
  REQUIRE(year != nullptr);
  CHECK(*year->aca_self.amount == Money::dollars(10'600));
  CHECK(*year->hdhp_deductible_self.amount == Money::dollars(1'700));
  CHECK(*year->part_a_deductible.amount == Money::dollars(1'736));
  CHECK(*year->part_b_deductible.amount == Money::dollars(283));
}

TEST_CASE("prices_are_cited_and_likely_lies_between_low_and_high") {
  for (const ReferencePrice& price : builtin_reference().prices) {
    CAPTURE(std::string(id(price.benefit)));
    CHECK(UnitPrice() < price.low);
    CHECK(price.low <= price.likely);
    CHECK(price.likely <= price.high);
    CHECK(is_complete(price.citation));
    CHECK(is_complete(price.range_citation));
    CHECK_FALSE(price.code.empty());
    CHECK_FALSE(price.label.empty());
    CHECK((price.year >= 2017 && price.year <= 2027));
  }
}

TEST_CASE("every_insured_level_has_a_price") {
  for (std::size_t i = 0; i + 1 < kLevelCount; ++i) {
    const Benefit benefit = benefit_of(static_cast<Level>(i));
    const auto& prices = builtin_reference().prices;
    CAPTURE(std::string(id(benefit)));
    CHECK(std::any_of(prices.begin(), prices.end(), [&](const ReferencePrice& p) { return p.benefit == benefit; }));
  }
}

TEST_CASE("residential_has_no_medicare_price") {
  for (const ReferencePrice& price : builtin_reference().prices) {
    if (price.benefit == Benefit::residential) CHECK_FALSE(price.medicare.has_value());
    if (price.benefit == Benefit::iop) CHECK(*price.medicare == UnitPrice::micros(319'380'000));
  }
}

TEST_CASE("billed_is_never_taken_as_equal_to_allowed_out_of_network") {
  const ChargeMultiple& multiple = builtin_reference().out_of_network_charge;
  CHECK(Rate::percent(100) < multiple.low);
  CHECK(multiple.low < multiple.likely);
  CHECK(multiple.likely < multiple.high);
  CHECK(is_complete(multiple.citation));
}

TEST_CASE("levels_are_complete_and_in_order") {
  const auto& levels = builtin_reference().levels;
  REQUIRE(levels.size() == kLevelCount);
  for (std::size_t i = 0; i < kLevelCount; ++i) {
    CAPTURE(std::string(levels[i].name));
    CHECK(levels[i].level == static_cast<Level>(i));
    CHECK_FALSE(levels[i].short_name.empty());
    CHECK(levels[i].plain.back() == '.');
    CHECK(is_complete(levels[i].schedule_citation));
    CHECK(is_complete(levels[i].asam_citation));
    CHECK(is_complete(levels[i].codes_citation));
    CHECK(parse_schedule(levels[i].schedule).value.has_value());
  }
}

TEST_CASE("every_default_reads") {
  Diagnostics diagnostics;
  read_defaults(builtin_reference(), diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) FAIL_CHECK(diagnostic.message);
  for (const DefaultTerm& term : builtin_reference().defaults) {
    CAPTURE(std::string(term.id));
    CHECK(is_complete(term.citation));
  }
}

TEST_CASE("state_rules_name_the_state_the_days_and_the_law") {
  for (const StateRule& rule : builtin_reference().states) {
    CAPTURE(std::string(rule.state));
    CHECK(rule.state.size() == 2);
    CHECK((rule.never_authorization || rule.days_without_authorization > 0));
    CHECK(rule.days_without_review > 0);
    CHECK((rule.levels & rule.review_levels) == rule.review_levels);
    CHECK((rule.notice_hours > 0) != (rule.notice_business_days > 0));
    CHECK(rule.text.back() == '.');
    CHECK(is_complete(rule.citation));
  }
  CHECK(parse_date(builtin_reference().version).has_value());
}

}  // namespace
}  // namespace preauth
