#include <string>

#include <doctest/doctest.h>

#include "messages/sample.h"

namespace preauth {
namespace {

TEST_CASE("sentence_puts_values_in_and_follows_the_language") {
  const Date start = *parse_date("2026-01-12");
  CHECK(msg::sample::greeting(Lang::en, start, "in network") == "Starts 12 Jan 2026, in network.");
  CHECK(msg::sample::greeting(Lang::es, start, "en la red") == "en la red: empieza el 12 de enero de 2026.");
}

TEST_CASE("plural_has_one_form_for_one_and_one_for_all_others") {
  CHECK(msg::sample::visits_left(Lang::en, 1, 3) == "1 visit left of 3");
  CHECK(msg::sample::visits_left(Lang::en, 0, 3) == "0 visits left of 3");
  CHECK(msg::sample::visits_left(Lang::en, 1'200, 3) == "1,200 visits left of 3");
  CHECK(msg::sample::visits_left(Lang::es, 1, 3) == "quedan 1 visita de 3");
}

TEST_CASE("amounts_are_formatted_by_their_type") {
  CHECK(msg::sample::amounts(Lang::en, Money::cents(123'450), Money::cents(123'450), Rate::percent(20)) ==
        "$1,234.50 or about $1,235 at 20%");
}

TEST_CASE("doubled_braces_and_special_characters_stay_as_written") {
  CHECK(msg::sample::braces(Lang::en) == "{literal} \"quoted\" \\ text");
}

TEST_CASE("by_id_finds_sentences_that_need_at_most_a_value") {
  CHECK(msg::sample::by_id(Lang::en, "named", "$40") == "the value is $40");
  CHECK(msg::sample::by_id(Lang::es, "named", "$40") == "el valor es $40");
  CHECK(msg::sample::by_id(Lang::es, "braces", "") == "{literal}");
  CHECK(msg::sample::by_id(Lang::en, "greeting", "x").empty());
  CHECK(msg::sample::by_id(Lang::en, "sample.unknown-key", "x").empty());
  CHECK(msg::sample::by_id(Lang::en, "nothing", "x").empty());
}

TEST_CASE("diagnostic_carries_severity_id_place_and_help") {
  const Span at{0, 3, 7};
  const Diagnostic diagnostic = diag::sample_unknown_key(at, "deductable", "deductible");
  CHECK(diagnostic.severity == Severity::error);
  CHECK(diagnostic.id == "sample.unknown-key");
  CHECK(diagnostic.at == at);
  CHECK(diagnostic.message == "unknown key `deductable`");
  CHECK(diagnostic.help == "did you mean `deductible`?");
}

TEST_CASE("help_is_dropped_when_all_its_texts_are_empty") {
  CHECK(diag::sample_unknown_key({}, "x", "").help.empty());
  CHECK(diag::sample_always_help({}, 1).help == "look at the file");
  CHECK(diag::sample_always_help({}, 1).message == "1 row skipped");
  CHECK(diag::sample_always_help({}, 1).severity == Severity::warning);
  CHECK(diag::sample_amount_help({}, Money()).help == "at most $0");
}

}  // namespace
}  // namespace preauth
