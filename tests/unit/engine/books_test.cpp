// Every line balances in every build, and a line that does not is our bug, with its own exception.

#include "engine/books.h"

#include <limits>

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

Adjudication balanced() {
  Adjudication result;
  result.amounts.billed = usd(200);
  result.amounts.allowed = usd(150);
  result.amounts.write_off = usd(50);
  result.amounts.copay = usd(40);
  result.amounts.plan_pays = usd(110);
  post(result, Rule::discount, usd(50));
  post(result, Rule::copay, usd(40));
  return result;
}

}  // namespace

TEST_CASE("books_that_balance_pass") { CHECK_NOTHROW(check_books(balanced())); }

TEST_CASE("each_broken_identity_is_caught") {
  struct Case {
    std::string name;
    void (*spoil)(Adjudication&);
  };
  const std::vector<Case> cases = {
      {"billed", [](Adjudication& r) { r.amounts.billed += usd(0, 1); }},
      {"allowed", [](Adjudication& r) { r.amounts.allowed -= usd(0, 1); }},
      {"one cent moved from plan to patient",
       [](Adjudication& r) {
         r.amounts.plan_pays -= usd(0, 1);
         r.amounts.copay += usd(0, 1);
       }},
      {"a write-off without its adjustment", [](Adjudication& r) { r.adjustments[0].amount -= usd(0, 1); }},
      {"an adjustment in the wrong group", [](Adjudication& r) { r.adjustments[1].group = Group::CO; }},
      {"a negative amount",
       [](Adjudication& r) {
         r.amounts.deductible = usd(-10);
         r.amounts.coinsurance = usd(10);
         post(r, Rule::deductible, usd(-10));
         post(r, Rule::coinsurance, usd(10));
       }},
      {"a denied line with an allowed amount", [](Adjudication& r) {
         r = Adjudication();
         r.amounts.billed = usd(200);
         r.amounts.not_covered = usd(200);
         r.amounts.allowed = usd(150);
         post(r, Rule::not_covered, usd(200));
       }}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Adjudication result = balanced();
    c.spoil(result);
    CHECK_THROWS_AS(check_books(result), BooksDoNotBalance);
  }
}

TEST_CASE("an_adjustment_of_zero_is_not_posted") {
  Adjudication result;
  post(result, Rule::copay, Money());
  CHECK(result.adjustment_count == 0);
}

TEST_CASE("more_adjustments_than_a_line_can_have_are_caught") {
  Adjudication result;
  for (std::size_t i = 0; i < kMostAdjustments; ++i) post(result, Rule::copay, usd(1));
  CHECK_THROWS_AS(post(result, Rule::copay, usd(1)), BooksDoNotBalance);
}

TEST_CASE("amounts_too_large_for_money_overflow_instead_of_wrapping") {
  const Build plan = Build().row(Benefit::inpatient, Pays().days(1, 9, Money::largest_stated()));
  ServiceLine line = stay_day(day(2026, 1, 1), 1, Money::cents(std::numeric_limits<std::int64_t>::max()));
  line.units = 9;
  CHECK_NOTHROW(only_line(plan.terms, line));
  const Build huge = Build().row(Benefit::inpatient,
                                 Pays().copay(Money::cents(std::numeric_limits<std::int64_t>::max()), CopayPer::day));
  CHECK_THROWS_AS(only_line(huge.terms, line), MoneyOverflow);
}
