#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "interview/word_completion.h"
#include "talk.h"

namespace preauth::test {
namespace {

TEST_CASE("words_are_completed_from_any_word_of_the_line_on") {
  struct Row {
    std::string line;
    std::string insert;
    std::vector<std::string> candidates;
  };
  const std::vector<std::string> words = {"PPO", "POS", "after deductible", "deductible does not apply"};
  const std::vector<Row> rows = {{"", "", {}},
                                 {"pp", "O", {}},
                                 {"P", "", {"PPO", "POS"}},
                                 {"$40 copay aft", "er deductible", {}},
                                 {"$40 copay; deductible d", "oes not apply", {}},
                                 {"xyz", "", {}},
                                 {"PPO", "", {}}};
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const Completion completion = complete(row.line, words);
    CHECK(completion.insert == row.insert);
    CHECK(completion.candidates == row.candidates);
  }
}

TEST_CASE("each_prompt_offers_its_own_words") {
  Talk talk;
  CHECK(talk.words() == std::vector<std::string>{"back", "don't know", "help", "stop"});
  talk.go_to("plan type");
  CHECK(talk.words().front() == "HMO");
}

}  // namespace
}  // namespace preauth::test
