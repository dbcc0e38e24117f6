#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"
#include "talk.h"

namespace preauth::test {
namespace {

using State = Conversation::State;

TEST_CASE("a_whole_plan_takes_fourteen_prompts") {
  Talk talk;
  int prompts = 0;
  while (talk.state() == State::asking) {
    ++prompts;
    talk.say("don't know");
  }
  CHECK(prompts == 14);
  CHECK(talk.state() == State::finished);
  const Plan plan = talk.plan();
  CHECK(plan.id == "my-plan");
  CHECK_FALSE(plan.deductible.by_network[0].individual.known.is_exact());
}

TEST_CASE("not_knowing_may_be_said_in_several_ways") {
  for (const std::string words : {"", "   ", "don't know", "don’t know", "DONT KNOW", "I don't know", "unknown",
                                  "not sure", "idk", "Dunno", "no idea", "skip"}) {
    CAPTURE(words);
    Talk talk;
    talk.go_to("overall deductible");
    CHECK(talk.say(words).find("out-of-pocket limit") != std::string::npos);
    CHECK_FALSE(talk.plan().deductible.by_network[0].individual.known.is_exact());
  }
}

TEST_CASE("back_asks_again_and_enter_keeps_what_was_said") {
  Talk talk;
  talk.go_to("overall deductible");
  talk.say("$2,000");
  const std::string again = talk.say("back");
  CHECK(again.find("overall deductible") != std::string::npos);
  CHECK(again.find("Your answer so far, which Enter keeps: $2,000") != std::string::npos);
  talk.say("");
  CHECK(talk.plan().deductible.by_network[0].individual.known.value().amount == Money::dollars(2'000));
  talk.say("back");
  talk.say("$1,500");
  CHECK(talk.plan().deductible.by_network[0].individual.known.value().amount == Money::dollars(1'500));
  talk.say("back");
  talk.say("don't know");
  CHECK_FALSE(talk.plan().deductible.by_network[0].individual.known.is_exact());
}

TEST_CASE("back_at_the_first_prompt_says_that_it_is_the_first") {
  Talk talk;
  CHECK(talk.say("back").find("This is the first prompt.") != std::string::npos);
  CHECK(talk.last().find("1 of 14.") != std::string::npos);
}

TEST_CASE("help_explains_the_prompt_and_asks_it_again") {
  Talk talk;
  talk.go_to("out-of-pocket limit");
  const std::string said = talk.say("?");
  CHECK(said.find("The most you pay in a year for covered care.") != std::string::npos);
  CHECK(said.find("5 of 14.") != std::string::npos);
}

TEST_CASE("an_answer_that_is_not_understood_gets_the_prompts_example_not_a_line_of_a_file") {
  Talk talk(InterviewKind::treatment);
  talk.go_to("How old");
  const std::string said = talk.say("sixteen");
  CHECK(said.find("needs a whole number") != std::string::npos);
  CHECK(said.find("age = 30") == std::string::npos);
  CHECK(said.find("For example: 34\nOr press Enter if you don't know.") != std::string::npos);
}

TEST_CASE("an_amount_without_a_sign_is_shown_as_dollars") {
  Talk talk;
  talk.go_to("overall deductible");
  CHECK(talk.say("500").find("Read as: in network $500 for a person.") != std::string::npos);
}

TEST_CASE("stop_finishes_with_what_there_is") {
  Talk talk;
  talk.say("Acme Gold");
  talk.say("stop");
  CHECK(talk.state() == State::finished);
  CHECK(talk.plan().name == "Acme Gold");
}

TEST_CASE("a_warning_is_shown_once_and_the_answer_is_kept") {
  Talk talk;
  talk.say("Acme");
  talk.say("2026");
  talk.say("PPO");
  talk.say("");
  // The federal maximum of 2026 for one person is $10,600.
  const std::string said = talk.say("$12,000 individual");
  CHECK(said.find("maximum:1:1: warning: ") != std::string::npos);
  CHECK(said.find("[plan.above-federal-maximum]") != std::string::npos);
  CHECK(talk.last().find("6 of 14.") != std::string::npos);
  CHECK(talk.say("$30 copay").find("warning") == std::string::npos);
}

TEST_CASE("an_answer_that_contradicts_an_earlier_one_is_found_at_once") {
  Talk talk;
  talk.go_to("overall deductible");
  // A family's amount below one person's is a slip of the column.
  const std::string said = talk.say("$4,000 individual / $2,000 family");
  CHECK(said.find("[plan.family-below-person]") != std::string::npos);
  talk.go_to("out-of-pocket limit");
  CHECK(talk.say("$3,000 individual").find("[plan.maximum-below-deductible]") != std::string::npos);
}

TEST_CASE("after_five_wrong_answers_the_prompt_is_left_open") {
  Talk talk;
  talk.go_to("primary care visit");
  for (int i = 0; i < 4; ++i) talk.say("lots");
  CHECK(talk.last().find("[phrase.") != std::string::npos);
  CHECK(talk.say("lots").find("Left open for now") != std::string::npos);
  CHECK(talk.last().find("7 of 14.") != std::string::npos);
}

TEST_CASE("a_pipe_without_end_is_cut_off") {
  Talk talk;
  int lines = 0;
  while (talk.state() == State::asking && lines < 1'000) {
    talk.say("back");
    ++lines;
  }
  CHECK(lines == 301);
  CHECK(talk.state() == State::kept);
}

TEST_CASE("no_answer_breaks_the_file") {
  const std::string quote(1, '"');
  std::vector<std::string> answers = {"\x1b[2J",
                                      std::string("\0x", 2),
                                      "\xff\xfe",
                                      "\u202e$40",
                                      "a" + quote + " = " + quote + "b",
                                      "'''",
                                      "\\u0000 \\",
                                      "# comment",
                                      "]",
                                      "$",
                                      "$,",
                                      "%",
                                      "p. 4:",
                                      "p. 99999999999: $40",
                                      "999999999999999999999999 visits per year",
                                      "$999,999,999,999,999,999,999,999",
                                      std::string(8'000, '$'),
                                      std::string(8'000, '('),
                                      "99/99/9999 00/00/0000"};
  for (const InterviewKind kind : {InterviewKind::plan, InterviewKind::treatment}) {
    for (const std::string& answer : answers) {
      CAPTURE(answer);
      Talk talk(kind);
      // Every prompt meets the words once; what is refused is left open.
      for (int i = 0; i < 40 && talk.state() == State::asking; ++i) talk.say(i % 2 == 0 ? answer : "don't know");
      CHECK(talk.state() != State::invalid);
      if (kind == InterviewKind::plan) talk.plan();
      if (kind == InterviewKind::treatment) talk.treatment();
    }
  }
}

TEST_CASE("characters_that_cannot_be_shown_are_refused") {
  Talk talk;
  CHECK(talk.say("Acme \x1b[31m").find("[interview.not-text]") != std::string::npos);
  CHECK(talk.last().find('\x1b') == std::string::npos);
}

}  // namespace
}  // namespace preauth::test
