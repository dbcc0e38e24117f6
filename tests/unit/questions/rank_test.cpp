// In which order to ask, with the arithmetic of the dollars behind it.

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cases.h"
#include "engine/question_rank.h"
#include "reference/library.h"

using namespace preauth;
using namespace preauth::test;

namespace {

constexpr std::int32_t kDraws = 10'000;

// The first question that is about the option.
const Question& first_about(const Comparison& comparison, const std::string& option) {
  for (const Question& question : comparison.questions) {
    if (std::find(question.options.begin(), question.options.end(), option) != question.options.end()) return question;
  }
  FAIL("no question about " << option);
  return comparison.questions.front();
}

// A file's tables, each with the comments before it, in another order; the first stays first.
std::string with_tables_turned(const std::string& text) {
  std::vector<std::string> tables(1);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    if (line.starts_with("[")) tables.emplace_back();
    tables.back() += line;
    at = end;
  }
  std::reverse(tables.begin() + 1, tables.end());
  std::string turned;
  for (const std::string& table : tables) turned += table;
  return turned;
}

// Everything that a reader of the list sees.
std::string listed(const Comparison& comparison) {
  std::string text;
  for (const Question& question : comparison.questions) {
    text += question.id + " " + std::to_string(question.swing.value_or(Money()).count_cents()) + " " +
            std::to_string(question.typical.value_or(Money()).count_cents()) + " " +
            std::to_string(question.at_risk.value_or(Money()).count_cents()) + " " +
            std::to_string(question.spread_share.value_or(Rate()).parts()) + " " + question.text;
    for (const AnswerField& each : question.fields) text += " " + each.path + "=" + each.used;
    text += "\n";
  }
  return text;
}

Question question_with(std::int64_t dollars) {
  Question question;
  question.swing = Money::dollars(dollars);
  return question;
}

}  // namespace

// 27 IOP days of $319.38, $1,500 of the deductible left. Other outpatient, 25 %: four days and $222.48 of the fifth
// fill the deductible, 25 % of the $96.90 left of it is $24.23 and of 22 days $79.85 each: 1,500 + 24.23 + 1,756.70 =
// 3,280.93. Office visit: 27 × $30 = 810. The answer settles 2,470.93.
TEST_CASE("on_the_uhc_plan_the_first_question_about_iop_is_which_line_it_is_paid_under") {
  const Comparison comparison = compared(library_plan("uhc-gold-standard-2026"), example("alex"), kDraws);
  const Question& first = first_about(comparison, "iop");
  CHECK(first.id == "C6");
  CHECK(first.swing == Money::cents(247'093));
  CHECK(first.field == "benefits.iop.same_as");
  CHECK(first.options == std::vector<std::string>{"iop"});
  CHECK(first.most_in == "iop");
  // With two answers at even odds the estimate moves by half of the swing, here a little more, because a dearer IOP day
  // moves one answer only.
  CHECK(first.typical.value() > Money::cents(247'093 / 2));
  CHECK(first.spread_share.value() > Rate::percent(50));
}

// Out of network the HMO pays nothing: the whole bill of 28 days. In network 25 % of it at most.
TEST_CASE("an_unknown_network_status_of_the_residential_facility_comes_first") {
  const std::string facility = "[[facilities]]\nid = \"lakeside\"\nkind = \"freestanding\"\nnetwork = \"unknown\"\n";
  std::string text = example_text("alex");
  const std::string step = "{ level = \"residential\", schedule";
  REQUIRE(text.find(step) != std::string::npos);
  text.replace(text.find(step), step.size(), "{ level = \"residential\", at = \"lakeside\", schedule");
  const Comparison comparison = compared(library_plan("uhc-gold-standard-2026"), treatment(text + facility), kDraws);
  CHECK(comparison.questions.front().id == "B1");
  CHECK(comparison.questions.front().field == "facilities.lakeside.network");
  REQUIRE(field(comparison.questions.front(), "facilities.lakeside.network") != nullptr);
  CHECK(field(comparison.questions.front(), "facilities.lakeside.network")->choices ==
        std::vector<std::string>{"in", "out"});
}

// $300 of deductible at most: with 20 % behind it, meeting it saves 300 − 20 % × 300 = 240. Which row IOP is under
// moves 27 × $319.38 between 20 % and $20 a day.
TEST_CASE("how_much_is_met_is_not_first_when_it_moves_little") {
  const Case made{"",
                  "[deductible]\nin = \"$300\"\n[out_of_pocket_max]\nin = \"$9,000\"\n"
                  "[benefits.office-visit]\nin = \"$20 copay; deductible does not apply\"\n"
                  "[benefits.outpatient-other]\nin = \"20% coinsurance after deductible\"\n",
                  "", option("{ level = \"iop\", schedule = \"3 days/week for 9 weeks\" }")};
  for (const std::int32_t draws : {0, kDraws}) {
    const Comparison comparison = compared(made, draws);
    CAPTURE(ids_of(comparison));
    REQUIRE(find(comparison, "C2") != nullptr);
    CHECK(find(comparison, "C2")->swing == Money::dollars(240));
    CHECK(rank_of(comparison, "C6") < rank_of(comparison, "C2"));
    CHECK(rank_of(comparison, "C2") > 1);
  }
}

TEST_CASE("the_order_of_the_tables_of_a_plan_changes_nothing") {
  const Treatment alex = example("alex");
  for (const LibraryFile& file : library_plans()) {
    CAPTURE(std::string(file.name));
    const std::string text(file.text);
    const std::size_t schema = text.find("schema");
    const std::string body = text.substr(text.find('\n', schema) + 1);
    CHECK(listed(compared(plan(body), alex, 2'000)) == listed(compared(plan(with_tables_turned(body)), alex, 2'000)));
  }
}

TEST_CASE("the_order_of_the_options_changes_no_rank_and_no_amount") {
  const Plan uhc = library_plan("uhc-gold-standard-2026");
  const std::string text = example_text("alex");
  const std::size_t first = text.find("\n[[options]]");
  const std::size_t last = text.rfind("\n[[options]]");
  const std::string turned = text.substr(0, first) + text.substr(last) + text.substr(first, last - first);
  const Comparison before = compared(uhc, treatment(text), 2'000);
  const Comparison after = compared(uhc, treatment(turned), 2'000);
  CHECK(listed(before) == listed(after));
}

// Never requested, the whole stay of 28 × $500 falls to the patient: 14,000 instead of 1,000 + 20 % × 13,000 = 3,600.
// 5 % of the 10,400 more ranks it; no amount of it is in the estimate.
TEST_CASE("authorization_is_ranked_by_a_chance_of_what_is_at_risk_without_it") {
  const Case made{"",
                  "[benefits.residential]\nin = \"20% coinsurance after deductible\"\nprior_auth = \"unknown\"\n"
                  "noncovered_rate = \"billed\"\n",
                  "",
                  option("{ level = \"residential\", schedule = \"28 days\", price = { allowed = \"$500/day\" } }")};
  const Comparison comparison = compared(made, kDraws);
  const Question* needed = find(comparison, "D1");
  REQUIRE(needed != nullptr);
  CHECK(needed->at_risk == Money::dollars(10'400));
  CHECK_FALSE(needed->swing.has_value());
  CHECK(needed->deadline.has_value());
  CHECK(needed->deadline.value() <= day("2026-01-12"));
  const Question* met = find(comparison, "C2");
  REQUIRE(met != nullptr);
  // 5 % of 10,400 is 520; the deductible moves 800 at most and far less on average.
  CHECK(met->typical.value() < Money::dollars(520));
  CHECK(rank_of(comparison, "D1") < rank_of(comparison, "C2"));
}

TEST_CASE("ties_go_by_swing_then_contradiction_then_priority_then_the_catalogue") {
  const auto rank = [](std::int64_t dollars, std::int64_t swing, bool contradicts, std::int32_t priority,
                       std::size_t catalogue) {
    return Rank{false, Money::dollars(dollars), Money::dollars(swing), contradicts, priority, catalogue};
  };
  std::vector<Rank> order = {
      Rank{true, Money(), Money(), false, 3, 99},  // no figure at all without it
      rank(2, 0, false, 3, 98),
      rank(1, 5, false, 3, 97),
      rank(1, 4, true, 3, 96),
      rank(1, 4, false, 1, 95),
      rank(1, 4, false, 2, 1),
      rank(1, 4, false, 2, 2),
  };
  for (std::size_t a = 0; a < order.size(); ++a) {
    for (std::size_t b = 0; b < order.size(); ++b) CHECK(asked_before(order[a], order[b]) == (a < b));
  }
}

TEST_CASE("the_most_moved_is_the_larger_of_swing_and_typical") {
  Question question = question_with(5);
  CHECK(question.most_moved() == Money::dollars(5));
  question.typical = Money::dollars(7);
  CHECK(question.most_moved() == Money::dollars(7));
  CHECK(Question().most_moved() == Money());
  CHECK_FALSE(Question().has_figure());
}

TEST_CASE("a_budget_share_is_there_only_with_a_budget_in_doubt") {
  const Plan uhc = library_plan("uhc-gold-standard-2026");
  const Treatment alex = example("alex");
  const Comparison in_doubt = compared(uhc, alex, kDraws, Money::dollars(2'000));
  CHECK(find(in_doubt, "C6")->budget_share.value() > Rate::percent(50));
  CHECK_FALSE(find(compared(uhc, alex, kDraws), "C6")->budget_share.has_value());
  CHECK_FALSE(find(compared(uhc, alex, kDraws, Money::dollars(1'000'000)), "C6")->budget_share.has_value());
}
