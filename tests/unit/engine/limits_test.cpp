// Step 2: limits by unit and period. Each counts what the plan covered; past it a line is not covered at the rate after
// the limit.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);

Build limited(LimitUnit unit, LimitPeriod period, std::int64_t quantity, Benefit benefit = Benefit::outpatient) {
  Build plan = Build().row(benefit, Pays().copay(usd(40)));
  plan.limit(benefit, unit, period, quantity);
  return plan;
}

// Which lines were covered: "1110".
std::string covered(const Terms& terms, const std::vector<ServiceLine>& lines, const Start& start = Start()) {
  std::string text;
  for (const Adjudication& result : adjudicate_all(terms, lines, start)) {
    text += result.amounts.not_covered.is_zero() ? '1' : '0';
  }
  return text;
}

}  // namespace

TEST_CASE("the_visit_after_the_last_one_of_a_limit_is_not_covered") {
  const Build plan = limited(LimitUnit::visits, LimitPeriod::year, 3);
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, visits(kFirst, 4, 7, usd(150)));
  CHECK(patient_dollars(results) == std::vector<std::int64_t>{40, 40, 40, 150});
  CHECK(adjustments_of(results[3]) == "PR-119 15000");
  CHECK(results[3].adjustments[0].provision == 0);
  CHECK(mattered(results[3], Mattered::after_limit_rate));
}

TEST_CASE("the_rate_after_the_limit_is_the_plans") {
  struct Case {
    std::string name;
    NoncoveredRate rate;
    std::string adjustments;
  };
  const std::vector<Case> cases = {{"contracted", NoncoveredRate::contracted, "PR-119 15000; CO-45 15000"},
                                   {"self-pay", NoncoveredRate::self_pay, "PR-119 20000; CO-45 10000"},
                                   {"billed", NoncoveredRate::billed, "PR-119 30000"},
                                   {"no liability", NoncoveredRate::no_liability, "CO-96 30000"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Build plan = limited(LimitUnit::visits, LimitPeriod::year, 0);
    for (BenefitTerms& row : plan.terms.benefits[index(Benefit::outpatient)]) row.after_limit = c.rate;
    ServiceLine line = visit(kFirst, usd(150));
    line.billed = usd(300);
    line.self_pay = usd(200);
    CHECK(adjustments_of(only_line(plan.terms, line)) == c.adjustments);
    plan.terms.hold_harmless = true;
    CHECK(adjustments_of(only_line(plan.terms, line)) == "CO-96 30000");
  }
}

TEST_CASE("a_line_that_asks_for_more_units_than_are_left_is_past_the_limit") {
  std::vector<ServiceLine> lines = visits(kFirst, 3, 7, usd(150));
  lines[1].units = 2;
  // 1 + 2 > 2: the second line is out, the third still fits.
  CHECK(covered(limited(LimitUnit::visits, LimitPeriod::year, 2).terms, lines) == "101");
  CHECK(covered(limited(LimitUnit::visits, LimitPeriod::year, 3).terms, lines) == "110");
  CHECK(covered(limited(LimitUnit::visits, LimitPeriod::year, 4).terms, lines) == "111");
}

TEST_CASE("hours_are_counted_in_minutes") {
  const Build plan = limited(LimitUnit::hours, LimitPeriod::year, 5 * 60);
  std::vector<ServiceLine> lines = visits(kFirst, 3, 7, usd(150));
  // 180 + 120 = 300 minutes fit exactly, one more minute does not.
  lines[0].minutes = 180;
  lines[1].minutes = 120;
  lines[2].minutes = 1;
  CHECK(covered(plan.terms, lines) == "110");
  lines[1].minutes = 121;
  CHECK(covered(plan.terms, lines) == "101");
}

TEST_CASE("a_yearly_limit_starts_again_with_the_benefit_year") {
  const Build plan = limited(LimitUnit::visits, LimitPeriod::year, 2);
  CHECK(covered(plan.terms, visits(day(2026, 12, 14), 5, 7, usd(150))) == "11011");
  const Build period = limited(LimitUnit::visits, LimitPeriod::benefit_period, 2);
  CHECK(covered(period.terms, visits(day(2026, 12, 14), 5, 7, usd(150))) == "11011");
}

TEST_CASE("a_rolling_limit_frees_a_use_on_the_same_day_months_later") {
  Build plan = limited(LimitUnit::visits, LimitPeriod::rolling_months, 1);
  struct Case {
    std::string name;
    Date second;
    std::string covered;
  };
  const std::vector<Case> cases = {{"seven months later, across the year's end", day(2027, 2, 15), "10"},
                                   {"one day short of twelve months", day(2027, 7, 14), "10"},
                                   {"twelve months to the day", day(2027, 7, 15), "11"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(covered(plan.terms, {visit(day(2026, 7, 15), usd(100)), visit(c.second, usd(100))}) == c.covered);
  }
  plan.terms.limits[0].months = 3;
  CHECK(covered(plan.terms, {visit(day(2026, 11, 30), usd(100)), visit(day(2027, 2, 27), usd(100)),
                             visit(day(2027, 2, 28), usd(100))}) == "101");
}

TEST_CASE("a_rolling_limit_counts_uses_one_by_one") {
  Build plan = limited(LimitUnit::visits, LimitPeriod::rolling_months, 3);
  plan.terms.limits[0].months = 1;
  // 1, 11 and 21 January; on 31 January all three count; on 1 February the first is free, on 11 February the second.
  CHECK(covered(plan.terms,
                visits(day(2026, 1, 1), 4, 10, usd(100)) +
                    std::vector<ServiceLine>{visit(day(2026, 2, 1), usd(100)), visit(day(2026, 2, 2), usd(100)),
                                             visit(day(2026, 2, 11), usd(100))}) == "1110101");
}

TEST_CASE("calendar_windows_are_counted_from_the_start_of_the_benefit_year") {
  Build plan = limited(LimitUnit::days, LimitPeriod::calendar_months, 2);
  plan.terms.limits[0].months = 1;
  plan.terms.year = {day(2026, 1, 15), day(2027, 1, 14)};
  // Windows begin on the 15th.
  CHECK(covered(plan.terms, {visit(day(2026, 2, 12), usd(100)), visit(day(2026, 2, 13), usd(100)),
                             visit(day(2026, 2, 14), usd(100)), visit(day(2026, 2, 15), usd(100))}) == "1101");
  // Three years in one window: 2026 to 2028.
  plan.terms.limits[0].months = 36;
  CHECK(covered(plan.terms, {visit(day(2026, 2, 1), usd(100)), visit(day(2027, 2, 1), usd(100)),
                             visit(day(2029, 1, 14), usd(100)), visit(day(2029, 1, 15), usd(100))}) == "1101");
}

TEST_CASE("a_limit_per_admission_starts_again_with_the_next") {
  const Build plan = limited(LimitUnit::days, LimitPeriod::admission, 2, Benefit::inpatient);
  CHECK(covered(plan.terms, stay(kFirst, 3, usd(900)) + stay(day(2026, 3, 1), 3, usd(900), Benefit::inpatient, 2)) ==
        "110110");
}

TEST_CASE("episode_and_lifetime_limits_never_start_again") {
  for (const LimitPeriod period : {LimitPeriod::episode, LimitPeriod::lifetime}) {
    const Build plan = limited(LimitUnit::visits, period, 2);
    CHECK(covered(plan.terms, visits(day(2026, 12, 14), 5, 30, usd(150))) == "11000");
  }
}

TEST_CASE("a_limit_holds_for_its_benefits_and_networks_only") {
  Build plan = limited(LimitUnit::visits, LimitPeriod::year, 1);
  plan.terms.limits[0].benefits |= mask(Benefit::iop);
  plan.terms.limits[0].networks = kInNetworks;
  const ServiceLine out = out_of_network(visit(kFirst + 1, usd(150)), usd(150));
  CHECK(covered(plan.terms, {out, visit(kFirst + 2, usd(150), Benefit::iop), out, visit(kFirst + 3, usd(150)),
                             visit(kFirst + 4, usd(150), Benefit::php)}) == "11101");
}

TEST_CASE("what_was_used_before_counts_in_every_period") {
  struct Case {
    std::string name;
    LimitPeriod period;
    std::string covered;
  };
  // 2 of 3 used by 5 January 2026, then visits on 12 and 19 January 2026 and on 12 January 2027.
  const std::vector<Case> cases = {{"year", LimitPeriod::year, "101"},
                                   {"benefit period", LimitPeriod::benefit_period, "101"},
                                   {"rolling", LimitPeriod::rolling_months, "101"},
                                   {"calendar", LimitPeriod::calendar_months, "101"},
                                   {"lifetime", LimitPeriod::lifetime, "100"},
                                   {"episode", LimitPeriod::episode, "100"},
                                   {"admission: says nothing about this one", LimitPeriod::admission, "111"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Start start;
    start.as_of = day(2026, 1, 5);
    start.limits[0] = 2;
    const Build plan = limited(LimitUnit::visits, c.period, 3);
    CHECK(covered(
              plan.terms,
              {visit(day(2026, 1, 12), usd(150)), visit(day(2026, 1, 19), usd(150)), visit(day(2027, 1, 12), usd(150))},
              start) == c.covered);
  }
}

TEST_CASE("dollars_count_what_the_plan_paid_and_may_be_crossed_inside_a_line") {
  const Build plan = limited(LimitUnit::dollars, LimitPeriod::year, 25'000);
  // The plan pays 110 a visit: 110, 110, then 30 of 110, then nothing.
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, visits(kFirst, 4, 7, usd(150)));
  CHECK(results[1].amounts.plan_pays == usd(110));
  CHECK(results[2].amounts.plan_pays == usd(30));
  CHECK(results[2].amounts.not_covered == usd(80));
  CHECK(results[2].amounts.allowed == usd(70));
  CHECK(adjustments_of(results[2]) == "PR-3 4000; PR-119 8000");
  CHECK(results[3].amounts.not_covered == usd(150));
  CHECK(results[3].amounts.allowed == usd(0));
}

TEST_CASE("a_dollar_limit_met_to_the_cent_leaves_the_line_whole") {
  struct Case {
    std::string name;
    std::int64_t cents;
    Money rest;
  };
  const std::vector<Case> cases = {
      {"one cent short", 10'999, usd(0, 1)}, {"exactly", 11'000, usd(0)}, {"one cent over", 11'001, usd(0)}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Build plan = limited(LimitUnit::dollars, LimitPeriod::year, c.cents);
    const Adjudication result = only_line(plan.terms, visit(kFirst, usd(150)));
    CHECK(result.amounts.not_covered == c.rest);
    CHECK(mattered(result, Mattered::after_limit_rate) == c.rest.is_positive());
  }
}

TEST_CASE("what_a_dollar_limit_leaves_is_nobodys_debt_where_patients_are_held_harmless") {
  Build plan = limited(LimitUnit::dollars, LimitPeriod::year, 3'000);
  plan.terms.hold_harmless = true;
  const Adjudication result = only_line(plan.terms, visit(kFirst, usd(150)));
  CHECK(adjustments_of(result) == "PR-3 4000; CO-96 8000");
  CHECK(result.amounts.write_off == usd(80));
}

TEST_CASE("the_first_limit_that_is_passed_is_named") {
  Build plan = limited(LimitUnit::visits, LimitPeriod::year, 5);
  plan.limit(Benefit::outpatient, LimitUnit::visits, LimitPeriod::calendar_months, 1).months = 1;
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, visits(kFirst, 2, 7, usd(150)));
  CHECK(results[1].adjustments[0].provision == 1);
}

TEST_CASE("a_line_past_its_limit_is_not_denied_as_well") {
  Build plan = limited(LimitUnit::visits, LimitPeriod::year, 0);
  plan.each(Benefit::outpatient,
            [](BenefitTerms& row) { row.authorization.never_requested.kind = PenaltyKind::denied; });
  ServiceLine line = visit(kFirst, usd(150));
  line.auth = AuthStatus::never_requested;
  CHECK(adjustments_of(only_line(plan.terms, line)) == "PR-119 15000");
}

TEST_CASE("nothing_past_a_limit_accrues") {
  Build plan = limited(LimitUnit::visits, LimitPeriod::year, 1);
  plan.maximum(usd(100));
  Adjudicator adjudicator(plan.terms, Start());
  for (const ServiceLine& line : visits(kFirst, 4, 7, usd(150))) adjudicator.adjudicate(line);
  CHECK(adjudicator.used().person[0] == usd(40));
}
