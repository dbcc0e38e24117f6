// Caps on copay and coinsurance together, per admission, day or year: "20 %, up to $1,500 per admission".

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);

}  // namespace

TEST_CASE("a_cap_stops_copay_and_coinsurance_of_an_admission") {
  const Build plan = Build().row(Benefit::inpatient, Pays().rate(percent(20)).cap(usd(1500), CapPer::admission));
  // 20 % of 1,000 = 200 a day: 7 days 1,400, the 8th 100, then nothing. Another admission starts again.
  CHECK(total_of(plan.terms, stay(kFirst, 7, usd(1000))).coinsurance == usd(1400));
  CHECK(total_of(plan.terms, stay(kFirst, 8, usd(1000))).coinsurance == usd(1500));
  CHECK(total_of(plan.terms, stay(kFirst, 28, usd(1000))).coinsurance == usd(1500));
  CHECK(total_of(plan.terms, stay(kFirst, 28, usd(1000)) + stay(day(2026, 3, 1), 3, usd(1000), Benefit::inpatient, 2))
            .coinsurance == usd(2100));
}

TEST_CASE("a_cap_takes_the_copay_first") {
  const Build plan = Build().row(Benefit::inpatient,
                                 Pays().copay(usd(300), CopayPer::day).rate(percent(10)).cap(usd(350), CapPer::day));
  // Each day 300 + the 50 that the cap leaves of 10 % of 700 = 70.
  const Amounts total = total_of(plan.terms, stay(kFirst, 2, usd(1000)));
  CHECK(total.copay == usd(600));
  CHECK(total.coinsurance == usd(100));
}

TEST_CASE("a_cap_of_the_day_holds_over_all_lines_of_the_row_on_that_day") {
  const Build plan = Build().row(Benefit::php, Pays().rate(percent(50)).cap(usd(80), CapPer::day));
  // 50 % of 100 = 50, then 30 on the same day; 50 on the next.
  CHECK(patient_dollars(adjudicate_all(
            plan.terms, {visit(kFirst, usd(100), Benefit::php), visit(kFirst, usd(100), Benefit::php),
                         visit(kFirst + 1, usd(100), Benefit::php)})) == std::vector<std::int64_t>{50, 30, 50});
}

TEST_CASE("a_cap_of_the_year_starts_again_with_the_benefit_year") {
  const Build plan = Build().row(Benefit::drug, Pays().copay(usd(90)).cap(usd(200), CapPer::year));
  // November, December 2026 and three more in January: 90 + 90 + 20, then 90 + 90.
  const std::vector<Adjudication> results =
      adjudicate_all(plan.terms, visits(day(2026, 12, 1), 3, 10, usd(500), Benefit::drug) +
                                     visits(day(2027, 1, 4), 2, 10, usd(500), Benefit::drug));
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{90, 90, 20, 90, 90});
}

TEST_CASE("a_cap_does_not_stop_the_deductible") {
  const Build plan = Build().deductible(usd(2000)).row(
      Benefit::inpatient, Pays().rate(percent(20)).after_deductible().cap(usd(100), CapPer::admission));
  // 2,000 + min(100, 20 % of 3,000).
  CHECK(total_of(plan.terms, stay(kFirst, 5, usd(1000))).patient() == usd(2100));
}

TEST_CASE("no_cap_is_not_a_cap_of_zero") {
  Build plan = Build().row(Benefit::inpatient, Pays().rate(percent(20)));
  CHECK(total_of(plan.terms, stay(kFirst, 2, usd(1000))).coinsurance == usd(400));
  plan.row(Benefit::inpatient, Pays().rate(percent(20)).cap(usd(0), CapPer::admission));
  CHECK(total_of(plan.terms, stay(kFirst, 2, usd(1000))).coinsurance == usd(0));
}
