// Ctrl-C and Ctrl-D: no file or a valid one, as the person chooses.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "talk.h"

namespace preauth::test {
namespace {

using State = Conversation::State;

const std::vector<std::string> kAnswers = {"Acme Gold",
                                           "01/01/2026",
                                           "PPO",
                                           "$2,000 individual / $4,000 family",
                                           "$8,000 individual / $16,000 family",
                                           "$30 copay; deductible does not apply",
                                           "$40 copay after deductible",
                                           "40% coinsurance",
                                           "Preauthorization is required.",
                                           "20% coinsurance",
                                           "40% coinsurance",
                                           "None",
                                           "Long-term care"};

TEST_CASE("breaking_off_at_any_prompt_keeps_a_valid_file_of_all_answers") {
  for (std::size_t count = 1; count <= kAnswers.size(); ++count) {
    CAPTURE(count);
    Talk talk;
    for (std::size_t i = 0; i < count; ++i) talk.say(kAnswers[i]);
    const std::string asked = talk.interrupt();
    CHECK(asked.find("Type yes or no.") != std::string::npos);
    talk.say("yes");
    CHECK(talk.state() == State::kept);
    CHECK(talk.plan().name == "Acme Gold");
    for (std::size_t i = 0; i < count; ++i) CHECK(talk.file().find(kAnswers[i]) != std::string::npos);
  }
}

TEST_CASE("the_choice_is_asked_once") {
  struct Row {
    std::string first;
    std::string second;  // "^C" and "^D" are keys
    State state;
  };
  const std::vector<Row> rows = {{"^C", "yes", State::kept},     {"^C", "", State::kept},
                                 {"^C", "no", State::discarded}, {"^C", "N", State::discarded},
                                 {"^C", "^C", State::discarded}, {"^D", "^D", State::kept},
                                 {"^D", "^C", State::discarded}, {"^C", "^D", State::kept}};
  for (const Row& row : rows) {
    CAPTURE(row.first);
    CAPTURE(row.second);
    Talk talk;
    talk.say("Acme");
    if (row.first == "^C") talk.interrupt();
    if (row.first == "^D") talk.end();
    REQUIRE(talk.state() == State::keep_or_discard);
    if (row.second == "^C") {
      talk.interrupt();
    } else if (row.second == "^D") {
      talk.end();
    } else {
      talk.say(row.second);
    }
    CHECK(talk.state() == row.state);
  }
}

TEST_CASE("without_an_answer_there_is_nothing_to_keep") {
  Talk talk;
  talk.interrupt();
  CHECK(talk.state() == State::discarded);
}

TEST_CASE("a_script_chooses_beforehand") {
  Talk keeps(InterviewKind::plan, OnInterrupt::keep);
  keeps.say("Acme");
  keeps.end();
  CHECK(keeps.state() == State::kept);
  Talk discards(InterviewKind::plan, OnInterrupt::discard);
  discards.say("Acme");
  discards.interrupt();
  CHECK(discards.state() == State::discarded);
}

}  // namespace
}  // namespace preauth::test
