#include <doctest/doctest.h>

#include "load/checks.h"
#include "loaded.h"

namespace preauth::test {
namespace {

using Ids = std::vector<std::string>;

LoadedTreatment checked(const std::string& text) {
  LoadedTreatment loaded = load_treatment_text(text);
  check_treatment(loaded.treatment, limits_2026_2027(), loaded.diagnostics);
  return loaded;
}

Ids checked_ids(const std::string& text) { return ids_of(checked(text).diagnostics); }

TEST_CASE("a_second_insurance_is_a_warning") {
  CHECK(checked_ids("[client]\nother_coverage = \"yes\"") == Ids{"treatment.other-coverage"});
  CHECK(checked_ids("[client]\nother_coverage = \"no\"").empty());
  CHECK(checked_ids("[client]\nother_coverage = \"unknown\"").empty());
}

TEST_CASE("a_step_names_a_facility_of_the_file") {
  const std::string facility = "[[facilities]]\nid = \"lakeside\"\n";
  const std::string option = "[[options]]\nid = \"a\"\nsteps = [ { level = \"iop\", at = ";
  CHECK(checked_ids(facility + option + "\"lakeside\" } ]").empty());
  const LoadedTreatment wrong = checked(facility + option + "\"lakesde\" } ]");
  const Diagnostic& problem = find(wrong.diagnostics, "treatment.unknown-facility");
  CHECK(problem.help == "did you mean `lakeside`?");
  CHECK(wrong.text(problem.at) == "\"lakesde\"");
}

TEST_CASE("ids_are_used_once") {
  CHECK(checked_ids("[[facilities]]\nid = \"a\"\n[[facilities]]\nid = \"a\"") == Ids{"file.duplicate-id"});
  CHECK(checked_ids("[[options]]\nid = \"a\"\nsteps = [ { level = \"iop\" } ]\n"
                    "[[options]]\nid = \"a\"\nsteps = [ { level = \"php\" } ]") == Ids{"file.duplicate-id"});
  // A facility and an option may share a name: paths tell them apart.
  CHECK(checked_ids("[[facilities]]\nid = \"a\"\n[[options]]\nid = \"a\"\nsteps = [ { level = \"iop\" } ]").empty());
}

TEST_CASE("an_option_has_steps") {
  CHECK(checked_ids("[[options]]\nid = \"a\"") == Ids{"treatment.no-steps"});
  CHECK(checked_ids("[[options]]\nid = \"a\"\nsteps = []") == Ids{"treatment.no-steps"});
}

TEST_CASE("dates_come_in_order") {
  const auto with_steps = [](const std::string& first, const std::string& second) {
    return "[client]\nstart = 2026-01-12\n[[options]]\nid = \"a\"\nsteps = [ { level = \"detox\", start = " + first +
           " }, { level = \"iop\", start = " + second + " } ]";
  };
  CHECK(checked_ids(with_steps("2026-01-12", "2026-02-01")).empty());
  CHECK(checked_ids(with_steps("2026-01-11", "2026-02-01")) == Ids{"treatment.step-before-start"});
  CHECK(checked_ids(with_steps("2026-02-01", "2026-01-31")) == Ids{"treatment.steps-out-of-order"});
  // The amounts may be read after the start.
  CHECK(checked_ids("[client]\nstart = 2026-01-12\n[so_far]\nas_of = 2026-03-01").empty());
}

TEST_CASE("prices_fit_together") {
  const auto with_price = [](const std::string& price) {
    return "[[facilities]]\nid = \"a\"\nprices = { iop = { " + price + " } }";
  };
  CHECK(checked_ids(with_price("allowed = \"$300/day\", billed = \"$300/day\"")).empty());
  CHECK(checked_ids(with_price("allowed = \"$300.01/day\", billed = \"$300/day\"")) ==
        Ids{"treatment.allowed-above-billed"});
  CHECK(checked_ids(with_price("allowed = \"$250..$400/day\", billed = \"$300/day\"")).empty());
  CHECK(checked_ids(with_price("allowed = \"$300/day\", billed = \"$9,000/stay\"")) ==
        Ids{"treatment.different-units"});
}

TEST_CASE("a_price_for_room_and_board_needs_a_separate_bill") {
  const std::string step =
      "[[options]]\nid = \"a\"\nsteps = [ { level = \"residential\", room_and_board_price = \"$90/day\"";
  CHECK(checked_ids(step + ", room_and_board = \"included\" } ]") == Ids{"treatment.room-price-unused"});
  CHECK(checked_ids(step + ", room_and_board = \"separate\" } ]").empty());
  CHECK(checked_ids(step + " } ]").empty());
}

TEST_CASE("a_family_has_used_at_least_what_the_person_has") {
  CHECK(checked_ids("[so_far]\ndeductible = \"$500\"\nfamily = { deductible = \"$499\" }") ==
        Ids{"treatment.family-below-person"});
  CHECK(checked_ids("[so_far]\ndeductible = \"$500\"\nfamily = { deductible = \"$500\" }").empty());
}

}  // namespace
}  // namespace preauth::test
