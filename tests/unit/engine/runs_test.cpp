// Runs are walked in the order in which a plan sees their lines.

#include "engine/runs.h"

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kMonday = day(2026, 1, 12);

Run run_of(Date first, std::int32_t count, std::int32_t every_days, DayOrder order = DayOrder::other) {
  Run run;
  run.line = visit(first, usd(100));
  run.line.order = order;
  run.count = count;
  run.every_days = every_days;
  return run;
}

// "12:0 13:1": day of the month and run of every line.
std::string walk(RunMerger& merger) {
  std::string text;
  while (const ServiceLine* line = merger.next()) {
    if (!text.empty()) text += ' ';
    text += std::to_string(line->date.day()) + ":" + std::to_string(merger.run_index());
  }
  return text;
}

}  // namespace

TEST_CASE("one_run_repeats_its_line") {
  const std::vector<Run> runs = {run_of(kMonday, 4, 7)};
  RunMerger merger(runs);
  CHECK(walk(merger) == "12:0 19:0 26:0 2:0");
  CHECK(merger.next() == nullptr);
  merger.restart();
  CHECK(walk(merger) == "12:0 19:0 26:0 2:0");
}

TEST_CASE("weekday_patterns_skip_the_other_days") {
  std::vector<Run> runs = {run_of(kMonday, 5, 1)};
  runs[0].weekdays = 0b0010101;  // Monday, Wednesday, Friday
  RunMerger merger(runs);
  CHECK(walk(merger) == "12:0 14:0 16:0 19:0 21:0");
}

TEST_CASE("several_runs_are_merged_by_date") {
  const std::vector<Run> runs = {run_of(kMonday + 1, 3, 2), run_of(kMonday, 3, 2), run_of(kMonday + 9, 1, 1)};
  RunMerger merger(runs);
  CHECK(walk(merger) == "12:1 13:0 14:1 15:0 16:1 17:0 21:2");
}

TEST_CASE("lines_of_one_day_come_facility_first_then_in_file_order") {
  const std::vector<Run> runs = {
      run_of(kMonday, 1, 1, DayOrder::other),       run_of(kMonday, 1, 1, DayOrder::laboratory),
      run_of(kMonday, 1, 1, DayOrder::drug),        run_of(kMonday, 1, 1, DayOrder::professional),
      run_of(kMonday, 2, 1, DayOrder::facility),    run_of(kMonday, 1, 1, DayOrder::other),
      run_of(kMonday, 1, 1, DayOrder::professional)};
  RunMerger merger(runs);
  CHECK(walk(merger) == "12:4 12:3 12:6 12:2 12:1 12:0 12:5 13:4");
}

TEST_CASE("the_day_of_the_admission_grows_with_the_date") {
  std::vector<Run> runs = {run_of(kMonday, 3, 7)};
  runs[0].line.day_of_admission = 1;
  RunMerger merger(runs);
  std::vector<std::int64_t> days;
  while (const ServiceLine* line = merger.next()) days.push_back(line->day_of_admission);
  CHECK(days == std::vector<std::int64_t>{1, 8, 15});
  // Outside an admission there is none.
  runs[0].line.day_of_admission = 0;
  merger.restart();
  merger.next();
  CHECK(merger.next()->day_of_admission == 0);
}

TEST_CASE("empty_runs_and_no_runs_give_no_lines") {
  const std::vector<Run> runs = {run_of(kMonday, 0, 1), run_of(kMonday, 1, 1)};
  RunMerger merger(runs);
  CHECK(walk(merger) == "12:1");
  RunMerger none;
  CHECK(none.next() == nullptr);
}
