// Step 4: the allowed amount by network and method, and what becomes of the charge above it.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);

Build half_out() { return Build().row(Benefit::outpatient, Network::out, Pays().rate(percent(50))); }

}  // namespace

TEST_CASE("in_network_the_charge_above_the_contract_is_written_off") {
  Build plan = Build().row(Benefit::outpatient, Pays().rate(percent(20)));
  for (const Network network : {Network::in, Network::tier2}) {
    ServiceLine line = visit(kFirst, usd(300));
    line.network = network;
    line.billed = usd(780);
    // 780 − 300 = 480 written off; 20 % of 300 = 60.
    const Adjudication result = only_line(plan.terms, line);
    CHECK(result.amounts.allowed == usd(300));
    CHECK(result.amounts.write_off == usd(480));
    CHECK(result.amounts.patient() == usd(60));
    CHECK(adjustments_of(result) == "CO-45 48000; PR-2 6000");
    CHECK(result.adjustments[0].rule == Rule::discount);
  }
}

TEST_CASE("out_of_network_the_charge_above_the_allowed_amount_is_the_patients") {
  // 100 allowed of 250: 50 % = 50 and a balance bill of 150.
  const Adjudication result = only_line(half_out().terms, out_of_network(visit(kFirst, usd(100)), usd(250)));
  CHECK(result.amounts.coinsurance == usd(50));
  CHECK(result.amounts.balance_bill == usd(150));
  CHECK(result.amounts.patient() == usd(200));
  CHECK(adjustments_of(result) == "PR-45 15000; PR-2 5000");
  CHECK(mattered(result, Mattered::out_of_network_method));
}

TEST_CASE("the_allowed_amount_never_exceeds_the_billed_charge") {
  struct Case {
    std::string name;
    Money billed, allowed;
    bool capped;
  };
  const std::vector<Case> cases = {{"one cent below", usd(299, 99), usd(299, 99), true},
                                   {"equal", usd(300), usd(300), false},
                                   {"one cent above", usd(300, 1), usd(300), false}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    for (const Network network : {Network::in, Network::out}) {
      ServiceLine line = visit(kFirst, usd(300));
      line.network = network;
      line.billed = c.billed;
      const Adjudication result = only_line(Build().terms, line);
      CHECK(result.amounts.allowed == c.allowed);
      CHECK(mattered(result, Mattered::allowed_capped_at_billed) == c.capped);
    }
  }
}

TEST_CASE("each_out_of_network_method_sets_its_own_allowed_amount") {
  struct Case {
    std::string name;
    OutMethod method;
    Rate rate;
    Money medicare, allowed;
  };
  const std::vector<Case> cases = {
      {"the line's own figure", OutMethod::line_allowed, percent(140), usd(167), usd(300)},
      {"140 % of Medicare's 167 = 233.80", OutMethod::percent_of_medicare, percent(140), usd(167), usd(233, 80)},
      {"no Medicare amount: the line's own figure", OutMethod::percent_of_medicare, percent(140), usd(0), usd(300)},
      {"60 % of the billed 500", OutMethod::percent_of_billed, percent(60), usd(167), usd(300)},
      {"55 % of the billed 500 = 275", OutMethod::percent_of_billed, percent(55), usd(167), usd(275)},
      {"a stated 120 per line", OutMethod::stated_amount, Rate(), usd(167), usd(120)}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Build plan = half_out();
    plan.terms.out_of_network.method = c.method;
    plan.terms.out_of_network.percent = c.rate;
    plan.terms.out_of_network.stated = usd(120);
    ServiceLine line = out_of_network(visit(kFirst, usd(300)), usd(500));
    line.medicare = c.medicare;
    const Amounts amounts = only_line(plan.terms, line).amounts;
    CHECK(amounts.allowed == c.allowed);
    CHECK(amounts.balance_bill == usd(500) - c.allowed);
  }
}

TEST_CASE("the_out_of_network_method_says_nothing_in_network") {
  Build plan = half_out();
  plan.terms.out_of_network.method = OutMethod::stated_amount;
  plan.terms.out_of_network.stated = usd(1);
  const Adjudication result = only_line(plan.terms, visit(kFirst, usd(300)));
  CHECK(result.amounts.allowed == usd(300));
  CHECK_FALSE(mattered(result, Mattered::out_of_network_method));
}

TEST_CASE("a_limiting_charge_stops_the_balance_bill") {
  struct Case {
    std::string name;
    BalanceLimit limit;
    Money billed, balance, written_off;
  };
  // 115 % of 200 is 230: at most 30 above the allowed amount.
  const std::vector<Case> cases = {
      {"no limit", BalanceLimit::none, usd(500), usd(300), usd(0)},
      {"above", BalanceLimit::percent_of_allowed, usd(500), usd(30), usd(270)},
      {"at", BalanceLimit::percent_of_allowed, usd(230), usd(30), usd(0)},
      {"one cent above", BalanceLimit::percent_of_allowed, usd(230, 1), usd(30), usd(0, 1)},
      {"below", BalanceLimit::percent_of_allowed, usd(229, 99), usd(29, 99), usd(0)},
      {"prohibited", BalanceLimit::prohibited, usd(500), usd(0), usd(300)}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Build plan = half_out();
    plan.terms.out_of_network.balance_limit = c.limit;
    const Adjudication result = only_line(plan.terms, out_of_network(visit(kFirst, usd(200)), c.billed));
    CHECK(result.amounts.balance_bill == c.balance);
    CHECK(result.amounts.write_off == c.written_off);
    CHECK(result.amounts.coinsurance == usd(100));
  }
}

TEST_CASE("a_limited_balance_is_posted_apart_from_what_is_written_off") {
  Build plan = half_out();
  plan.terms.out_of_network.balance_limit = BalanceLimit::percent_of_allowed;
  const Adjudication result = only_line(plan.terms, out_of_network(visit(kFirst, usd(200)), usd(500)));
  CHECK(adjustments_of(result) == "PR-45 3000; CO-45 27000; PR-2 10000");
  CHECK(result.adjustments[1].rule == Rule::balance_limited);
}

TEST_CASE("a_line_that_bills_nothing_costs_nothing") {
  const Amounts amounts = only_line(half_out().terms, visit(kFirst, usd(0))).amounts;
  CHECK(amounts == Amounts());
}
