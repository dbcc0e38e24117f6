// Step 9: Original Medicare. Amounts of 2026: Part A deductible 1,736, days 61-90 at 434, reserve days at 868.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);
const Money kDay = usd(1000);

Build medicare() {
  Build plan;
  plan.terms.part_a.deductible = usd(1736);
  plan.terms.part_a.day_61_90 = usd(434);
  plan.terms.part_a.reserve_day = usd(868);
  plan.terms.benefit_period_is_spell = true;
  plan.each(Benefit::inpatient, [](BenefitTerms& row) { row.medicare_part_a = true; });
  return plan;
}

std::vector<ServiceLine> psychiatric(std::vector<ServiceLine> lines) {
  for (ServiceLine& line : lines) line.facility_kind = FacilityKind::psychiatric_hospital;
  return lines;
}

}  // namespace

TEST_CASE("a_stay_costs_the_deductible_then_days_61_to_90_then_reserve_days") {
  struct Case {
    std::string name;
    std::int32_t days;
    Money patient;
  };
  const std::vector<Case> cases = {{"1 day: its whole allowed amount", 1, usd(1000)},
                                   {"2 days: the deductible", 2, usd(1736)},
                                   {"28 days", 28, usd(1736)},
                                   {"60 days", 60, usd(1736)},
                                   {"61 days: + 434", 61, usd(2170)},
                                   {"75 days: 1,736 + 15 × 434 = 8,246", 75, usd(8246)},
                                   {"90 days: 1,736 + 30 × 434 = 14,756", 90, usd(14756)},
                                   {"91 days: + 868", 91, usd(15624)},
                                   {"150 days: 14,756 + 60 × 868 = 66,836", 150, usd(66836)},
                                   {"151 days: + the billed 1,000", 151, usd(67836)}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(total_of(medicare().terms, stay(kFirst, c.days, kDay)).patient() == c.patient);
  }
}

TEST_CASE("every_amount_is_posted_under_its_rule") {
  const std::vector<Adjudication> results = adjudicate_all(medicare().terms, stay(kFirst, 151, kDay));
  CHECK(adjustments_of(results[0]) == "PR-1 100000");
  CHECK(results[0].adjustments[0].rule == Rule::part_a_deductible);
  CHECK(adjustments_of(results[1]) == "PR-1 73600");
  CHECK(adjustments_of(results[60]) == "PR-2 43400");
  CHECK(results[60].adjustments[0].rule == Rule::part_a_day);
  CHECK(adjustments_of(results[90]) == "PR-2 86800");
  CHECK(results[90].adjustments[0].rule == Rule::part_a_reserve_day);
  CHECK(adjustments_of(results[150]) == "PR-119 100000");
  CHECK(results[150].adjustments[0].rule == Rule::part_a_exhausted);
  CHECK(mattered(results[0], Mattered::benefit_period));
}

TEST_CASE("a_case_rate_counts_all_its_days") {
  ServiceLine whole = stay_day(kFirst, 1, usd(80000));
  // 75 days in one line: 1,736 + 15 × 434. 95 days: 1,736 + 30 × 434 + 5 × 868 = 19,096.
  whole.units = 75;
  CHECK(only_line(medicare().terms, whole).amounts.patient() == usd(8246));
  whole.units = 95;
  CHECK(only_line(medicare().terms, whole).amounts.patient() == usd(19096));
}

TEST_CASE("a_stay_within_sixty_days_continues_the_benefit_period") {
  struct Case {
    std::string name;
    Date second;
    Money patient;
  };
  // The first stay has its last night on 31 January; 1 February is the first day out, 1 April the sixtieth.
  const std::vector<Case> cases = {{"1 April: 59 days out", day(2026, 4, 1), usd(1736)},
                                   {"2 April: 60 days out, a new deductible", day(2026, 4, 2), usd(3472)}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(total_of(medicare().terms, stay(day(2026, 1, 22), 10, kDay) + stay(c.second, 10, kDay, Benefit::inpatient, 2))
              .patient() == c.patient);
  }
}

TEST_CASE("a_shorter_gap_may_end_the_benefit_period") {
  Build plan = medicare();
  plan.terms.part_a.gap_days = 10;
  CHECK(total_of(plan.terms, stay(day(2026, 1, 22), 10, kDay) + stay(day(2026, 2, 11), 10, kDay)).patient() ==
        usd(3472));
  CHECK(total_of(plan.terms, stay(day(2026, 1, 22), 10, kDay) + stay(day(2026, 2, 10), 10, kDay)).patient() ==
        usd(1736));
}

TEST_CASE("the_calendar_year_does_not_end_a_benefit_period") {
  const std::vector<Adjudication> results = adjudicate_all(medicare().terms, stay(day(2026, 12, 22), 20, kDay));
  CHECK(results[19].amounts.patient() == usd(0));
  CHECK(results[19].benefit_year == 1);
}

TEST_CASE("days_used_before_count_while_their_benefit_period_runs") {
  Start start;
  start.as_of = day(2026, 1, 10);
  start.medicare.benefit_period_days = 58;
  start.medicare.deductible_paid = usd(1736);
  start.medicare.last_hospital_day = day(2026, 1, 1);
  // Days 59, 60, 61, 62: 2 × 434.
  CHECK(total_of(medicare().terms, stay(kFirst, 4, kDay), start).patient() == usd(868));
  // More than 60 days later everything starts again.
  CHECK(total_of(medicare().terms, stay(day(2026, 4, 1), 4, kDay), start).patient() == usd(1736));
}

TEST_CASE("reserve_days_are_used_up_once_in_a_lifetime") {
  Start start;
  start.medicare.benefit_period_days = 90;
  start.medicare.deductible_paid = usd(1736);
  start.medicare.reserve_days_used = 58;
  // Two reserve days are left: 868 + 868, then the billed 1,000.
  CHECK(patient_dollars(adjudicate_all(medicare().terms, stay(kFirst, 3, kDay), start)) ==
        std::vector<std::int64_t>{868, 868, 1000});
}

TEST_CASE("a_psychiatric_hospital_has_190_days_of_a_lifetime") {
  Start start;
  start.medicare.psychiatric_days_used = 188;
  const std::vector<Adjudication> results = adjudicate_all(medicare().terms, psychiatric(stay(kFirst, 4, kDay)), start);
  // 1,000, 736, then not covered.
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{1000, 736, 1000, 1000});
  CHECK(results[2].adjustments[0].rule == Rule::psychiatric_days_exhausted);
  // A psychiatric unit of a general hospital does not count.
  CHECK(patient_dollars(adjudicate_all(medicare().terms, stay(kFirst, 4, kDay), start)) ==
        std::vector<std::int64_t>{1000, 736, 0, 0});
}

TEST_CASE("a_psychiatric_hospital_soon_after_another_stay_owes_no_second_deductible") {
  const std::vector<ServiceLine> lines =
      stay(kFirst, 5, kDay) + psychiatric(stay(day(2026, 2, 20), 5, kDay, Benefit::inpatient, 2));
  CHECK(total_of(medicare().terms, lines).patient() == usd(1736));
}

TEST_CASE("days_that_nobody_pays_for_still_keep_the_benefit_period_open") {
  Start start;
  start.medicare.psychiatric_days_used = 190;
  start.medicare.deductible_paid = usd(1736);
  start.medicare.benefit_period_days = 10;
  start.medicare.last_hospital_day = day(2026, 1, 11);
  // 70 unpaid days, then a general hospital 30 days after discharge: no new deductible.
  const std::vector<ServiceLine> lines =
      psychiatric(stay(kFirst, 70, kDay)) + stay(kFirst + 100, 3, kDay, Benefit::inpatient, 2);
  const std::vector<Adjudication> results = adjudicate_all(medicare().terms, lines, start);
  CHECK(results[70].amounts.patient() == usd(0));
}

TEST_CASE("part_a_amounts_fill_no_yearly_deductible_but_stop_at_a_maximum") {
  Build plan = medicare().deductible(usd(283)).maximum(usd(1500));
  Adjudicator adjudicator(plan.terms, Start());
  Amounts total;
  for (const ServiceLine& line : stay(kFirst, 2, kDay)) total += adjudicator.adjudicate(line).amounts;
  CHECK(adjudicator.used().person[0] == usd(0));
  CHECK(adjudicator.used().person[1] == usd(1500));
  CHECK(total.patient() == usd(1500));
}

TEST_CASE("part_b_shares_beside_a_stay_are_ordinary_lines") {
  Build plan = medicare().deductible(usd(283));
  plan.row(Benefit::inpatient_professional, Pays().rate(percent(20)).after_deductible());
  plan.row(Benefit::mat, Pays().after_deductible());
  plan.row(Benefit::laboratory, Pays());
  ServiceLine doctor = stay_day(kFirst, 1, usd(383), Benefit::inpatient_professional);
  doctor.order = DayOrder::professional;
  // 1,000 of the Part A deductible; 283 + 20 % of 100; OTP nothing more; laboratory nothing at all.
  CHECK(patient_dollars(
            adjudicate_all(plan.terms, {stay_day(kFirst, 1, kDay), doctor, visit(kFirst + 1, usd(250), Benefit::mat),
                                        visit(kFirst + 1, usd(60), Benefit::laboratory)})) ==
        std::vector<std::int64_t>{1000, 303, 0, 0});
}

TEST_CASE("a_limit_per_benefit_period_starts_again_after_the_gap_where_it_is_a_spell_of_illness") {
  Build plan = medicare();
  plan.limit(Benefit::inpatient, LimitUnit::days, LimitPeriod::benefit_period, 3);
  const auto last_patient = [&](Date second) {
    const std::vector<ServiceLine> lines =
        stay(day(2026, 12, 1), 3, kDay) + stay(second, 1, kDay, Benefit::inpatient, 2);
    return adjudicate_all(plan.terms, lines).back().amounts.not_covered;
  };
  CHECK(last_patient(day(2027, 1, 10)) == kDay);
  CHECK(last_patient(day(2027, 2, 10)) == usd(0));
  // Elsewhere a benefit period is the benefit year.
  plan.terms.benefit_period_is_spell = false;
  CHECK(last_patient(day(2027, 1, 10)) == usd(0));
}
