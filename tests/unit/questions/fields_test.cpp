// Where an answer goes, and how its values stand there.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cases.h"
#include "engine/question_fields.h"

using namespace preauth;
using namespace preauth::test;

namespace {

using Texts = std::vector<std::string>;

// The field of a question in a case; fails the test when there is none.
AnswerField field_in(const Case& made, const std::string& id, const std::string& path) {
  const Comparison comparison = compared(made);
  const Question* question = find(comparison, id);
  REQUIRE(question != nullptr);
  std::string paths;
  for (const AnswerField& each : question->fields) paths += each.path + " ";
  CAPTURE(paths);
  REQUIRE(field(*question, path) != nullptr);
  return *field(*question, path);
}

const std::string kRows =
    "[benefits.office-visit]\nin = \"$20 copay; deductible does not apply\"\n"
    "[benefits.outpatient-other]\nin = \"20% coinsurance after deductible\"\n";

}  // namespace

TEST_CASE("a_row_is_answered_with_the_name_of_a_row") {
  const AnswerField found = field_in({"", kRows, "", option("{ level = \"iop\" }")}, "C6", "benefits.iop.same_as");
  CHECK_FALSE(found.in_treatment);
  CHECK(found.plan == "p");
  CHECK(found.used == "outpatient-other");
  CHECK(found.choices == Texts{"outpatient-other", "office-visit"});
  CHECK_FALSE(found.is_range);
  CHECK(found.swing.value() > Money());
}

TEST_CASE("that_a_level_is_not_covered_stands_in_its_own_row") {
  const Case made{"", "[benefits.inpatient]\nin = \"20% coinsurance after deductible\"\n", "",
                  option("{ level = \"residential\" }")};
  CHECK(field_in(made, "E1", "benefits.residential.same_as").choices == Texts{"inpatient"});
  CHECK(field_in(made, "E1", "benefits.residential.in").choices == Texts{"not covered"});
}

TEST_CASE("prices_carry_their_unit_and_stand_at_the_step_when_no_facility_is_named") {
  const AnswerField price =
      field_in({"", kRows, "", option("{ level = \"iop\" }")}, "G4", "options.x.steps.1.price.allowed");
  CHECK(price.in_treatment);
  CHECK(price.is_range);
  CHECK(price.used.ends_with("/day"));
  CHECK(price.used.starts_with("$"));
  REQUIRE(price.choices.size() == 2);
  CHECK(price.choices[0].ends_with("/day"));
  const std::string place = "[[facilities]]\nid = \"lakeside\"\nnetwork = \"in\"\n";
  field_in({"", kRows, "", place + option("{ level = \"iop\", at = \"lakeside\" }")}, "G4",
           "facilities.lakeside.prices.iop.allowed");
}

// The usual options stand in no file, so their price has no step to stand at.
TEST_CASE("the_usual_options_name_a_facility_to_be") {
  const Treatment none = treatment("");
  Treatment built_in = none;
  built_in.built_in = true;
  const Comparison comparison = compared(plan(plan_text({"", kRows, "", ""})), built_in, 0);
  CHECK(field(*find(comparison, "G4"), "facilities.FACILITY.prices.iop.allowed") != nullptr);
}

TEST_CASE("an_open_part_of_a_phrase_is_answered_with_the_whole_phrase") {
  const Case order{"", "[benefits.iop]\nin = \"$40 copay\"\n", "", option("{ level = \"iop\" }")};
  CHECK(field_in(order, "C3", "benefits.iop.in").choices ==
        Texts{"$40 copay; deductible does not apply", "$40 copay after deductible"});
  const Case amount{"", "[benefits.iop]\nin = \"$20..$60 copay; deductible does not apply\"\n", "",
                    option("{ level = \"iop\" }")};
  const AnswerField copay = field_in(amount, "C4", "benefits.iop.in");
  CHECK(copay.used == "$40 copay; deductible does not apply");
  CHECK(copay.choices == Texts{"$20 copay; deductible does not apply", "$60 copay; deductible does not apply"});
  CHECK(copay.is_range);
}

// Twice or three times the $1,500 of one person.
TEST_CASE("a_family_amount_is_shown_as_an_amount") {
  const Case made{"",
                  "[deductible]\nin = { individual = \"$1,500\", family = \"unknown\", rule = \"aggregate\" }\n"
                  "[out_of_pocket_max]\nin = { individual = \"$5,000\", family = \"$10,000\" }\n"
                  "[benefits.iop]\nin = \"20% coinsurance after deductible\"\n",
                  "coverage = \"family\"\nstart = 2026-01-12\n", option("{ level = \"iop\" }")};
  CHECK(field_in(made, "C1", "deductible.in.family").choices == Texts{"$3,000", "$4,500"});
}

TEST_CASE("a_length_is_answered_with_a_schedule") {
  const Case made{"", "[benefits.iop]\nin = \"20% coinsurance after deductible\"\n", "",
                  option("{ level = \"iop\", schedule = \"3 days/week for 6..12 weeks\" }")};
  const AnswerField length = field_in(made, "P1", "options.x.steps.1.schedule");
  CHECK(length.choices == Texts{"3 days/week for 6 weeks", "3 days/week for 12 weeks"});
  CHECK(length.used == "3 days/week for 9 weeks");
}

TEST_CASE("the_deductible_met_is_an_amount_of_money") {
  const Case made{"", "[benefits.iop]\nin = \"20% coinsurance after deductible\"\n", "", option("{ level = \"iop\" }")};
  const AnswerField met = field_in(made, "C2", "so_far.deductible.in");
  CHECK(met.in_treatment);
  CHECK(met.used == "$0");
  CHECK(met.choices == Texts{"$0", "$1,000"});
}

TEST_CASE("a_field_of_the_catalogue_is_filled_in_for_each_level_and_place") {
  const Case made{"", kRows + "[benefits.iop]\nsame_as = \"outpatient-other\"\nprior_auth = \"unknown\"\n", "",
                  option("{ level = \"iop\" }")};
  CHECK(field_in(made, "D1", "benefits.iop.prior_auth.required").choices == Texts{"yes", "no"});
  CHECK(field_in(made, "D6", "benefits.iop.prior_auth.first").choices == Texts{"5 days"});
  CHECK(field_in(made, "D6", "benefits.iop.prior_auth.then").choices == Texts{"every 3 days"});
  // No facility has a name, and the exclusions are a list: there is no place for an answer.
  const Comparison comparison = compared(made);
  CHECK(find(comparison, "B1")->fields.empty());
  CHECK(find(comparison, "E6")->fields.empty());
}

TEST_CASE("which_file_a_path_belongs_to_shows_in_its_first_word") {
  for (const std::string path : {"client.age", "so_far.deductible.in", "facilities.a.network", "options.x.steps.1.at",
                                 "life.travel_per_visit"}) {
    CAPTURE(path);
    CHECK(is_in_treatment(path));
  }
  for (const std::string path : {"plan.year", "benefits.iop.in", "deductible.in.individual", "clients.age"}) {
    CAPTURE(path);
    CHECK_FALSE(is_in_treatment(path));
  }
}
