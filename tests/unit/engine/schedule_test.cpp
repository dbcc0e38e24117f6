// Schedules by day of the admission: "$300 per day for days 1-5; $0 per day for days 6-90".

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);

}  // namespace

TEST_CASE("a_schedule_asks_the_amount_of_each_day") {
  const Build plan = Build().row(Benefit::inpatient, Pays().days(1, 5, usd(300)).days(6, 90, usd(0)));
  CHECK(total_of(plan.terms, stay(kFirst, 4, usd(1200))).copay == usd(1200));
  CHECK(total_of(plan.terms, stay(kFirst, 5, usd(1200))).copay == usd(1500));
  CHECK(total_of(plan.terms, stay(kFirst, 6, usd(1200))).copay == usd(1500));
}

TEST_CASE("days_past_the_last_rung_ask_nothing") {
  const Build plan = Build().row(Benefit::inpatient, Pays().days(1, 2, usd(300)).days(3, 4, usd(100)));
  CHECK(patient_dollars(adjudicate_all(plan.terms, stay(kFirst, 6, usd(1200)))) ==
        std::vector<std::int64_t>{300, 300, 100, 100, 0, 0});
}

TEST_CASE("a_schedule_starts_again_with_the_next_admission") {
  const Build plan = Build().row(Benefit::inpatient, Pays().days(1, 2, usd(300)).days(3, 90, usd(0)));
  const std::vector<ServiceLine> lines =
      stay(kFirst, 3, usd(1200)) + stay(day(2026, 3, 1), 3, usd(1200), Benefit::inpatient, 2);
  CHECK(patient_dollars(adjudicate_all(plan.terms, lines)) == std::vector<std::int64_t>{300, 300, 0, 300, 300, 0});
}

TEST_CASE("outside_an_admission_a_schedule_counts_the_visits_of_the_benefit_year") {
  const Build plan = Build().row(Benefit::php, Pays().days(1, 2, usd(55)).days(3, 90, usd(0)));
  CHECK(patient_dollars(adjudicate_all(plan.terms, visits(kFirst, 4, 7, usd(400), Benefit::php))) ==
        std::vector<std::int64_t>{55, 55, 0, 0});
}

TEST_CASE("a_rung_may_be_a_rate_and_the_deductible_may_come_first") {
  const Build plan = Build().deductible(usd(500)).row(
      Benefit::inpatient, Pays().days(1, 1, usd(100), percent(10)).days(2, 90, usd(0), percent(20)).after_deductible());
  // Day 1: 500 + 100 + 10 % of 400 = 640. Day 2: 20 % of 1,000 = 200.
  CHECK(patient_dollars(adjudicate_all(plan.terms, stay(kFirst, 2, usd(1000)))) == std::vector<std::int64_t>{640, 200});
}

TEST_CASE("a_case_rate_owes_the_rungs_of_all_its_days") {
  const Build plan = Build().row(Benefit::inpatient, Pays().days(1, 5, usd(300)).days(6, 90, usd(0)));
  ServiceLine whole = stay_day(kFirst, 1, usd(20000));
  whole.units = 28;
  CHECK(only_line(plan.terms, whole).amounts.copay == usd(1500));
  whole.units = 3;
  CHECK(only_line(plan.terms, whole).amounts.copay == usd(900));
}

TEST_CASE("a_rung_is_charged_once_a_day_and_never_beyond_the_day") {
  const Build plan = Build().row(Benefit::inpatient, Pays().days(1, 5, usd(300)));
  // Two lines on day 1 that allow 200 each: 200 + 100. Day 2 allows 250.
  const std::vector<Adjudication> results =
      adjudicate_all(plan.terms, {stay_day(kFirst, 1, usd(200)), stay_day(kFirst, 1, usd(200)),
                                  stay_day(kFirst, 2, usd(250)), stay_day(kFirst, 3, usd(900))});
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{200, 100, 250, 300});
}
