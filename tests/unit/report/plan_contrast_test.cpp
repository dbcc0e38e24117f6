#include "report/plan_contrast.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/compare_report.h"
#include "sample.h"

namespace preauth {
namespace {

OptionEstimate copays_of(const std::string& plan, std::size_t plan_index, std::int64_t low, std::int64_t likely,
                         std::int64_t high) {
  OptionEstimate option = sample::outpatient();
  option.plan = plan;
  option.plan_index = plan_index;
  const auto amounts = [](std::int64_t dollars) {
    return sample::copays(Money::dollars(5'000), Money::dollars(4'000), Money::dollars(dollars));
  };
  option.low = amounts(low);
  option.likely = amounts(likely);
  option.high = amounts(high);
  option.rows = {{Benefit::outpatient, Network::in, {"benefits.office-visit.in", "$30 copay", {}, ""}}};
  return option;
}

// Two plans: "a" costs 900 and "b" 600 for the same option.
Comparison two_plans() {
  Comparison comparison = sample::comparison();
  comparison.plans = {sample::plan(), sample::plan()};
  comparison.plans[0].id = "a";
  comparison.plans[0].name = "Plan A";
  comparison.plans[1].id = "b";
  comparison.plans[1].name = "Plan B";
  comparison.options = {copays_of("a", 0, 800, 900, 1'000), copays_of("b", 1, 500, 600, 700)};
  return comparison;
}

std::vector<std::string> differing(const Comparison& comparison) {
  std::vector<std::string> whats;
  for (const PlanDifference& difference : plan_differences(comparison, Lang::en)) whats.push_back(difference.what);
  return whats;
}

TEST_CASE("the_plan_that_is_likely_less_comes_first_with_its_lead") {
  const Comparison comparison = two_plans();
  const std::vector<OptionUnderPlans> options = options_under_plans(comparison);
  REQUIRE(options.size() == 1);
  CHECK(options[0].ranked[0]->plan == "b");
  CHECK(options[0].ranked[1]->plan == "a");
  CHECK(options[0].lead == Money::dollars(300));  // 900 - 600
  CHECK_FALSE(options[0].ranges_overlap);         // b ends at 700, a begins at 800
}

TEST_CASE("ranges_overlap_from_the_cent_at_which_they_meet") {
  struct Row {
    std::int64_t high_of_b;
    bool overlap;
  };
  for (const Row& row : {Row{799, false}, Row{800, true}, Row{801, true}}) {
    CAPTURE(row.high_of_b);
    Comparison comparison = two_plans();
    comparison.options[1] = copays_of("b", 1, 500, 600, row.high_of_b);
    CHECK(options_under_plans(comparison)[0].ranges_overlap == row.overlap);
  }
}

TEST_CASE("an_option_without_a_price_comes_last_and_has_no_amount_above_the_least") {
  Comparison comparison = two_plans();
  comparison.options[1].unpriced = {"facilities.x.prices.outpatient.allowed"};
  const std::vector<OptionUnderPlans> options = options_under_plans(comparison);
  CHECK(options[0].ranked[0]->plan == "a");
  CHECK(options[0].lead.is_zero());
  const Standing unpriced = standing_of(comparison, comparison.options[1]);
  CHECK(unpriced.rank == 2);
  CHECK_FALSE(unpriced.above_least.has_value());
}

TEST_CASE("the_standing_counts_the_plans_that_are_less_and_the_dollars_above_the_least") {
  const Comparison comparison = two_plans();
  CHECK(standing_of(comparison, comparison.options[0]).rank == 2);
  CHECK(standing_of(comparison, comparison.options[0]).above_least == Money::dollars(300));  // 900 - 600
  CHECK(standing_of(comparison, comparison.options[1]).rank == 1);
  CHECK(standing_of(comparison, comparison.options[1]).above_least == Money());
}

TEST_CASE("plans_with_the_same_figures_and_words_do_not_differ") { CHECK(differing(two_plans()).empty()); }

TEST_CASE("figures_rows_and_authorization_that_are_not_alike_are_named") {
  Comparison comparison = two_plans();
  comparison.plans[1].deductible = Money::dollars(9'999);
  comparison.plans[1].maximum_unknown = true;
  comparison.options[1].rows[0].provision.text = "20% coinsurance after deductible";
  comparison.options[0].authorization = {{}};
  comparison.options[1].authorization = {{}};
  comparison.options[1].authorization[0].required = RequiredState::yes;
  CHECK(differing(comparison) == std::vector<std::string>{"deductible.in", "out_of_pocket_max.in",
                                                          "benefits.outpatient.in", "benefits.outpatient.prior_auth"});
}

TEST_CASE("plans_that_say_the_same_share_a_part_of_the_sentence") {
  Comparison comparison = two_plans();
  comparison.plans.push_back(comparison.plans[1]);
  comparison.plans[2].id = "c";
  comparison.plans[2].name = "Plan C";
  comparison.plans[0].deductible = Money::dollars(1'000);
  comparison.plans[1].deductible = Money::dollars(2'000);
  comparison.plans[2].deductible = Money::dollars(2'000);
  const std::vector<std::string> sentences = contrast_sentences(comparison, Lang::en);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[1].find("$1,000 (Plan A") != std::string::npos);
  CHECK(sentences[1].find("; $2,000 (Plan B") != std::string::npos);
  CHECK(sentences[1].find(" and Plan C") != std::string::npos);
}

TEST_CASE("a_single_plan_is_shown_as_before") {
  const std::string text = compare_text(sample::comparison(), {80, false, false, Lang::en}, false);
  CHECK(text.find("side by side") == std::string::npos);
  CHECK(compare_json(sample::comparison(), false).find("side_by_side") == std::string::npos);
}

TEST_CASE("several_plans_are_shown_side_by_side_before_each_of_them") {
  const std::string text = compare_text(two_plans(), {80, false, false, Lang::en}, false);
  const std::size_t table = text.find("2 plans side by side");
  REQUIRE(table != std::string::npos);
  CHECK(text.find("  Plan B") < text.find("  Plan A"));
  CHECK(text.find("premium") != std::string::npos);
}

}  // namespace
}  // namespace preauth
