// When to stop asking.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cases.h"
#include "engine/question_stop.h"

using namespace preauth;
using namespace preauth::test;

namespace {

Question question(const std::string& id, std::optional<std::int64_t> swing, std::int32_t priority = 2) {
  Question made;
  made.id = id;
  made.priority = priority;
  if (swing) made.swing = Money::dollars(*swing);
  return made;
}

Comparison comparison_of(std::vector<Question> questions, std::int64_t likely) {
  Comparison comparison;
  comparison.questions = std::move(questions);
  OptionEstimate& option = comparison.options.emplace_back();
  option.likely.copay = Money::dollars(likely);
  return comparison;
}

std::string ids(const Comparison& comparison, const std::vector<std::size_t>& positions) {
  std::string text;
  for (const std::size_t position : positions) text += comparison.questions[position].id + " ";
  return text;
}

}  // namespace

TEST_CASE("the_usual_stop_is_the_larger_of_50_dollars_and_2_percent_of_the_largest_likely_amount") {
  CHECK(usual_stop(comparison_of({}, 2'500)) == Money::dollars(50));  // 2 % of 2,500
  CHECK(usual_stop(comparison_of({}, 2'499)) == Money::dollars(50));
  CHECK(usual_stop(comparison_of({}, 2'501)) == Money::cents(5'002));
  CHECK(usual_stop(Comparison()) == Money::dollars(50));
  Comparison unpriced = comparison_of({}, 10'000);
  unpriced.options.front().unpriced = {"facilities.x.prices.drug"};
  CHECK(usual_stop(unpriced) == Money::dollars(50));
}

TEST_CASE("what_moves_less_than_the_stop_is_counted_and_not_asked") {
  const Comparison comparison =
      comparison_of({question("C6", 100), question("G4", 99), question("P1", 0), question("J4", std::nullopt, 2)}, 0);
  const QuestionChoice choice = choose_questions(comparison, Money::dollars(100), std::nullopt);
  CHECK(ids(comparison, choice.asked) == "C6 ");
  CHECK(choice.below == 2);
  CHECK(choice.unpriced == 1);
  CHECK(choice.left_out() == 3);
  CHECK_FALSE(choice.settled);
}

TEST_CASE("classic_always_contradicting_and_authorization_questions_are_never_left_out") {
  std::vector<Question> all = {question("C2", 1), question("A1", std::nullopt, 1), question("C9", std::nullopt, 2),
                               question("D3", std::nullopt, 1), question("D5", std::nullopt, 2)};
  all[0].classic = true;
  all[1].reason = QuestionReason::always;
  all[2].reason = QuestionReason::contradiction;
  const Comparison comparison = comparison_of(all, 0);
  const QuestionChoice choice = choose_questions(comparison, Money::dollars(100), std::nullopt);
  CHECK(ids(comparison, choice.asked) == "C2 A1 C9 D3 ");
  CHECK(choice.unpriced == 1);  // D5: papers to send
  CHECK(choice.settled);        // nothing is left that moves $100
}

TEST_CASE("without_a_figure_what_can_change_the_bill_by_thousands_is_kept_for_the_end") {
  std::vector<Question> all = {question("E7", std::nullopt, 1), question("B5", std::nullopt, 2),
                               question("B1", std::nullopt, 2)};
  all[2].reason = QuestionReason::weak;
  const Comparison comparison = comparison_of(all, 0);
  const QuestionChoice choice = choose_questions(comparison, std::nullopt, std::nullopt);
  CHECK(choice.asked.empty());
  CHECK(ids(comparison, choice.if_time) == "E7 B1 ");
  CHECK(choice.unpriced == 1);
}

TEST_CASE("a_stop_of_zero_leaves_nothing_out") {
  const Comparison comparison =
      comparison_of({question("C6", 100), question("P1", 0), question("B5", std::nullopt, 3)}, 9'000);
  const QuestionChoice choice = choose_questions(comparison, Money(), std::nullopt);
  CHECK(ids(comparison, choice.asked) == "C6 P1 ");
  CHECK(ids(comparison, choice.if_time) == "B5 ");
  CHECK(choice.left_out() == 0);
}

TEST_CASE("top_takes_the_first_and_counts_the_others") {
  const Comparison comparison =
      comparison_of({question("C6", 300), question("G4", 200), question("E7", std::nullopt, 1)}, 0);
  const QuestionChoice two = choose_questions(comparison, std::nullopt, 2);
  CHECK(ids(comparison, two.asked) == "C6 G4 ");
  CHECK(two.if_time.empty());
  CHECK(two.beyond_top == 1);
  CHECK(choose_questions(comparison, std::nullopt, 0).beyond_top == 3);
  CHECK(choose_questions(comparison, std::nullopt, 9).asked.size() == 2);
}

TEST_CASE("an_option_without_a_price_asks_for_it_before_anything_else") {
  const Case made{"", "[benefits.drug]\nin = \"$10 copay\"\n", "",
                  option("{ level = \"mat\", lines = [{ benefit = \"ambulance\" }] }")};
  const Comparison comparison = compared(made);
  if (comparison.options.front().unpriced.empty()) return;  // a reference price came with the data
  CHECK(comparison.questions.front().id == "G4");
  const QuestionChoice choice = choose_questions(comparison, Money::dollars(1'000'000), std::nullopt);
  CHECK(choice.asked.front() == 0);
}
