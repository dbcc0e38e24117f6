// Benefit years: windows and leap days, resets, stays across the year's end, deductibles that carry over, and to which
// year the figures used so far belong.

#include "engine/benefit_year.h"

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

Build with_deductible(Money deductible) {
  return Build().deductible(deductible).row(Benefit::outpatient, Pays().after_deductible());
}

}  // namespace

TEST_CASE("later_and_earlier_benefit_years_are_the_stated_window_moved_by_twelve_months") {
  struct Case {
    std::string name;
    DateRange stated;
    Date date;
    std::int32_t index;
    DateRange days;
  };
  const DateRange calendar = {day(2026, 1, 1), day(2026, 12, 31)};
  const DateRange july = {day(2026, 7, 1), day(2027, 6, 30)};
  const DateRange march = {day(2027, 3, 1), day(2028, 2, 29)};
  const DateRange leap = {day(2024, 2, 29), day(2025, 2, 28)};
  const DateRange brief = {day(2026, 7, 1), day(2026, 12, 31)};
  const std::vector<Case> cases = {
      {"the year itself, first day", calendar, day(2026, 1, 1), 0, calendar},
      {"the year itself, last day", calendar, day(2026, 12, 31), 0, calendar},
      {"the day after", calendar, day(2027, 1, 1), 1, {day(2027, 1, 1), day(2027, 12, 31)}},
      {"the day before", calendar, day(2025, 12, 31), -1, {day(2025, 1, 1), day(2025, 12, 31)}},
      {"two years on", calendar, day(2028, 2, 29), 2, {day(2028, 1, 1), day(2028, 12, 31)}},
      {"July to June", july, day(2027, 7, 1), 1, {day(2027, 7, 1), day(2028, 6, 30)}},
      {"July to June, before", july, day(2026, 6, 30), -1, {day(2025, 7, 1), day(2026, 6, 30)}},
      {"ends on a leap day", march, day(2028, 3, 1), 1, {day(2028, 3, 1), day(2029, 2, 28)}},
      {"before one that ends on a leap day", march, day(2027, 2, 28), -1, {day(2026, 3, 1), day(2027, 2, 28)}},
      {"begins on a leap day", leap, day(2025, 3, 1), 1, {day(2025, 3, 1), day(2026, 2, 28)}},
      {"a short year is followed at once", brief, day(2027, 1, 1), 1, {day(2027, 1, 1), day(2027, 12, 31)}},
      {"before a short year", brief, day(2026, 6, 30), -1, {day(2025, 7, 1), day(2026, 6, 30)}}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const BenefitYear year = benefit_year_of(c.stated, c.date);
    CHECK(year.index == c.index);
    CHECK(to_iso(year.days.first) == to_iso(c.days.first));
    CHECK(to_iso(year.days.last) == to_iso(c.days.last));
  }
}

TEST_CASE("every_day_of_five_years_belongs_to_exactly_one_benefit_year") {
  const DateRange stated = {day(2026, 2, 28), day(2027, 2, 27)};
  for (Date date = day(2024, 1, 1); date < day(2029, 1, 1); date = date + 1) {
    const BenefitYear year = benefit_year_of(stated, date);
    CHECK(year.days.contains(date));
    CHECK(benefit_year_of(stated, year.days.last + 1).index == year.index + 1);
  }
}

TEST_CASE("accumulators_start_again_with_the_benefit_year") {
  const Build plan = with_deductible(usd(250));
  // 21 and 28 December: 100 + 100; 4, 11, 18 January: 100 + 100 + 50.
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, visits(day(2026, 12, 21), 5, 7, usd(100)));
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{100, 100, 100, 100, 50});
  CHECK(results[1].benefit_year == 0);
  CHECK_FALSE(mattered(results[1], Mattered::benefit_year_reset));
  CHECK_FALSE(mattered(results[1], Mattered::beyond_plan_year));
  CHECK(results[2].benefit_year == 1);
  CHECK(mattered(results[2], Mattered::benefit_year_reset));
  CHECK(mattered(results[2], Mattered::beyond_plan_year));
}

TEST_CASE("a_plan_without_a_yearly_reset_keeps_counting") {
  Build plan = with_deductible(usd(250));
  plan.terms.reset_yearly = false;
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, visits(day(2026, 12, 21), 5, 7, usd(100)));
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{100, 100, 50, 0, 0});
  CHECK(results[2].benefit_year == 1);
  CHECK_FALSE(mattered(results[2], Mattered::benefit_year_reset));
}

TEST_CASE("a_course_may_run_over_three_years_and_begin_before_the_stated_one") {
  const Build plan = with_deductible(usd(150));
  const std::vector<Adjudication> results =
      adjudicate_all(plan.terms, {visit(day(2025, 12, 31), usd(100)), visit(day(2026, 6, 1), usd(100)),
                                  visit(day(2026, 7, 1), usd(100)), visit(day(2027, 6, 1), usd(100)),
                                  visit(day(2028, 6, 1), usd(100)), visit(day(2028, 7, 1), usd(100))});
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{100, 100, 50, 100, 100, 50});
  CHECK(results[0].benefit_year == -1);
  CHECK(results[5].benefit_year == 2);
}

TEST_CASE("used_so_far_belongs_to_the_benefit_year_that_holds_its_date") {
  struct Case {
    std::string name;
    std::optional<Date> as_of;
    std::vector<std::int64_t> patient;
  };
  // 200 of 250 used. Visits of 100 on 28 December 2026 and on 4 and 11 January 2027.
  const std::vector<Case> cases = {{"in 2026", day(2026, 12, 1), {50, 100, 100}},
                                   {"in 2027", day(2027, 1, 1), {100, 50, 0}},
                                   {"in 2025: forgotten", day(2025, 12, 31), {100, 100, 100}},
                                   {"no date: the year of the first line", std::nullopt, {50, 100, 100}}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Start start;
    start.as_of = c.as_of;
    start.buckets.person[0] = usd(200);
    CHECK(patient_dollars(adjudicate_all(with_deductible(usd(250)).terms, visits(day(2026, 12, 28), 3, 7, usd(100)),
                                         start)) == c.patient);
  }
}

TEST_CASE("used_so_far_without_a_date_belongs_to_the_benefit_year_of_the_first_line") {
  Start start;
  start.buckets.person[0] = usd(200);
  const Build plan = with_deductible(usd(250));
  Adjudicator adjudicator(plan.terms, start);
  CHECK(adjudicator.used().person[0] == usd(200));
  CHECK(adjudicator.adjudicate(visit(day(2027, 3, 1), usd(100))).amounts.deductible == usd(50));
  CHECK(adjudicator.used().person[0] == usd(250));
}

TEST_CASE("a_reset_since_the_figures_were_read_is_noted") {
  Start start;
  start.as_of = day(2026, 12, 20);
  const Build plan = with_deductible(usd(250));
  CHECK(mattered(only_line(plan.terms, visit(day(2027, 1, 4), usd(100)), start), Mattered::benefit_year_reset));
  start.as_of = day(2027, 1, 2);
  CHECK_FALSE(mattered(only_line(plan.terms, visit(day(2027, 1, 4), usd(100)), start), Mattered::benefit_year_reset));
}

TEST_CASE("a_stay_across_the_years_end_is_counted_by_day_or_by_admission") {
  Build plan = Build().deductible(usd(1000)).row(Benefit::inpatient, Pays().after_deductible());
  plan.row(Benefit::outpatient, Pays().after_deductible());
  // 30, 31 December and 1, 2 January at 800, with a visit of 100 on 2 January beside it.
  const std::vector<ServiceLine> lines = stay(day(2026, 12, 30), 4, usd(800)) + visits(day(2027, 1, 2), 1, 1, usd(100));
  // By day: 800 + 200 in 2026; 800 + 200 in 2027, and the deductible is met for the visit.
  CHECK(patient_dollars(adjudicate_all(plan.terms, lines)) == std::vector<std::int64_t>{800, 200, 800, 200, 0});
  // By admission: all four days are 2026; the visit is the first of 2027.
  plan.terms.stay_across_years = StayAcrossYears::admission;
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, lines);
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{800, 200, 0, 0, 100});
  CHECK(results[3].benefit_year == 0);
  CHECK(results[4].benefit_year == 1);
  CHECK_FALSE(mattered(results[1], Mattered::stay_across_years));
  CHECK(mattered(results[2], Mattered::stay_across_years));
  CHECK_FALSE(mattered(results[4], Mattered::stay_across_years));
  plan.terms.reset_yearly = false;
  CHECK_FALSE(mattered(adjudicate_all(plan.terms, lines)[2], Mattered::stay_across_years));
}

TEST_CASE("both_years_stay_alive_while_an_admission_runs_across_them") {
  Build plan = Build().deductible(usd(1000)).row(Benefit::inpatient, Pays().after_deductible());
  plan.row(Benefit::outpatient, Pays().after_deductible());
  plan.terms.stay_across_years = StayAcrossYears::admission;
  // Alternately a day of the stay (2026: 600, 400, 0) and a visit (2027: 100 each).
  const Date eve = day(2026, 12, 31);
  const std::vector<Adjudication> results =
      adjudicate_all(plan.terms, {stay_day(eve, 1, usd(600)), stay_day(eve, 2, usd(600)), visit(eve + 1, usd(100)),
                                  stay_day(eve, 3, usd(600)), visit(eve + 2, usd(100))});
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{600, 400, 100, 0, 100});
}

TEST_CASE("a_stay_that_outlives_a_whole_year_goes_on_in_the_year_before") {
  Build plan = Build().deductible(usd(1000)).row(Benefit::residential, Pays().after_deductible());
  plan.terms.stay_across_years = StayAcrossYears::admission;
  const Date first = day(2026, 12, 31);
  const auto on = [&](Date date) { return stay_day(first, date - first + 1, usd(5000), Benefit::residential); };
  // 2026 and 2027 count for 2026; 2028 counts for 2027, whose deductible is still untouched.
  const std::vector<Adjudication> results =
      adjudicate_all(plan.terms, {on(first), on(day(2027, 6, 1)), on(day(2028, 1, 1)), on(day(2028, 2, 1))});
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{1000, 0, 1000, 0});
  CHECK(results[2].benefit_year == 1);
}

TEST_CASE("payments_of_the_last_months_carry_over_into_the_next_deductible") {
  struct Case {
    std::string name;
    std::int32_t months;
    Date first;
    Money next_year;
  };
  // One visit of 100 under a deductible of 250, then one of 300 in February 2027.
  const std::vector<Case> cases = {{"no carry-over", 0, day(2026, 12, 1), usd(250)},
                                   {"last three months, 1 October", 3, day(2026, 10, 1), usd(150)},
                                   {"last three months, 30 September", 3, day(2026, 9, 30), usd(250)},
                                   {"last three months, 31 December", 3, day(2026, 12, 31), usd(150)}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Build plan = with_deductible(usd(250));
    plan.terms.buckets[0].carry_over_months = c.months;
    const std::vector<Adjudication> results =
        adjudicate_all(plan.terms, {visit(c.first, usd(100)), visit(day(2027, 2, 1), usd(300))});
    CHECK(results[1].amounts.deductible == c.next_year);
    CHECK(mattered(results[1], Mattered::carry_over) == (c.next_year == usd(150)));
  }
}

TEST_CASE("what_carries_over_is_used_up_in_the_next_year_and_does_not_carry_again") {
  Build plan = with_deductible(usd(250));
  plan.terms.buckets[0].carry_over_months = 3;
  const std::vector<Adjudication> results = adjudicate_all(
      plan.terms,
      {visit(day(2026, 11, 2), usd(100)), visit(day(2027, 3, 1), usd(100)), visit(day(2028, 2, 1), usd(300))});
  CHECK(results[1].amounts.deductible == usd(100));
  CHECK(results[2].amounts.deductible == usd(250));
}

TEST_CASE("figures_used_so_far_do_not_carry_over_because_their_months_are_unknown") {
  Build plan = with_deductible(usd(250));
  plan.terms.buckets[0].carry_over_months = 3;
  Start start;
  start.as_of = day(2026, 12, 20);
  start.buckets.person[0] = usd(200);
  // 28 December: 50 left, and these 50 carry over: 250 − 50 = 200.
  const std::vector<Adjudication> results =
      adjudicate_all(plan.terms, {visit(day(2026, 12, 28), usd(100)), visit(day(2027, 2, 1), usd(300))}, start);
  CHECK(results[0].amounts.deductible == usd(50));
  CHECK(results[1].amounts.deductible == usd(200));
}

TEST_CASE("a_family_deductible_carries_over_what_all_its_persons_paid") {
  Build plan = with_deductible(usd(250));
  plan.terms.buckets[0].has_family = true;
  plan.terms.buckets[0].family = usd(500);
  plan.terms.buckets[0].carry_over_months = 3;
  ServiceLine other = visit(day(2026, 11, 2), usd(250));
  other.person = 1;
  ServiceLine next = visit(day(2027, 2, 1), usd(300));
  next.person = 2;
  // 200 and 250 carry over to the family's 500: 50 are left for a third person.
  const std::vector<Adjudication> results =
      adjudicate_all(plan.terms, {visit(day(2026, 10, 5), usd(200)), other, next});
  CHECK(results[2].amounts.deductible == usd(50));
}
