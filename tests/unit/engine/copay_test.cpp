// Copays that belong to a visit, a day or an admission; copays of different services on one day; waived copays.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);

Build inpatient(const Pays& share, Money deductible = Money()) {
  return Build().deductible(deductible).row(Benefit::inpatient, share);
}

}  // namespace

TEST_CASE("a_per_stay_copay_that_does_not_fit_the_day_carries_to_the_next") {
  const Build plan = inpatient(Pays().copay(usd(850), CopayPer::admission).after_deductible(), usd(2000));
  // 700 a day: 700, 700, 600 + 100 of the copay, 700, 50: 2,000 + 850 = 2,850.
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, stay(kFirst, 5, usd(700)));
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{700, 700, 700, 700, 50});
  CHECK(results[2].amounts.copay == usd(100));
  CHECK(mattered(results[3], Mattered::carried_copay));
  CHECK(mattered(results[4], Mattered::carried_copay));
  CHECK_FALSE(mattered(results[0], Mattered::carried_copay));
}

TEST_CASE("a_per_stay_copay_is_owed_once_and_never_more_than_the_admission_allows") {
  const Build plan = inpatient(Pays().copay(usd(850), CopayPer::admission));
  // Two days of 300: 600 in all. Ten days: 300 + 300 + 250.
  CHECK(total_of(plan.terms, stay(kFirst, 2, usd(300))).copay == usd(600));
  CHECK(total_of(plan.terms, stay(kFirst, 10, usd(300))).copay == usd(850));
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, stay(kFirst, 2, usd(900)));
  CHECK(results[0].amounts.copay == usd(850));
  CHECK_FALSE(mattered(results[0], Mattered::carried_copay));
}

TEST_CASE("another_admission_owes_its_own_copay") {
  const Build plan = inpatient(Pays().copay(usd(850), CopayPer::admission));
  const std::vector<ServiceLine> lines =
      stay(kFirst, 3, usd(900)) + stay(day(2026, 2, 1), 3, usd(900), Benefit::inpatient, 2);
  CHECK(total_of(plan.terms, lines).copay == usd(1700));
}

TEST_CASE("two_rows_of_one_admission_owe_a_copay_each_unless_they_are_one_row_of_the_plan") {
  Build plan = inpatient(Pays().copay(usd(300), CopayPer::admission));
  plan.row(Benefit::detox, Pays().copay(usd(200), CopayPer::admission));
  const std::vector<ServiceLine> lines =
      stay(kFirst, 2, usd(900), Benefit::detox) + stay(kFirst + 2, 2, usd(900), Benefit::inpatient);
  // 200 for detox and 300 for the hospital days.
  CHECK(total_of(plan.terms, lines).copay == usd(500));
  // Detox falls under the inpatient row: 300 once.
  plan.row(Benefit::detox, Pays().copay(usd(300), CopayPer::admission));
  plan.each(Benefit::detox, [](BenefitTerms& row) { row.row = static_cast<std::int8_t>(Benefit::inpatient); });
  CHECK(total_of(plan.terms, lines).copay == usd(300));
}

TEST_CASE("lines_outside_an_admission_owe_a_per_stay_copay_once_in_the_course") {
  const Build plan = Build().row(Benefit::iop, Pays().copay(usd(250), CopayPer::admission));
  CHECK(total_of(plan.terms, visits(kFirst, 27, 2, usd(319, 38), Benefit::iop)).copay == usd(250));
}

TEST_CASE("a_per_stay_copay_waits_for_the_line_after_the_crossing_one_where_the_plan_charges_none_there") {
  Build plan = inpatient(Pays().copay(usd(500), CopayPer::admission).after_deductible(), usd(1000));
  plan.terms.crossing_copay = CrossingCopay::not_charged;
  // 700, then 300 of the deductible and no copay, then 500.
  CHECK(patient_dollars(adjudicate_all(plan.terms, stay(kFirst, 4, usd(700)))) ==
        std::vector<std::int64_t>{700, 300, 500, 0});
}

TEST_CASE("a_per_day_copay_is_charged_every_day_after_the_deductible") {
  const Build plan = inpatient(Pays().copay(usd(250), CopayPer::day).after_deductible(), usd(1000));
  // 1,500 a day for 4 days: 1,000 + 4 × 250 = 2,000.
  const Amounts total = total_of(plan.terms, stay(kFirst, 4, usd(1500)));
  CHECK(total.deductible == usd(1000));
  CHECK(total.copay == usd(1000));
  CHECK(total.plan_pays == usd(4000));
}

TEST_CASE("a_per_day_copay_is_charged_once_on_a_date_and_a_per_visit_copay_on_every_line") {
  Build plan = Build().row(Benefit::php, Pays().copay(usd(60), CopayPer::day));
  const std::vector<ServiceLine> twice = {visit(kFirst, usd(200), Benefit::php), visit(kFirst, usd(200), Benefit::php)};
  CHECK(total_of(plan.terms, twice).copay == usd(60));
  plan.row(Benefit::php, Pays().copay(usd(60), CopayPer::visit));
  CHECK(total_of(plan.terms, twice).copay == usd(120));
}

TEST_CASE("what_is_left_of_a_per_day_copay_is_owed_by_the_next_line_of_the_same_day") {
  const Build plan = Build().row(Benefit::php, Pays().copay(usd(60), CopayPer::day));
  // 45 on the line that allows 45, 15 on the second; the next day starts anew.
  const std::vector<Adjudication> results =
      adjudicate_all(plan.terms, {visit(kFirst, usd(45), Benefit::php), visit(kFirst, usd(200), Benefit::php),
                                  visit(kFirst + 1, usd(45), Benefit::php), visit(kFirst + 2, usd(200), Benefit::php)});
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{45, 15, 45, 60});
  // It is still the first of the days on which a copay is charged.
  const Build once = Build().row(Benefit::php, Pays().copay(usd(60), CopayPer::day).at_most_days(1));
  CHECK(patient_dollars(adjudicate_all(
            once.terms, {visit(kFirst, usd(45), Benefit::php), visit(kFirst, usd(200), Benefit::php),
                         visit(kFirst + 1, usd(200), Benefit::php)})) == std::vector<std::int64_t>{45, 15, 0});
}

TEST_CASE("a_copay_is_charged_on_no_more_days_of_an_admission_than_the_plan_says") {
  const Build plan = inpatient(Pays().copay(usd(350), CopayPer::day).at_most_days(5));
  // 28 days at 350, at most 5 days: 1,750; again in the next admission.
  CHECK(total_of(plan.terms, stay(kFirst, 28, usd(1200))).copay == usd(1750));
  CHECK(total_of(plan.terms, stay(kFirst, 4, usd(1200))).copay == usd(1400));
  CHECK(total_of(plan.terms, stay(kFirst, 5, usd(1200))).copay == usd(1750));
  CHECK(total_of(plan.terms, stay(kFirst, 6, usd(1200))).copay == usd(1750));
  CHECK(total_of(plan.terms, stay(kFirst, 6, usd(1200)) + stay(day(2026, 3, 1), 6, usd(1200), Benefit::inpatient, 2))
            .copay == usd(3500));
}

TEST_CASE("a_day_that_the_deductible_took_is_not_a_copay_day") {
  const Build plan = inpatient(Pays().copay(usd(300), CopayPer::day).at_most_days(2).after_deductible(), usd(1000));
  // Day 1 goes to the deductible, days 2 and 3 are charged.
  CHECK(patient_dollars(adjudicate_all(plan.terms, stay(kFirst, 4, usd(1000)))) ==
        std::vector<std::int64_t>{1000, 300, 300, 0});
}

TEST_CASE("a_line_for_several_days_of_a_stay_owes_the_copay_of_each") {
  const Build plan = inpatient(Pays().copay(usd(350), CopayPer::day).at_most_days(5));
  ServiceLine week = stay_day(kFirst, 1, usd(8400));
  week.units = 7;
  // A week in one line: 5 × 350; the second week owes none.
  ServiceLine second = stay_day(kFirst, 8, usd(8400));
  second.units = 7;
  CHECK(patient_dollars(adjudicate_all(plan.terms, {week, second})) == std::vector<std::int64_t>{1750, 0});
  week.units = 3;
  CHECK(only_line(plan.terms, week).amounts.copay == usd(1050));
}

TEST_CASE("copays_of_one_day_are_each_charged_or_only_the_highest") {
  Build plan =
      Build().row(Benefit::outpatient, Pays().copay(usd(30))).row(Benefit::office_visit, Pays().copay(usd(50)));
  plan.row(Benefit::drug, Pays().copay(usd(20)));
  const std::vector<ServiceLine> lines = {visit(kFirst, usd(100)), visit(kFirst, usd(100), Benefit::office_visit),
                                          visit(kFirst, usd(100), Benefit::drug), visit(kFirst + 1, usd(100))};
  // Each: 30, 50, 20, and 30 on the next day.
  CHECK(patient_dollars(adjudicate_all(plan.terms, lines)) == std::vector<std::int64_t>{30, 50, 20, 30});
  plan.terms.same_day_copays = SameDayCopays::highest;
  // Highest: 30, then 20 more to make 50, then nothing more.
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, lines);
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{30, 20, 0, 30});
  CHECK_FALSE(mattered(results[0], Mattered::same_day_copays));
  CHECK(mattered(results[1], Mattered::same_day_copays));
  CHECK_FALSE(mattered(results[3], Mattered::same_day_copays));
}

TEST_CASE("the_highest_copay_is_found_anew_every_day") {
  Build plan =
      Build().row(Benefit::outpatient, Pays().copay(usd(30))).row(Benefit::office_visit, Pays().copay(usd(50)));
  plan.terms.same_day_copays = SameDayCopays::highest;
  // 50 on the first day; 30 and then 20 more on the second.
  CHECK(patient_dollars(
            adjudicate_all(plan.terms, {visit(kFirst, usd(100), Benefit::office_visit), visit(kFirst + 1, usd(100)),
                                        visit(kFirst + 1, usd(100), Benefit::office_visit)})) ==
        std::vector<std::int64_t>{50, 30, 20});
}

TEST_CASE("a_per_stay_copay_is_no_copay_of_the_day") {
  Build plan = inpatient(Pays().copay(usd(300), CopayPer::admission));
  plan.row(Benefit::inpatient_professional, Pays().copay(usd(40)));
  plan.terms.same_day_copays = SameDayCopays::highest;
  ServiceLine doctor = stay_day(kFirst, 1, usd(200), Benefit::inpatient_professional);
  doctor.order = DayOrder::professional;
  CHECK(total_of(plan.terms, {stay_day(kFirst, 1, usd(900)), doctor}).copay == usd(340));
  CHECK(total_of(plan.terms, {doctor, stay_day(kFirst, 1, usd(900))}).copay == usd(340));
}

TEST_CASE("an_emergency_copay_is_waived_for_who_is_admitted_where_the_plan_says_so") {
  Build plan = Build().row(Benefit::emergency, Pays().copay(usd(350)).rate(percent(10)));
  ServiceLine line = visit(kFirst, usd(1000), Benefit::emergency);
  line.emergency = true;
  line.admitted_after = true;
  // Not waived: 350 + 10 % of 650 = 65.
  CHECK(only_line(plan.terms, line).amounts.patient() == usd(415));
  plan.each(Benefit::emergency, [](BenefitTerms& row) { row.waived_if_admitted = true; });
  // Waived: 10 % of 1,000.
  const Adjudication waived = only_line(plan.terms, line);
  CHECK(waived.amounts.patient() == usd(100));
  CHECK(mattered(waived, Mattered::waived_copay));
  line.admitted_after = false;
  CHECK(only_line(plan.terms, line).amounts.patient() == usd(415));
}
