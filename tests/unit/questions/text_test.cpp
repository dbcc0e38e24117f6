// The words of a question about one level, several, or none.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cases.h"
#include "engine/question_text.h"
#include "reference/builtin.h"

using namespace preauth;
using namespace preauth::test;

namespace {

std::string text(std::string_view sentence, BenefitMask benefits) {
  return question_text(sentence, benefits, builtin_reference());
}

}  // namespace

TEST_CASE("one_level_stands_in_the_sentence_and_several_before_it") {
  const std::string sentence = "Which line of the benefit table is {level} paid under?";
  CHECK(text(sentence, mask(Benefit::iop)) == "Which line of the benefit table is IOP paid under?");
  CHECK(text(sentence, mask(Benefit::iop) | mask(Benefit::php)) ==
        "For IOP and PHP: which line of the benefit table is each paid under?");
  CHECK(text(sentence, mask(Benefit::residential) | mask(Benefit::iop) | mask(Benefit::php)) ==
        "For IOP, PHP and residential: which line of the benefit table is each paid under?");
  CHECK(text(sentence, 0) == "Which line of the benefit table is this care paid under?");
  CHECK(text(sentence, mask(Benefit::outpatient_other)) ==
        "Which line of the benefit table is other outpatient care paid under?");
}

TEST_CASE("a_sentence_about_no_level_stays_as_it_is") {
  CHECK(text("Is the plan active today?", mask(Benefit::iop) | mask(Benefit::php)) == "Is the plan active today?");
}

TEST_CASE("spanish_questions_are_put_together_in_spanish") {
  const auto spanish = [](std::string_view sentence, BenefitMask benefits) {
    return question_text(sentence, benefits, spanish_reference());
  };
  const std::string sentence = "¿En qué renglón de la tabla de beneficios se paga {level}?";
  CHECK(spanish(sentence, mask(Benefit::residential)) ==
        "¿En qué renglón de la tabla de beneficios se paga el programa residencial?");
  CHECK(spanish(sentence, mask(Benefit::iop) | mask(Benefit::residential)) ==
        "Para el programa intensivo (IOP) y el programa residencial: ¿en qué renglón de la tabla de beneficios se paga "
        "cada uno?");
  CHECK(spanish(sentence, 0) == "¿En qué renglón de la tabla de beneficios se paga esta atención?");
}

// "del" and "al" are made for sentences of the catalogue only.
TEST_CASE("no_spanish_question_puts_a_level_after_de_or_a") {
  for (const QuestionInfo& question : spanish_reference().questions) {
    CAPTURE(std::string(question.id));
    CHECK(question.text.find(" de {level}") == std::string_view::npos);
    CHECK(question.text.find(" a {level}") == std::string_view::npos);
  }
}

TEST_CASE("levels_are_the_rows_that_are_levels_of_care") {
  CHECK(levels_in(mask(Benefit::php) | mask(Benefit::iop) | mask(Benefit::drug)) ==
        std::vector<Level>{Level::iop, Level::php});
  CHECK(levels_in(0).empty());
}

TEST_CASE("a_question_about_several_options_is_asked_once") {
  const Comparison comparison =
      compared({"", "", "", option("{ level = \"iop\" }", "a") + option("{ level = \"php\" }", "b")});
  int count = 0;
  for (const Question& question : comparison.questions) count += question.id == "D7" ? 1 : 0;
  CHECK(count == 1);
  const Question* question = find(comparison, "D7");
  CHECK(question->text == "For IOP and PHP: must the patient try a lower level of care before each?");
  CHECK(question->options == std::vector<std::string>{"a", "b"});
  CHECK(question->levels == std::vector<Level>{Level::iop, Level::php});
}

TEST_CASE("a_classic_question_that_nothing_raises_is_about_all_levels") {
  const Comparison comparison = compared({"", "[prior_auth]\nrequired = false\n", "",
                                          option("{ level = \"iop\" }", "a") + option("{ level = \"php\" }", "b")});
  CHECK(find(comparison, "D1")->text ==
        "For IOP and PHP: is prior authorization needed for each, in and out of network?");
  CHECK(find(comparison, "D1")->options.empty());
  CHECK(find(comparison, "D1")->reason == QuestionReason::always);
}
