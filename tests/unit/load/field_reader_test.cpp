#include <doctest/doctest.h>

#include "loaded.h"

namespace preauth::test {
namespace {

// One key of [client] or [so_far], its value, and the problem: each kind of value refuses what it cannot be.
struct Row {
  std::string line;
  std::string id;
  std::string marked;  // what the caret stands under
};

const std::vector<Row> kWrongTypes = {
    {"[client]\nid = true", "file.expected-text", "true"},
    {"[client]\nid = []", "file.expected-text", "[]"},
    {"[client]\nid = \"  \"", "file.empty-text", "\"  \""},
    {"[client]\nage = \"old\"", "file.expected-count", "\"old\""},
    {"[client]\nage = 34.5", "file.expected-count", "34.5"},
    {"[client]\nage = -1", "file.number-range", "-1"},
    {"[client]\nage = 131", "file.number-range", "131"},
    {"[client]\nage = 9223372036854775807", "file.number-range", "9223372036854775807"},
    {"[client]\nage = \"40..30\"", "file.backward-range", "\"40..30\""},
    {"[client]\nage = { years = 3 }", "file.expected-count", "{ years = 3 }"},
    {"[client]\nage = { source = \"x\" }", "file.no-is", "{ source = \"x\" }"},
    {"[client]\nage = { is = 34, evidence = \"hearsay\" }", "file.unknown-word", "\"hearsay\""},
    {"[client]\nage = { is = 34, sauce = \"x\" }", "treatment.unknown-key", "sauce"},
    {"[client]\nstart = \"soon\"", "file.expected-date", "\"soon\""},
    {"[client]\nstart = 2026-01-12T10:00:00", "file.expected-date", "2026-01-12T10:00:00"},
    {"[client]\nstart = 20260112", "file.expected-date", "20260112"},
    {"[client]\nother_coverage = 1", "file.expected-yes-no", "1"},
    {"[client]\nother_coverage = \"perhaps\"", "file.expected-yes-no", "\"perhaps\""},
    {"[client]\ncondition = \"anxiety\"", "file.unknown-word", "\"anxiety\""},
    {"[client]\ncoverage = 3", "file.expected-value", "3"},
    {"[so_far]\ndeductible = [\"$3\"]", "file.expected-value", "[\"$3\"]"},
    {"[so_far]\ndeductible = { inn = \"$3\" }", "treatment.unknown-key", "inn"},
    {"[so_far]\nfamily = \"$900\"", "file.expected-table", "\"$900\""},
    {"client = \"C-1\"", "file.expected-table", "\"C-1\""},
    {"facilities = { id = \"a\" }", "file.expected-list", "{ id = \"a\" }"},
    {"facilities = [ \"lakeside\" ]", "file.expected-table", "\"lakeside\""},
    {"[[facilities]]\nid = \"a\"\nprices = { iop = \"$3\" }", "file.expected-table", "\"$3\""},
};

TEST_CASE("a_value_of_the_wrong_kind_is_refused_where_it_stands") {
  for (const Row& row : kWrongTypes) {
    CAPTURE(row.line);
    const LoadedTreatment loaded = load_treatment_text(row.line);
    REQUIRE(ids_of(loaded.diagnostics) == std::vector<std::string>{row.id});
    CHECK(loaded.text(loaded.diagnostics.all()[0].at) == row.marked);
  }
}

TEST_CASE("words_are_read_whatever_their_case") {
  const LoadedTreatment loaded = load_treatment_text("[client]\ncondition = \"Mental Health\"\ncoverage = \"UNKNOWN\"");
  CHECK(ids_of(loaded.diagnostics).empty());
  CHECK(loaded.treatment.condition.known == Known<Condition>(Condition::mental_health));
  CHECK(loaded.treatment.coverage.known == Known<Coverage>::unknown());
}

TEST_CASE("a_count_may_be_a_range") {
  const LoadedTreatment loaded = load_treatment_text("[client]\nage = \"30..40\"");
  CHECK(loaded.treatment.age.known == Known<std::int32_t>::between(30, 40));
}

TEST_CASE("a_wrong_word_names_all_words_and_the_nearest") {
  const LoadedTreatment loaded = load_treatment_text("[client]\ncoverage = \"familly\"");
  const Diagnostic& problem = find(loaded.diagnostics, "file.unknown-word");
  CHECK(problem.message == "`coverage` cannot be `familly`: it is one of individual, family");
  CHECK(problem.help == "did you mean `family`?");
}

TEST_CASE("an_unknown_name_far_from_any_known_one_lists_them") {
  const LoadedTreatment loaded = load_treatment_text("[life]\nfavourite_colour = \"red\"");
  CHECK(find(loaded.diagnostics, "treatment.unknown-key").help ==
        "known here: unpaid_day_off, travel_per_visit, childcare_per_day");
}

TEST_CASE("a_problem_inside_a_phrase_points_at_the_word") {
  const LoadedPlan loaded = load_plan_text("[plan]\nid = \"a\"\n[benefits.iop]\nin = \"$40 copay after deductable\"\n");
  REQUIRE(loaded.diagnostics.count_errors() == 1);
  CHECK(loaded.text(loaded.diagnostics.all()[0].at) == "deductable");
}

TEST_CASE("the_text_under_every_span_is_the_value") {
  const LoadedPlan loaded = load_plan_text(
      "[plan]\nid = \"a\"\nstate = 'TX'\nhsa_qualified = { is = true, source = \"card\" }\n"
      "[benefits.iop]\nin = { is = \"20% after deductible\", evidence = \"portal\" }\nsame_as = \"unknown\"\n");
  const BenefitRow& row = loaded.plan.row(Benefit::iop);
  CHECK(loaded.text(loaded.plan.state.provenance.at) == "'TX'");
  CHECK(loaded.text(loaded.plan.hsa_qualified.provenance.at) == "true");
  CHECK(loaded.plan.hsa_qualified.provenance.source == "card");
  CHECK(loaded.text(row.share[0].provenance.at) == "\"20% after deductible\"");
  CHECK(row.share[0].provenance.evidence == Evidence::portal);
  CHECK(loaded.text(row.same_as.provenance.at) == "\"unknown\"");
}

}  // namespace
}  // namespace preauth::test
