#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/checks.h"
#include "loaded.h"

namespace preauth::test {
namespace {

Date day(std::string_view iso) { return parse_date(iso).value(); }

Plan plan_of(std::string_view first, std::string_view last) {
  Plan plan;
  plan.id = "acme";
  plan.year.known = Known<DateRange>(DateRange{day(first), day(last)});
  return plan;
}

std::vector<std::string> of_plan(const Plan& plan, const Treatment* treatment, bool of_library,
                                 std::string_view as_of) {
  Diagnostics diagnostics;
  check_plan_is_current(plan, treatment, of_library, day(as_of), diagnostics);
  return ids_of(diagnostics);
}

using Ids = std::vector<std::string>;

TEST_CASE("a_plan_year_is_over_on_the_day_after_its_last") {
  const Plan plan = plan_of("2025-07-01", "2026-06-30");
  CHECK(of_plan(plan, nullptr, false, "2026-06-30").empty());
  CHECK(of_plan(plan, nullptr, false, "2026-07-01") == Ids{"stale.plan-year"});
  CHECK(of_plan(plan, nullptr, true, "2026-07-01") == Ids{"stale.library-plan"});
}

TEST_CASE("a_plan_without_a_year_and_one_for_a_later_treatment_are_left_to_others") {
  CHECK(of_plan(Plan(), nullptr, true, "2026-07-01").empty());
  // A treatment after the year has `plan.year-over`; one inside it does not.
  Treatment treatment;
  treatment.start.known = Known<Date>(day("2026-07-06"));
  const Plan plan = plan_of("2025-07-01", "2026-06-30");
  CHECK(of_plan(plan, &treatment, false, "2026-07-01").empty());
  treatment.start.known = Known<Date>(day("2026-06-29"));
  CHECK(of_plan(plan, &treatment, false, "2026-07-01") == Ids{"stale.plan-year"});
}

TEST_CASE("amounts_are_stale_from_the_31st_day") {
  Treatment treatment;
  treatment.so_far.as_of.known = Known<Date>(day("2026-01-05"));
  const auto ids = [&](std::string_view as_of) {
    Diagnostics diagnostics;
    check_amounts_are_current(treatment, day(as_of), 30, diagnostics);
    return ids_of(diagnostics);
  };
  CHECK(ids("2026-01-01").empty());
  CHECK(ids("2026-02-04").empty());                  // 30 days later
  CHECK(ids("2026-02-05") == Ids{"stale.amounts"});  // 31
}

TEST_CASE("prices_are_stale_in_the_year_after_the_newest") {
  std::vector<ReferencePrice> prices(2);
  prices[0].year = 2026;
  prices[1].year = 2022;
  ReferenceData reference;
  reference.prices = prices;
  const auto ids = [&](std::string_view as_of) {
    Diagnostics diagnostics;
    check_prices_are_current(reference, day(as_of), diagnostics);
    return ids_of(diagnostics);
  };
  CHECK(ids("2026-12-31").empty());
  CHECK(ids("2027-01-01") == Ids{"stale.prices"});
}

}  // namespace
}  // namespace preauth::test
