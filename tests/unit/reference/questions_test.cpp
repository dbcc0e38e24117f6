#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "reference/builtin.h"

namespace preauth {
namespace {

// The catalogue's groups and how many questions each has: 107 for the insurer, 6 for the facility.
struct QuestionGroup {
  char letter;
  int count;
};
const std::vector<QuestionGroup> kGroups = {{'A', 10}, {'B', 8}, {'C', 15}, {'D', 15}, {'E', 12}, {'F', 9}, {'G', 7},
                                            {'H', 7},  {'I', 6}, {'J', 6},  {'K', 7},  {'L', 5},  {'P', 6}};

TEST_CASE("question_ids_are_complete_and_in_order") {
  std::size_t next = 0;
  const auto& questions = builtin_reference().questions;
  for (const QuestionGroup& group : kGroups) {
    for (int number = 1; number <= group.count; ++number, ++next) {
      REQUIRE(next < questions.size());
      CHECK(std::string(questions[next].id) == group.letter + std::to_string(number));
    }
  }
  CHECK(next == questions.size());
  CHECK(next == 107 + 6);
}

TEST_CASE("questions_are_questions_and_say_why_in_one_sentence") {
  for (const QuestionInfo& question : builtin_reference().questions) {
    CAPTURE(std::string(question.id));
    CHECK(question.text.back() == '?');
    CHECK(question.why.back() == '.');
    CHECK(question.why.find(". ") == std::string_view::npos);
    CHECK((question.priority >= 1 && question.priority <= 3));
    CHECK_FALSE(question.source.empty());
  }
}

TEST_CASE("whom_to_ask_is_one_of_four") {
  const std::vector<std::string> known = {"insurer", "facility", "pharmacy", "employer"};
  for (const QuestionInfo& question : builtin_reference().questions) {
    CAPTURE(std::string(question.id));
    CHECK(std::find(known.begin(), known.end(), std::string(question.ask)) != known.end());
    if (question.id.front() == 'P') CHECK(question.ask == "facility");
  }
}

TEST_CASE("only_the_level_stands_in_braces") {
  for (const QuestionInfo& question : builtin_reference().questions) {
    std::string text(question.text);
    const std::size_t at = text.find("{level}");
    if (at != std::string::npos) text.erase(at, 7);
    CAPTURE(text);
    CHECK(text.find_first_of("{}") == std::string::npos);
  }
}

TEST_CASE("always_and_classic_questions_are_marked") {
  std::string always;
  std::string classic;
  for (const QuestionInfo& question : builtin_reference().questions) {
    if (question.always) always += std::string(question.id) + " ";
    if (question.classic) classic += std::string(question.id) + " ";
  }
  CHECK(always == "A1 A5 L1 L2 ");
  CHECK(classic == "C1 C2 C4 D1 E2 E6 ");
}

// Flesch-Kincaid needs syllables; long words and long sentences are what it punishes, and those can be counted.
TEST_CASE("questions_use_short_sentences_and_short_words") {
  for (const QuestionInfo& question : builtin_reference().questions) {
    CAPTURE(std::string(question.text));
    int words = 1;
    int letters = 0;
    for (const char c : question.text) {
      words += c == ' ' ? 1 : 0;
      letters += std::isalpha(static_cast<unsigned char>(c)) != 0 ? 1 : 0;
    }
    CHECK(words <= 22);
    CHECK(letters <= words * 6);
  }
}

}  // namespace
}  // namespace preauth
