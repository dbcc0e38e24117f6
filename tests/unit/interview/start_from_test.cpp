// Beginning from another plan: its figures stay, and are still to be confirmed.

#include <string>

#include <doctest/doctest.h>

#include "load/phrase.h"
#include "reference/library.h"
#include "talk.h"

namespace preauth::test {
namespace {

constexpr std::string_view kName = "uhc-gold-standard-2026";

TEST_CASE("figures_of_the_start_become_assumptions") {
  Talk talk(kName, library_plan(kName));
  const Plan plan = talk.plan();
  CHECK(plan.id == "my-plan");
  const TieredAmount& deductible = plan.deductible.by_network[index(Network::in)];
  CHECK(deductible.individual.known.value().amount == Money::dollars(2'000));
  CHECK(deductible.individual.provenance.evidence == Evidence::assumption);
  CHECK(deductible.individual.provenance.source == "uhc-gold-standard-2026, still to be confirmed");
  CHECK(plan.row(Benefit::inpatient).share[0].provenance.evidence == Evidence::assumption);
}

TEST_CASE("the_prompt_shows_what_the_start_says") {
  Talk talk(kName, library_plan(kName));
  talk.go_to("overall deductible");
  CHECK(talk.last().find("uhc-gold-standard-2026 says: $2,000; $4,000; not covered") != std::string::npos);
}

TEST_CASE("same_confirms_a_figure_and_enter_leaves_it_open") {
  Talk talk(kName, library_plan(kName));
  talk.go_to("overall deductible");
  talk.say("same");
  talk.say("");
  const Plan plan = talk.plan();
  CHECK(plan.deductible.by_network[0].individual.provenance.evidence == Evidence::plan_document);
  CHECK(plan.deductible.by_network[0].individual.known.value().amount == Money::dollars(2'000));
  CHECK(plan.deductible.by_network[index(Network::out)].individual.provenance.evidence == Evidence::plan_document);
  CHECK(plan.out_of_pocket_max.by_network[0].individual.provenance.evidence == Evidence::assumption);
}

// The library plan reads a bare copay as one without deductible; an SBC leaves that open.
TEST_CASE("words_of_an_sbc_keep_their_meaning_in_a_file_of_other_conventions") {
  Talk talk(kName, library_plan(kName));
  talk.go_to("primary care visit");
  talk.say("$35 copay");
  const Plan plan = talk.plan();
  CHECK(plan.wording.known.value() == Wording::puf);
  CHECK(canonical(plan.row(Benefit::office_visit).share[0].known.value()) == "$35 copay; deductible unknown");
  CHECK(talk.file().find("quote = \"$35 copay\"") != std::string::npos);
}

TEST_CASE("every_library_plan_can_be_begun_from") {
  for (const LibraryFile& start : library_plans()) {
    CAPTURE(std::string(start.name));
    Talk talk(start.name, start.text);
    talk.say("My own plan");
    talk.go_to("overall deductible");
    talk.say("$1,234 individual / $2,468 family");
    while (talk.state() == Conversation::State::asking) talk.say("same");
    const Plan plan = talk.plan();
    CHECK(plan.name == "My own plan");
    CHECK_FALSE(plan.example);
    CHECK(plan.deductible.by_network[0].individual.known.value().amount == Money::dollars(1'234));
  }
}

}  // namespace
}  // namespace preauth::test
