#include "batch/columns.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "batch/column_guide.h"

namespace preauth {
namespace {

ColumnRules with_maps(std::vector<ColumnMap> maps) { return {std::move(maps), false}; }

// The id of the first problem with a column, or empty.
std::string problem_with(std::string_view name, const ColumnRules& rules = {}) {
  Diagnostics diagnostics;
  column_of(name, rules, diagnostics);
  return diagnostics.all().empty() ? std::string() : diagnostics.all().front().id;
}

TEST_CASE("every_column_of_the_guide_is_a_column") {
  for (const ColumnGuideEntry& entry : column_guide()) {
    CAPTURE(std::string(entry.path));
    CHECK(problem_with(entry.path) == "");
  }
}

TEST_CASE("a_name_is_judged_once_before_any_row") {
  Diagnostics none;
  CHECK(column_of(" Plan ", {}, none)->use == ColumnUse::plan);
  CHECK(column_of("BUDGET", {}, none)->use == ColumnUse::budget);
  CHECK(column_of("client.start", {}, none)->use == ColumnUse::treatment_field);
  CHECK(column_of("benefits.iop.same_as", {}, none)->use == ColumnUse::plan_field);
  CHECK(none.all().empty());
  CHECK(problem_with("client.strat") == "batch.unknown-column");
  CHECK(problem_with("so_far.deductible.inn") == "batch.unknown-column");
  CHECK(problem_with("Notes") == "batch.unknown-column");
}

TEST_CASE("an_unknown_column_names_the_nearest_one_and_how_to_skip_it") {
  Diagnostics diagnostics;
  column_of("Start Date", {}, diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().front().help.find("client.start") != std::string::npos);
  CHECK(diagnostics.all().front().help.find("--map \"Start Date=\"") != std::string::npos);
}

TEST_CASE("a_map_gives_a_foreign_header_its_meaning") {
  const ColumnRules rules = with_maps({{"Start Date", "client.start"}, {"Insurance", "plan"}, {"Notes", ""}});
  Diagnostics none;
  CHECK(column_of("Start Date", rules, none)->path == "client.start");
  CHECK(column_of("Insurance", rules, none)->use == ColumnUse::plan);
  CHECK(column_of("Notes", rules, none)->use == ColumnUse::ignored);
  CHECK(none.all().empty());
  CHECK(problem_with("X", with_maps({{"X", "client.strat"}})) == "batch.unknown-path");
}

TEST_CASE("columns_that_say_who_somebody_is_are_refused") {
  for (const std::string name : {"Name",
                                 "Patient name",
                                 "last_name",
                                 "FirstName",
                                 "DOB",
                                 "Date of Birth",
                                 "birthDate",
                                 "SSN",
                                 "Social Security",
                                 "Member ID",
                                 "memberId",
                                 "MEMBERID",
                                 "subscriber number",
                                 "E-mail",
                                 "email",
                                 "Phone",
                                 "mobile phone",
                                 "Address",
                                 "home_address",
                                 "ZIP",
                                 "MRN",
                                 "patient id"}) {
    CAPTURE(name);
    CHECK(looks_like_identifier(name));
    CHECK(problem_with(name) == "batch.identifier-column");
  }
  for (const std::string name : {"id", "plan", "Plan name", "facility name", "client.start", "Start date", "budget",
                                 "Deductible met", "level", "case number", "Notes"}) {
    CAPTURE(name);
    CHECK_FALSE(looks_like_identifier(name));
  }
}

TEST_CASE("allowed_identifiers_are_skipped_and_never_the_id") {
  const ColumnRules rules{{{"Member ID", "id"}}, true};
  Diagnostics none;
  CHECK(column_of("Patient name", rules, none)->use == ColumnUse::ignored);
  CHECK(none.all().empty());
  CHECK(problem_with("Member ID", rules) == "batch.identifier-as-id");
}

TEST_CASE("a_header_is_judged_as_a_whole") {
  struct Case {
    std::vector<std::string_view> names;
    ColumnRules rules;
    std::string problem;
  };
  const std::vector<Case> cases = {
      {{"id", "plan", "client.start"}, {}, ""},
      {{"id", "plan", ""}, {}, ""},  // what a spreadsheet leaves behind its table
      {{"id", "client.start"}, {}, "batch.no-plan-column"},
      {{"plan", "Plan"}, {}, "batch.column-twice"},
      {{"plan", "client.start", "Start"}, with_maps({{"Start", "client.start"}}), "batch.column-twice"},
      {{"plan"}, with_maps({{"Strat", "client.start"}}), "batch.map-unused"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.problem);
    Diagnostics diagnostics;
    columns_of(test.names, test.rules, diagnostics);
    CHECK((diagnostics.all().empty() ? std::string() : diagnostics.all().front().id) == test.problem);
  }
}

TEST_CASE("a_map_is_a_column_and_a_path") {
  Diagnostics diagnostics;
  CHECK(parse_column_map("a=b=client.start", diagnostics)->name == "a=b");
  CHECK(parse_column_map("Notes=", diagnostics)->path == "");
  CHECK_FALSE(parse_column_map("Notes", diagnostics).has_value());
  CHECK_FALSE(parse_column_map("=plan", diagnostics).has_value());
  CHECK(diagnostics.count_errors() == 2);
}

}  // namespace
}  // namespace preauth
