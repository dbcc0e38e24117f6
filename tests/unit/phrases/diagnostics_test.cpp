#include <set>
#include <string>

#include <doctest/doctest.h>

#include "load/phrase_diagnostics.h"

using namespace preauth;

namespace {

PhraseProblem problem(PhraseProblem::Kind kind) { return {kind, 4, 11, "coinsurence", "coinsurance"}; }

}  // namespace

TEST_CASE("every_kind_of_problem_has_a_sentence_and_help") {
  const int last = static_cast<int>(PhraseProblem::Kind::bad_number);
  const Span at{0, 14, 25};
  std::set<std::string> ids;
  for (int kind = 0; kind <= last; ++kind) {
    const Diagnostic diagnostic = to_diagnostic(problem(static_cast<PhraseProblem::Kind>(kind)), at);
    CAPTURE(diagnostic.id);
    CHECK(diagnostic.id.starts_with("phrase."));
    CHECK(diagnostic.severity == Severity::error);
    CHECK_FALSE(diagnostic.message.empty());
    CHECK_FALSE(diagnostic.help.empty());
    CHECK(diagnostic.at == at);
    ids.insert(diagnostic.id);
  }
  CHECK(ids.size() == static_cast<std::size_t>(last) + 1);
}

TEST_CASE("a_misspelt_word_is_named_with_the_known_one") {
  const Diagnostic diagnostic = to_diagnostic(problem(PhraseProblem::Kind::unexpected_word), {});
  CHECK(diagnostic.message == "`coinsurence` is not understood here");
  CHECK(diagnostic.help == "did you mean `coinsurance`?");
}

TEST_CASE("a_word_without_a_neighbour_gets_an_example_instead") {
  PhraseProblem unknown = problem(PhraseProblem::Kind::unexpected_word);
  unknown.suggestion.clear();
  CHECK(to_diagnostic(unknown, {}).help.find("$40 copay after deductible") != std::string::npos);
}

TEST_CASE("long_words_are_cut_in_the_sentence") {
  PhraseProblem lengthy = problem(PhraseProblem::Kind::trailing_text);
  lengthy.detail = std::string(1'000, 'x');
  CHECK(to_diagnostic(lengthy, {}).message.size() < 200);
}
