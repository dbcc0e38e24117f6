// Deductible, copay and coinsurance of one line in the three orders, and the fields that change the order's details.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

Build with_share(const Pays& share, Money deductible) {
  return Build().deductible(deductible).row(Benefit::outpatient, share);
}

struct Case {
  std::string name;
  Pays share;
  Money allowed;
  Money deductible_left;
  Money deductible, copay, coinsurance;
};

}  // namespace

TEST_CASE("a_line_is_shared_in_the_order_of_its_phrase") {
  const Money kCopay = usd(40);
  const std::vector<Case> cases = {
      // $150 allowed, 40 copay, 20 %.
      {"copay, deductible does not apply", Pays().copay(kCopay), usd(150), usd(1000), usd(0), usd(40), usd(0)},
      {"rate, deductible does not apply: 20 % of 150 = 30", Pays().rate(percent(20)), usd(150), usd(1000), usd(0),
       usd(0), usd(30)},
      {"copay after deductible, nothing met: 150 to the deductible", Pays().copay(kCopay).after_deductible(), usd(150),
       usd(1000), usd(150), usd(0), usd(0)},
      {"copay after deductible, 100 left: 100 + 40", Pays().copay(kCopay).after_deductible(), usd(150), usd(100),
       usd(100), usd(40), usd(0)},
      {"copay after deductible, 120 left: 120 + the 30 that are left of the line",
       Pays().copay(kCopay).after_deductible(), usd(150), usd(120), usd(120), usd(30), usd(0)},
      {"copay after deductible, met: 40", Pays().copay(kCopay).after_deductible(), usd(150), usd(0), usd(0), usd(40),
       usd(0)},
      {"copay with deductible, nothing met: 40 first, 110 to the deductible", Pays().copay(kCopay).with_deductible(),
       usd(150), usd(1000), usd(110), usd(40), usd(0)},
      {"copay with deductible, 60 left: 40 + 60", Pays().copay(kCopay).with_deductible(), usd(150), usd(60), usd(60),
       usd(40), usd(0)},
      {"rate after deductible, 50 left: 50 + 20 % of 100", Pays().rate(percent(20)).after_deductible(), usd(150),
       usd(50), usd(50), usd(0), usd(20)},
      {"copay then rate, deductible does not apply: 40 + 20 % of 110 = 22", Pays().copay(kCopay).rate(percent(20)),
       usd(150), usd(1000), usd(0), usd(40), usd(22)},
      {"all three, 50 left: 50 + 40 + 20 % of 60 = 12", Pays().copay(kCopay).rate(percent(20)).after_deductible(),
       usd(150), usd(50), usd(50), usd(40), usd(12)},
      {"copay first with a rate, 60 left: 40 + 60 + 20 % of 50 = 10",
       Pays().copay(kCopay).rate(percent(20)).with_deductible(), usd(150), usd(60), usd(60), usd(40), usd(10)},
      {"no charge after deductible, 100 left", Pays().after_deductible(), usd(150), usd(100), usd(100), usd(0), usd(0)},
      {"no charge", Pays(), usd(150), usd(100), usd(0), usd(0), usd(0)},
      {"nothing allowed, nothing owed", Pays().copay(kCopay).rate(percent(20)).after_deductible(), usd(0), usd(100),
       usd(0), usd(0), usd(0)},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Adjudication result =
        only_line(with_share(c.share, c.deductible_left).terms, visit(day(2026, 1, 12), c.allowed));
    CHECK(result.amounts.deductible == c.deductible);
    CHECK(result.amounts.copay == c.copay);
    CHECK(result.amounts.coinsurance == c.coinsurance);
    CHECK(result.amounts.plan_pays == c.allowed - c.deductible - c.copay - c.coinsurance);
  }
}

TEST_CASE("a_copay_is_capped_at_what_the_line_allows") {
  struct Boundary {
    std::string name;
    Money allowed, copay;
  };
  const std::vector<Boundary> cases = {{"one cent below the copay", usd(39, 99), usd(39, 99)},
                                       {"exactly the copay", usd(40), usd(40)},
                                       {"one cent above", usd(40, 1), usd(40)}};
  for (const Boundary& c : cases) {
    CAPTURE(c.name);
    const Build plan = with_share(Pays().copay(usd(40)), usd(0));
    CHECK(only_line(plan.terms, visit(day(2026, 1, 12), c.allowed)).amounts.copay == c.copay);
  }
}

TEST_CASE("the_line_that_meets_the_deductible_takes_exactly_what_is_left") {
  struct Boundary {
    std::string name;
    Money left, deductible, coinsurance;
  };
  const std::vector<Boundary> cases = {
      {"one cent below the line: 20 % of 0.01 rounds to 0", usd(149, 99), usd(149, 99), usd(0)},
      {"exactly the line", usd(150), usd(150), usd(0)},
      {"one cent more than the line", usd(150, 1), usd(150), usd(0)},
      {"3 cents below: 20 % of 0.03 = 0.006, rounds to 0.01", usd(149, 97), usd(149, 97), usd(0, 1)}};
  for (const Boundary& c : cases) {
    CAPTURE(c.name);
    const Build plan = with_share(Pays().rate(percent(20)).after_deductible(), c.left);
    const Amounts amounts = only_line(plan.terms, visit(day(2026, 1, 12), usd(150))).amounts;
    CHECK(amounts.deductible == c.deductible);
    CHECK(amounts.coinsurance == c.coinsurance);
  }
}

TEST_CASE("the_copay_on_the_crossing_line_follows_the_plan") {
  Build plan = with_share(Pays().copay(usd(40)).after_deductible(), usd(1000));
  const std::vector<ServiceLine> lines = visits(day(2026, 1, 5), 24, 7, usd(150));
  // 1,000 = 6 lines of 150 and 100 of the seventh. Charged: 1,000 + 18 × 40 = 1,720.
  CHECK(total_of(plan.terms, lines).patient() == usd(1720));
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, lines);
  CHECK(mattered(results[6], Mattered::crossing_copay));
  CHECK_FALSE(mattered(results[5], Mattered::crossing_copay));
  CHECK_FALSE(mattered(results[7], Mattered::crossing_copay));
  // Not charged: 1,000 + 17 × 40 = 1,680.
  plan.terms.crossing_copay = CrossingCopay::not_charged;
  CHECK(total_of(plan.terms, lines).patient() == usd(1680));
  CHECK(mattered(adjudicate_all(plan.terms, lines)[6], Mattered::crossing_copay));
}

TEST_CASE("copay_before_deductible_is_charged_on_every_visit") {
  const Build plan = with_share(Pays().copay(usd(40)).with_deductible(), usd(1000));
  // 24 × 40 = 960 beside the deductible of 1,000.
  const Amounts total = total_of(plan.terms, visits(day(2026, 1, 5), 24, 7, usd(150)));
  CHECK(total.copay == usd(960));
  CHECK(total.deductible == usd(1000));
}

TEST_CASE("the_coinsurance_base_is_net_of_the_copay_unless_the_plan_says_otherwise") {
  Build plan = with_share(Pays().copay(usd(500)).rate(percent(20)).after_deductible(), usd(1500));
  const ServiceLine claim = visit(day(2026, 1, 12), usd(33600));
  // Net: 1,500 + 500 + 20 % of (33,600 − 2,000 = 31,600) 6,320 = 8,320.
  CHECK(only_line(plan.terms, claim).amounts.patient() == usd(8320));
  CHECK(mattered(only_line(plan.terms, claim), Mattered::coinsurance_base));
  // Gross: 1,500 + 500 + 20 % of 32,100 = 6,420: 8,420.
  plan.terms.coinsurance_base = CoinsuranceBase::allowed;
  CHECK(only_line(plan.terms, claim).amounts.patient() == usd(8420));
}

TEST_CASE("coinsurance_on_the_gross_base_never_takes_more_than_the_line_has_left") {
  Build plan = with_share(Pays().copay(usd(90)).rate(percent(50)), usd(0));
  plan.terms.coinsurance_base = CoinsuranceBase::allowed;
  // 100 allowed, 90 copay; 50 % of 100 would be 50, 10 are left.
  const Amounts amounts = only_line(plan.terms, visit(day(2026, 1, 12), usd(100))).amounts;
  CHECK(amounts.coinsurance == usd(10));
  CHECK(amounts.plan_pays == usd(0));
}

TEST_CASE("the_patient_share_is_rounded_half_away_from_zero_and_the_plan_pays_the_rest") {
  const Build plan = with_share(Pays().rate(percent(25)), usd(0));
  // 25 % of 0.02 = 0.005, rounds to 0.01; 25 % of 0.01 = 0.0025, rounds to 0.
  CHECK(only_line(plan.terms, visit(day(2026, 1, 12), usd(0, 2))).amounts.coinsurance == usd(0, 1));
  CHECK(only_line(plan.terms, visit(day(2026, 1, 12), usd(0, 2))).amounts.plan_pays == usd(0, 1));
  CHECK(only_line(plan.terms, visit(day(2026, 1, 12), usd(0, 1))).amounts.coinsurance == usd(0));
}

TEST_CASE("copays_and_coinsurance_do_not_fill_the_deductible") {
  Build plan = with_share(Pays().copay(usd(40)), usd(100));
  plan.row(Benefit::iop, Pays().after_deductible());
  // Three copays leave the deductible of 100 untouched: the IOP day takes all of it.
  const Amounts total = total_of(
      plan.terms, visits(day(2026, 1, 5), 3, 1, usd(150)) + visits(day(2026, 1, 12), 1, 1, usd(300), Benefit::iop));
  CHECK(total.copay == usd(120));
  CHECK(total.deductible == usd(100));
}

TEST_CASE("every_part_is_posted_with_group_and_reason_code") {
  const Build plan = with_share(Pays().copay(usd(40)).rate(percent(20)).after_deductible(), usd(50));
  ServiceLine line = visit(day(2026, 1, 12), usd(150));
  line.billed = usd(200);
  // 200 billed, 150 allowed: CO-45 50; PR-1 50; PR-3 40; PR-2 20 % of 60 = 12.
  const Adjudication result = only_line(plan.terms, line);
  CHECK(adjustments_of(result) == "CO-45 5000; PR-1 5000; PR-3 4000; PR-2 1200");
  CHECK(result.adjustments[1].rule == Rule::deductible);
  CHECK(result.adjustments[1].provision == 0);
  CHECK(result.adjustments[2].provision == kNone);
}
