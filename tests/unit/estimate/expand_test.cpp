// Steps on a real calendar: nights, visits, admissions, lines beside a stay.

#include <doctest/doctest.h>

#include "scenario.h"

using namespace preauth;
using namespace preauth::test;

namespace {

const char* kPlan = R"(
[plan]
id = "p"
name = "P"
kind = "ppo"
year = "2026-01-01..2026-12-31"
[deductible]
in = { individual = "$1,000" }
[out_of_pocket_max]
in = { individual = "$5,000" }
[benefits.office-visit]
in = "$40 copay; deductible does not apply"
)";

std::string with_steps(const std::string& steps) {
  return R"(
[client]
id = "c-1"
start = 2026-01-12
coverage = "individual"
[[facilities]]
id = "lakeside"
kind = "freestanding"
network = "in"
prices = { iop = { allowed = "$300/day" }, residential = { allowed = "$700/day" }, detox = { allowed = "$900/day" }, mat = { allowed = "$250/week" }, laboratory = { allowed = "$60" } }
[[facilities]]
id = "harbor"
kind = "freestanding"
network = "in"
prices = { residential = { allowed = "$600/day" } }
[[options]]
id = "o"
)" + steps;
}

Lines expand_steps(const std::string& steps) {
  return lines(plan(kPlan), treatment(with_steps(steps)), 0, day("2026-01-05"));
}

}  // namespace

TEST_CASE("three_days_a_week_for_nine_weeks_from_a_monday_are_27_sessions_ending_on_a_friday") {
  const Lines found = expand_steps(R"(steps = [{ level = "iop", at = "lakeside", schedule = "3 days/week for 9 weeks" }])");
  REQUIRE(found.all.size() == 27);
  CHECK(to_iso(found.all[0].date) == "2026-01-12");   // Monday
  CHECK(to_iso(found.all[1].date) == "2026-01-14");   // Wednesday
  CHECK(to_iso(found.all[2].date) == "2026-01-16");   // Friday
  CHECK(to_iso(found.all[3].date) == "2026-01-19");
  CHECK(to_iso(found.all[26].date) == "2026-03-13");  // Friday of the ninth week
}

TEST_CASE("28_days_are_28_midnights_and_the_next_step_starts_on_the_discharge_day") {
  const Lines found = expand_steps(R"(steps = [
    { level = "residential", at = "lakeside", schedule = "28 days" },
    { level = "iop", at = "lakeside", schedule = "3 days/week for 1 week" } ])");
  const std::vector<ServiceLine> nights = found.of(Benefit::residential);
  REQUIRE(nights.size() == 28);
  CHECK(to_iso(nights.front().date) == "2026-01-12");
  CHECK(to_iso(nights.back().date) == "2026-02-08");   // 12 January + 27
  CHECK(nights.back().day_of_admission == 28);
  CHECK(to_iso(found.of(Benefit::iop).front().date) == "2026-02-09");  // the discharge day, a Monday
}

TEST_CASE("consecutive_nights_at_one_facility_are_one_admission_and_another_facility_starts_a_new_one") {
  const Lines same = expand_steps(R"(steps = [
    { level = "detox", at = "lakeside", schedule = "5 days" },
    { level = "residential", at = "lakeside", schedule = "2 days" } ])");
  CHECK(same.of(Benefit::residential).front().admission == same.of(Benefit::detox).front().admission);
  CHECK(same.of(Benefit::residential).front().day_of_admission == 6);
  const Lines moved = expand_steps(R"(steps = [
    { level = "detox", at = "lakeside", schedule = "5 days" },
    { level = "residential", at = "harbor", schedule = "2 days" } ])");
  CHECK(moved.of(Benefit::residential).front().admission != moved.of(Benefit::detox).front().admission);
  CHECK(moved.of(Benefit::residential).front().day_of_admission == 1);
}

TEST_CASE("a_gap_between_two_stays_starts_a_new_admission_unless_the_plan_joins_returns") {
  const std::string steps = R"(steps = [
    { level = "residential", at = "lakeside", schedule = "10 days" },
    { level = "residential", at = "lakeside", schedule = "4 days", gap = "7 days" } ])";
  const Treatment course = treatment(with_steps(steps));
  const Lines apart = lines(plan(kPlan), course, 0, day("2026-01-05"));
  CHECK(apart.all.front().admission != apart.all.back().admission);
  CHECK(to_iso(apart.all[10].date) == "2026-01-29");   // 22 January is the discharge day, and 7 days later
  const Lines joined = lines(plan(std::string(kPlan) + "[rules]\nreadmission_within = \"30 days\"\n"), course, 0, day("2026-01-05"));
  CHECK(joined.all.front().admission == joined.all.back().admission);
  CHECK(joined.all.back().day_of_admission == 21);     // 12 January is day 1, 1 February is day 21
}

TEST_CASE("a_plan_with_readmission_within_also_joins_a_transfer_to_another_facility") {
  const Treatment course = treatment(with_steps(R"(steps = [
    { level = "detox", at = "lakeside", schedule = "5 days" },
    { level = "residential", at = "harbor", schedule = "2 days" } ])"));
  const Lines joined = lines(plan(std::string(kPlan) + "[rules]\nreadmission_within = \"10 days\"\n"), course, 0, day("2026-01-05"));
  CHECK(joined.of(Benefit::residential).front().admission == joined.of(Benefit::detox).front().admission);
  CHECK(joined.of(Benefit::residential).front().day_of_admission == 6);
}

TEST_CASE("lines_beside_a_stay_repeat_by_their_own_rhythm_until_the_last_night") {
  const Lines found = expand_steps(R"(
[[options.steps]]
level = "residential"
at = "lakeside"
schedule = "28 days"
lines = [
  { benefit = "inpatient-professional", network = "out", price = { allowed = "$135.61", billed = "$300" }, every = "week" },
  { benefit = "laboratory", every = "2/week" },
]
)");
  const std::vector<ServiceLine> physician = found.of(Benefit::inpatient_professional);
  REQUIRE(physician.size() == 4);                      // days 1, 8, 15, 22
  CHECK(to_iso(physician[1].date) == "2026-01-19");
  CHECK(physician[0].network == Network::out);
  CHECK(physician[0].billed == Money::dollars(300));
  const std::vector<ServiceLine> tests = found.of(Benefit::laboratory);
  REQUIRE(tests.size() == 8);                          // Mondays and Thursdays, four weeks
  CHECK(tests[1].date.weekday() == Weekday::thursday);
  CHECK(tests[7].day_of_admission == 25);              // Thursday 5 February: 12 January is day 1
}

TEST_CASE("on_one_day_the_facility_comes_before_the_physician_and_the_laboratory") {
  const Lines found = expand_steps(R"(
[[options.steps]]
level = "residential"
at = "lakeside"
schedule = "1 day"
lines = [
  { benefit = "laboratory", every = "stay" },
  { benefit = "inpatient-professional", price = { allowed = "$100" }, every = "stay" },
]
)");
  REQUIRE(found.all.size() == 3);
  CHECK(found.all[0].benefit == Benefit::residential);
  CHECK(found.all[1].benefit == Benefit::inpatient_professional);
  CHECK(found.all[2].benefit == Benefit::laboratory);
}

TEST_CASE("a_weekly_bundle_is_one_line_per_seven_days") {
  const Lines found = expand_steps(R"(steps = [{ level = "mat", at = "lakeside", schedule = "every 7 days for 12 weeks" }])");
  REQUIRE(found.all.size() == 12);
  CHECK(found.all[11].date - found.all[0].date == 77);
  CHECK(found.all[0].allowed == Money::dollars(250));
}

TEST_CASE("weeks_without_a_number_of_visits_mean_the_usual_week_of_the_level") {
  // 6 to 12 weeks of three days: 18 to 36 days, likely the middle, 27.
  const Lines found = expand_steps(R"(steps = [{ level = "iop", at = "lakeside", schedule = "6..12 weeks" }])");
  CHECK(found.all.size() == 27);
}

TEST_CASE("a_number_of_visits_alone_is_spread_over_the_usual_week_of_the_level") {
  const Lines found = expand_steps(R"(steps = [{ level = "iop", at = "lakeside", schedule = "6 days" }])");
  REQUIRE(found.all.size() == 6);
  CHECK(to_iso(found.all[5].date) == "2026-01-23");
  const Lines visits = expand_steps(R"(steps = [{ level = "iop", at = "lakeside", schedule = "6 visits" }])");
  REQUIRE(visits.all.size() == 6);
  CHECK(to_iso(visits.all[5].date) == "2026-01-23");   // Monday, Wednesday, Friday, two weeks
}

TEST_CASE("mutual_support_is_part_of_a_pathway_and_never_a_claim") {
  const Lines found = expand_steps(R"(steps = [
    { level = "iop", at = "lakeside", schedule = "3 days/week for 1 week" },
    { level = "mutual-support", schedule = "2 visits/week for 12 weeks" } ])");
  CHECK(found.all.size() == 3);
}

TEST_CASE("an_emergency_lasts_until_stabilization") {
  const Lines found = expand_steps(R"(
[[options.steps]]
level = "detox"
at = "lakeside"
schedule = "5 days"
emergency = "2 days"
)");
  REQUIRE(found.all.size() == 5);
  CHECK(found.all[1].emergency);
  CHECK_FALSE(found.all[2].emergency);
  CHECK(found.all[2].day_of_admission == 3);
}
