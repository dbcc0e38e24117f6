#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"
#include "talk.h"

namespace preauth::test {
namespace {

using State = Conversation::State;

TEST_CASE("a_treatment_is_written_from_its_prompts") {
  Talk talk(InterviewKind::treatment);
  for (const std::string line :
       {"C-1042", "34", "addiction", "individual", "01/12/2026", "no", "$500", "$620", "Lakeside Recovery", "in",
        "iop, rehab", "3 days/week for 9 weeks", "$319.38/day", "28 days", "don't know"}) {
    REQUIRE(talk.state() == State::asking);
    talk.say(line);
  }
  CHECK(talk.state() == State::finished);
  const Treatment treatment = talk.treatment();
  CHECK(treatment.id == "C-1042");
  CHECK(treatment.age.known.value() == 34);
  CHECK(treatment.condition.known.value() == Condition::substance_use);
  CHECK(treatment.start.known.value() == *parse_date("2026-01-12"));
  CHECK(treatment.so_far.deductible[0].known.value() == Money::dollars(500));
  CHECK(treatment.so_far.deductible[0].provenance.evidence == Evidence::portal);
  CHECK(treatment.so_far.as_of.known.value() == *parse_date("2026-01-05"));
  REQUIRE(treatment.facilities.size() == 1);
  CHECK(treatment.facilities[0].id == "lakeside-recovery");
  CHECK(treatment.facilities[0].network.known.value() == Network::in);
  CHECK(treatment.facilities[0].prices[index(Benefit::iop)].allowed.provenance.evidence == Evidence::call);
  REQUIRE(treatment.options.size() == 2);
  CHECK(treatment.options[0].steps[0].level.known.value() == Level::iop);
  CHECK(treatment.options[1].steps[0].level.known.value() == Level::residential);
  CHECK(canonical(treatment.options[1].steps[0].schedule.known.value()) == "28 days");
  for (const std::string words : {"quote = \"addiction\"", "quote = \"01/12/2026\"", "x-name = \"Lakeside Recovery\"",
                                  "x-words = \"rehab\"", "is = \"$319.38/day\""}) {
    CAPTURE(words);
    CHECK(talk.file().find(words) != std::string::npos);
  }
}

TEST_CASE("levels_are_found_by_what_people_call_them") {
  struct Row {
    std::string typed;
    std::vector<Level> levels;
  };
  const std::vector<Row> rows = {
      {"inpatient rehab", {Level::residential}},
      {"intensive outpatient; weekly therapy", {Level::iop, Level::outpatient}},
      {"Detox, 28-day program, IOP, iop", {Level::detox, Level::residential, Level::iop}},
      {"virtual IOP", {Level::virtual_iop}},
      {"partial hospitalization", {Level::php}},
      {"mutual-support", {Level::mutual_support}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    Talk talk(InterviewKind::treatment);
    talk.go_to("Which kinds of care");
    talk.say(row.typed);
    std::vector<Level> found;
    for (const Option& option : talk.treatment().options) found.push_back(option.steps[0].level.known.value());
    CHECK(found == row.levels);
  }
}

TEST_CASE("a_hospital_stay_is_told_from_a_28_day_program") {
  Talk talk(InterviewKind::treatment);
  talk.go_to("Which kinds of care");
  CHECK(talk.say("inpatient").find("inpatient (a hospital stay; a 28-day program is residential)") !=
        std::string::npos);
}

TEST_CASE("a_level_that_is_none_is_pointed_at") {
  Talk talk(InterviewKind::treatment);
  talk.go_to("Which kinds of care");
  const std::string said = talk.say("iop, spa");
  CHECK(said.find("levels:1:6: error: `level` cannot be `spa`") != std::string::npos);
  CHECK(talk.treatment().options.empty());
}

TEST_CASE("prompts_about_a_place_come_only_when_one_is_named") {
  Talk talk(InterviewKind::treatment);
  talk.go_to("Which facility");
  talk.say("");
  CHECK(talk.last().find("Which kinds of care") != std::string::npos);
  talk.say("iop");
  talk.say("3 days/week for 9 weeks");
  CHECK(talk.state() == State::finished);
}

TEST_CASE("going_back_over_the_levels_drops_what_belonged_to_them") {
  Talk talk(InterviewKind::treatment);
  talk.go_to("Which kinds of care");
  talk.say("iop");
  talk.say("back");
  talk.say("residential");
  talk.say("28 days");
  const Treatment treatment = talk.treatment();
  REQUIRE(treatment.options.size() == 1);
  CHECK(treatment.options[0].id == "residential");
}

TEST_CASE("what_looks_like_a_person_is_refused_or_warned_about") {
  Talk talk(InterviewKind::treatment);
  CHECK(talk.say("123-45-6789").find("[treatment.id-is-personal]") != std::string::npos);
  CHECK(talk.say("Jane Doe").find("[treatment.id-looks-like-name]") != std::string::npos);
}

}  // namespace
}  // namespace preauth::test
