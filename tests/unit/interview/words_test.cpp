// Names, days, plan types and cells of the table.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "interview/find_dates.h"
#include "load/phrase.h"
#include "talk.h"

namespace preauth::test {
namespace {

TEST_CASE("days_are_found_as_american_documents_print_them") {
  struct Row {
    std::string text;
    std::vector<std::string> days;
  };
  const std::vector<Row> rows = {{"01/01/2026 - 12/31/2026", {"2026-01-01", "2026-12-31"}},
                                 {"Beginning on or after 7/1/26", {"2026-07-01"}},
                                 {"January 1, 2026 – December 31, 2026", {"2026-01-01", "2026-12-31"}},
                                 {"Jan. 1st 2026", {"2026-01-01"}},
                                 {"2026-03-01..2027-02-28", {"2026-03-01", "2027-02-28"}},
                                 {"13/45/2026", {}},
                                 {"02/30/2026", {}},
                                 {"12345/1/2026", {}},
                                 {"may be", {}},
                                 {"1/1/20261", {}},
                                 {"", {}}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::vector<std::string> found;
    for (const Date day : find_dates(row.text)) found.push_back(to_iso(day));
    CHECK(found == row.days);
  }
}

TEST_CASE("one_day_of_a_period_makes_a_year_of_it") {
  struct Row {
    std::string typed;
    std::string first;
    std::string last;
  };
  const std::vector<Row> rows = {{"Beginning on or after 07/01/2026", "2026-07-01", "2027-06-30"},
                                 {"2026", "2026-01-01", "2026-12-31"},
                                 {"1/1/2026", "2026-01-01", "2026-12-31"}};
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    Talk talk;
    talk.go_to("coverage period");
    talk.say(row.typed);
    const DateRange year = talk.plan().year.known.value();
    CHECK(to_iso(year.first) == row.first);
    CHECK(to_iso(year.last) == row.last);
    CHECK(talk.file().find("quote = \"" + row.typed + "\"") != std::string::npos);
  }
}

TEST_CASE("a_period_that_is_none_gets_the_sentence_of_check") {
  Talk talk;
  talk.go_to("coverage period");
  const std::string said = talk.say("next year");
  CHECK(said.find("period:1:1: error: `year` needs the first and the last day") != std::string::npos);
  CHECK(said.find("^~~~~~~~~") != std::string::npos);
}

TEST_CASE("plan_types_are_found_among_other_words") {
  struct Row {
    std::string typed;
    PlanKind kind;
  };
  const std::vector<Row> rows = {{"PPO", PlanKind::ppo},
                                 {"Plan Type: HMO", PlanKind::hmo},
                                 {"HDHP PPO", PlanKind::hdhp},
                                 {"HMO/POS", PlanKind::pos},
                                 {"High Deductible Health Plan", PlanKind::hdhp},
                                 {"medicare advantage", PlanKind::medicare_advantage}};
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    Talk talk;
    talk.go_to("plan type");
    talk.say(row.typed);
    CHECK(talk.plan().kind.known.value() == row.kind);
  }
  Talk talk;
  talk.go_to("plan type");
  CHECK(talk.say("PPPO").find("[file.unknown-word]") != std::string::npos);
}

TEST_CASE("a_cell_with_two_shares_goes_into_two_rows") {
  Talk talk;
  talk.go_to("Outpatient services: what do you pay in the network");
  const std::string said = talk.say("$40 copay/office visit and 20% coinsurance other outpatient services");
  CHECK(said.find("Read as two rows: office visits $40 copay; deductible unknown; other outpatient care 20% "
                  "coinsurance after deductible.") != std::string::npos);
  const Plan plan = talk.plan();
  CHECK(canonical(plan.row(Benefit::outpatient).share[0].known.value()) == "$40 copay; deductible unknown");
  CHECK(canonical(plan.row(Benefit::outpatient_other).share[0].known.value()) == "20% coinsurance after deductible");
}

TEST_CASE("a_wrong_word_in_a_cell_has_the_caret_below_it") {
  Talk talk;
  talk.go_to("Inpatient services: what do you pay in the network");
  const std::string said = talk.say("p. 4: 20% coinsurnce");
  CHECK(said.find("inpatient:1:11: error: `coinsurnce` is not understood here [phrase.unexpected-word]\n"
                  "    1 | p. 4: 20% coinsurnce\n"
                  "      |           ^~~~~~~~~~\n"
                  "help: did you mean `coinsurance`?") != std::string::npos);
}

TEST_CASE("the_page_that_is_named_holds_for_the_prompts_of_the_same_page") {
  Talk talk;
  talk.go_to("Outpatient services: what do you pay in the network");
  talk.say("p. 7: $40 copay");
  CHECK(talk.last().find("Page 7, the same row") != std::string::npos);
  CHECK(talk.file().find("is = \"$40 copay\", evidence = \"plan document\", source = \"SBC\", page = \"7\"") !=
        std::string::npos);
  talk.go_to("does the list say");
  CHECK(talk.last().find("Page 5, ") != std::string::npos);
}

TEST_CASE("lists_of_exclusions_are_split_at_commas_outside_brackets") {
  Talk talk;
  talk.go_to("does the list say");
  talk.say("Dental care (Adult, Child), Long-term care;  Wilderness therapy");
  const Plan plan = talk.plan();
  REQUIRE(plan.exclusions.size() == 3);
  CHECK(plan.exclusions[0].what == "Dental care (Adult, Child)");
  CHECK(plan.exclusions[2].what == "Wilderness therapy");
  CHECK(plan.exclusions[2].page == "5");
}

TEST_CASE("no_other_company_on_the_card_is_an_answer") {
  Talk talk;
  talk.go_to("Back of the card");
  talk.say("no");
  CHECK(talk.state() == Conversation::State::finished);
  CHECK(talk.plan().behavioral_administrator.known.value() == "none on the card");
}

}  // namespace
}  // namespace preauth::test
