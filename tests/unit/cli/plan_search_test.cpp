#include "cli/plan_search.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

const std::vector<SearchablePlan> kPlans = {
    {0, {"acme-gold-2026", "Acme Gold 2026", "Acme Health", "hmo", "gold", "TX", "2026"}},
    {1, {"blue-gold-2026", "Blue Gold", "Blue of Texas", "ppo", "gold", "TX", "2026"}},
    {2, {"blue-silver-2025", "Blue Silver", "Blue of Florida", "epo", "silver", "FL", "2025"}},
    {3, {"marigold-care", "Marigold Care", "", "hmo", "", "WA", ""}},
};

std::vector<std::size_t> found(const std::string& text) {
  std::vector<std::size_t> positions;
  for (const PlanMatch& match : search_plans(kPlans, search_words(text))) positions.push_back(match.position);
  return positions;
}

TEST_CASE("words_are_found_in_any_order_and_case_and_most_words_come_first") {
  struct Row {
    std::string words;
    std::vector<std::size_t> expected;
  };
  const std::vector<Row> rows = {
      {"blue gold tx", {1, 0, 2, 3}},  // all three; gold and tx; blue; gold inside marigold
      {"TX, Gold; BLUE", {1, 0, 2, 3}},
      {"silver", {2}},
      {"gold", {0, 1, 3}},  // whole words before a part, ties in the order of the list
      {"2025", {2}},
      {"ppo", {1}},
      {"mari", {3}},  // the beginning of a word
      {"a", {}},      // one letter is no part of a word
      {"bronze", {}},
      {"", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    CHECK(found(row.words) == row.expected);
  }
}

TEST_CASE("two_letters_are_a_word_of_their_own_only") {
  CHECK(found("wa") == std::vector<std::size_t>{3});
  CHECK(found("fl") == std::vector<std::size_t>{2});
}

TEST_CASE("a_match_names_the_words_that_were_found") {
  const std::vector<PlanMatch> matches = search_plans(kPlans, search_words("gold purple tx"));
  REQUIRE(matches.size() == 3);
  CHECK(matches[0].words == std::vector<std::string>{"gold", "tx"});
  CHECK(matches[2].words == std::vector<std::string>{"gold"});
}

TEST_CASE("repeats_and_signs_are_no_words_and_a_flood_of_words_is_cut") {
  CHECK(search_words("gold, gold -- Gold!") == std::vector<std::string>{"gold"});
  CHECK(search_words("\x01\x1b[0m\n") == std::vector<std::string>{"0m"});
  std::string flood;
  for (int i = 0; i < 1'000; ++i) flood += "w" + std::to_string(i) + " ";
  CHECK(search_words(flood).size() == kMostSearchWords);
}

}  // namespace
}  // namespace preauth
