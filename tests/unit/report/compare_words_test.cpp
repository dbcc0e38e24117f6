#include "report/compare_words.h"

#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sample.h"

namespace preauth {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("the_plan_says_what_is_met_and_what_is_left") {
  struct Row {
    std::string name;
    std::function<void(PlanSummary&)> change;
    std::string sentence;
  };
  const std::vector<Row> rows = {
      {"part of it met", [](PlanSummary&) {},
       "$500 of your $2,000 deductible is met; $7,580 is left to your yearly maximum."},
      {"nothing met", [](PlanSummary& plan) { plan.deductible_met = Money(); },
       "None of your $2,000 deductible is met; $7,580 is left to your yearly maximum."},
      {"all met", [](PlanSummary& plan) { plan.deductible_met = Money::dollars(2000); },
       "Your $2,000 deductible is met; $7,580 is left to your yearly maximum."},
      {"no deductible", [](PlanSummary& plan) { plan.has_deductible = false; },
       "There is no deductible; $7,580 is left to your yearly maximum."},
      {"deductible unknown", [](PlanSummary& plan) { plan.deductible_unknown = true; },
       "Your deductible is unknown; $7,580 is left to your yearly maximum."},
      {"no maximum", [](PlanSummary& plan) { plan.has_maximum = false; },
       "$500 of your $2,000 deductible is met; there is no yearly maximum."},
      {"maximum unknown", [](PlanSummary& plan) { plan.maximum_unknown = true; },
       "$500 of your $2,000 deductible is met; your yearly maximum is unknown."},
      {"maximum reached", [](PlanSummary& plan) { plan.maximum_left = Money(); },
       "$500 of your $2,000 deductible is met; your yearly maximum is reached."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Comparison comparison = sample::comparison();
    row.change(comparison.plans.front());
    CHECK(plan_sentences(comparison, 0, Lang::en).at(1) == row.sentence);
  }
}

TEST_CASE("an_untouched_deductible_that_is_only_assumed_says_so") {
  Comparison comparison = sample::comparison();
  comparison.plans.front().deductible_met = Money();
  comparison.assumptions.front().id = "nothing-used";
  CHECK(plan_sentences(comparison, 0, Lang::en).at(1) ==
        "Assuming none of your $2,000 deductible is met so far; $7,580 is left to your yearly maximum.");
}

TEST_CASE("an_invented_plan_says_so") {
  Comparison comparison = sample::comparison();
  comparison.plans.front().example = true;
  CHECK(plan_sentences(comparison, 0, Lang::en).back() == "This plan is an invented example, not a real one.");
}

TEST_CASE("options_with_the_same_reason_share_a_sentence") {
  Comparison comparison = sample::comparison();
  comparison.options = {sample::iop(), sample::hospital()};
  for (OptionEstimate& option : comparison.options) {
    option.wide_because = {"deductible.in"};
    option.free_if.clear();
  }
  CHECK(reasons(comparison, 0, Lang::en) ==
        Lines{"IOP and Hospital stay (inpatient) are uncertain: they depend on the deductible."});
}

TEST_CASE("a_possible_zero_names_the_answer_that_would_make_it_so") {
  Comparison comparison = sample::comparison();
  comparison.options = {sample::hospital()};
  CHECK(reasons(comparison, 0, Lang::en) ==
        Lines{"Hospital stay (inpatient) is uncertain and could cost $0: it depends on the plan’s terms for the "
              "hospital stay."});
  comparison.options.front().free_if = {"so_far.out_of_pocket.in"};
  CHECK(reasons(comparison, 0, Lang::en) ==
        Lines{"Hospital stay (inpatient) is uncertain: it depends on the plan’s terms for the hospital stay.",
              "Hospital stay (inpatient) could cost $0: that depends on how much of the yearly maximum is used up."});
}

TEST_CASE("a_missing_price_gives_no_figure_but_a_question") {
  Comparison comparison = sample::comparison();
  comparison.options = {sample::residential()};
  OptionEstimate& option = comparison.options.front();
  option.unpriced = {"facilities.lakeside.prices.residential.allowed"};
  option.deposit = Money();
  CHECK(likely_cell(option, Lang::en) == "unknown");
  CHECK(range_cell(option, Lang::en) == "–");
  CHECK(top_cell(option, Lang::en) == "–");
  CHECK(reasons(comparison, 0, Lang::en) ==
        Lines{"Program (residential): no figure, because the price of the residential program is not known. Ask for "
              "it."});
}

TEST_CASE("a_stay_over_the_year_end_says_what_falls_where") {
  Comparison comparison = sample::comparison();
  comparison.options = {sample::outpatient()};
  comparison.options.front().by_year = {{"2026", Money::dollars(300)}, {"2027", Money::dollars(180)}};
  CHECK(reasons(comparison, 0, Lang::en) ==
        Lines{"Outpatient falls into more than one benefit year: $300 in 2026 and $180 in 2027."});
}

TEST_CASE("a_high_figure_above_the_maximum_says_why") {
  Comparison comparison = sample::comparison();
  comparison.options = {sample::outpatient()};
  OptionEstimate& option = comparison.options.front();
  option.high.copay = Money();
  option.high.not_covered = Money::dollars(2400);
  CHECK(reasons(comparison, 0, Lang::en) ==
        Lines{"Outpatient: $2,400 of the high figure is beyond any yearly maximum."});
}

TEST_CASE("titles_stay_apart") {
  Comparison comparison = sample::comparison();
  comparison.options = {sample::iop(), sample::iop()};
  comparison.options[1].id = "iop-far";
  CHECK(row_title(comparison, comparison.options[0], Lang::en) == "IOP, 3 days a week, 9 weeks [iop]");
  CHECK(row_title(comparison, comparison.options[1], Lang::en) == "IOP, 3 days a week, 9 weeks [iop-far]");
  comparison.options[1].network = Network::out;
  CHECK(row_title(comparison, comparison.options[1], Lang::en) ==
        "IOP, 3 days a week, 9 weeks [iop-far], out of network");
  CHECK(plan_sentences(comparison, 0, Lang::en).front() == "UHC Gold Standard 2026 (HMO). Starts 12 Jan 2026.");
}

TEST_CASE("the_first_three_assumptions_are_named_and_the_rest_counted") {
  Comparison comparison = sample::comparison();
  comparison.assumptions.assign(5, {"no-such-sentence", "a.b", "c", "", false, {}});
  CHECK(assumed_sentence(comparison, Lang::en) ==
        "Assumed: a.b = c; a.b = c; a.b = c; and 2 more: preauth explain … lists them.");
  comparison.assumptions.clear();
  CHECK(assumed_sentence(comparison, Lang::en).empty());
}

}  // namespace
}  // namespace preauth
