// Rows estimated from cases prepared once equal rows estimated one by one, byte for byte: random clients over the whole
// library, cells as exports write them and cells that need the phrase language, rows that are wrong.

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "batch/built_in.h"
#include "batch/row_estimator.h"
#include "property/dice.h"
#include "reference/library.h"

namespace preauth {
namespace {

constexpr std::string_view kTreatment = R"(schema = "preauth.treatment/1"
[client]
start = 2026-01-12
[so_far]
as_of = 2026-01-02
[[facilities]]
id = "place"
network = "in"
[facilities.prices]
iop = { allowed = "$319.38/day" }
[[options]]
id = "outpatient"
steps = [{ level = "outpatient", at = "place", schedule = "1 visit/week for 16 weeks" }]
[[options]]
id = "iop"
steps = [{ level = "iop", at = "place", schedule = "3 days/week for 9 weeks" }]
[[options]]
id = "stay"
[[options.steps]]
level = "residential"
at = "place"
schedule = "28 days"
lines = [{ benefit = "laboratory", price = { allowed = "$60/visit" }, every = "2/week" }]
[[options.steps]]
level = "aftercare"
schedule = "1 visit/week for 12 weeks"
[[options]]
id = "hospital"
steps = [{ level = "inpatient", at = "place", schedule = "10 days" }]
)";

using Cells = std::array<std::string, 9>;

const std::array<std::string_view, 9> kPaths = {"client.start",
                                                "so_far.as_of",
                                                "so_far.deductible.in",
                                                "so_far.out_of_pocket.in",
                                                "facilities.place.network",
                                                "facilities.place.prices.iop.allowed",
                                                "options.iop.steps.1.schedule",
                                                "client.coverage",
                                                "deductible.in.individual"};

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string random_date(Dice& dice) {
  return "202" + std::to_string(dice.between(5, 7)) + "-" + two_digits(dice.between(1, 12)) + "-" +
         two_digits(dice.between(1, dice.chance(3) ? 31 : 28));
}

std::string random_amount(Dice& dice, std::int64_t most) {
  const std::int64_t whole = dice.below(most);
  switch (dice.below(6)) {
    case 0:
      return std::to_string(whole);
    case 1:
      return "$" + std::to_string(whole) + "." + two_digits(dice.below(100));
    case 2:
      return "$" + std::to_string(whole % 9 + 1) + "," + std::to_string(100 + whole % 900);
    case 3:
      return dice.chance(30) ? "unknown" : "$" + std::to_string(whole);
    case 4:
      return dice.chance(20) ? "$100..$" + std::to_string(200 + whole) : std::to_string(whole) + ".50";
    default:
      return dice.chance(10) ? "abc" : "$" + std::to_string(whole);
  }
}

std::string random_length(Dice& dice) {
  switch (dice.below(5)) {
    case 0:
      return std::to_string(dice.between(1, 60)) + " visits";
    case 1:
      return dice.chance(30) ? "6..12 weeks" : std::to_string(dice.between(1, 20)) + " weeks";
    case 2:
      return dice.chance(10) ? "as long as it takes" : "Mon/Thu for " + std::to_string(dice.between(1, 9)) + " weeks";
    default:
      return "3 days/week for " + std::to_string(dice.between(2, 18)) + " weeks";
  }
}

Cells random_cells(Dice& dice) {
  Cells cells;
  if (dice.chance(80)) cells[0] = random_date(dice);
  if (dice.chance(30)) cells[1] = random_date(dice);
  if (dice.chance(70)) cells[2] = random_amount(dice, 2'500);
  if (dice.chance(70)) cells[3] = random_amount(dice, 9'000);
  if (dice.chance(60)) cells[4] = dice.chance(70) ? "in" : dice.chance(60) ? "out" : "unknown";
  if (dice.chance(70)) cells[5] = random_amount(dice, 900) + (dice.chance(80) ? "/day" : "");
  if (dice.chance(70)) cells[6] = random_length(dice);
  if (dice.chance(20)) cells[7] = dice.chance(50) ? "family" : "individual";
  if (dice.chance(10)) cells[8] = random_amount(dice, 5'000);
  return cells;
}

FileAccess files_at_hand() {
  const auto find = [](const std::string& name, Diagnostics&) -> std::optional<NamedText> {
    if (name.ends_with("clients.toml")) return NamedText{"clients.toml", std::string(kTreatment)};
    for (const LibraryFile& plan : library_plans()) {
      if (plan.name == name) return NamedText{"builtin:" + name, std::string(plan.text)};
    }
    return std::nullopt;
  };
  return {find, find};
}

std::vector<Column> columns() {
  std::vector<Column> all;
  Diagnostics diagnostics;
  for (const std::string_view path : kPaths) all.push_back(column_of(path, {}, diagnostics).value());
  return all;
}

struct Written {
  bool estimated = false;
  std::string text;
  std::vector<std::string> problems;
};

// With a summary every row goes the general way.
Written written(RowEstimator& estimator, const Row& row, Summary* summary) {
  Written result;
  RowProblems problems;
  result.estimated = estimator.estimate(row, result.text, problems, summary);
  for (const RowProblem& problem : problems) result.problems.push_back(problem.column + " " + problem.id);
  return result;
}

TEST_CASE("a_row_from_a_prepared_case_equals_the_row_by_itself") {
  const Defaults defaults = builtin_defaults();
  const std::vector<Column> fields = columns();
  for (const RowsOutput output : {RowsOutput::csv, RowsOutput::json}) {
    EstimateSettings settings;
    settings.as_of = *parse_date("2026-01-05");
    settings.defaults = &defaults;
    settings.output = output;
    settings.detail = RowsDetail::brief;
    CaseFiles files(".", files_at_hand());
    RowEstimator quick(settings, files);
    RowEstimator general(settings, files);
    Summary summary;
    std::int64_t estimated = 0;
    for (std::uint64_t i = 1; i <= PREAUTH_QUICK_ROWS; ++i) {
      CAPTURE(i);
      Dice dice(i * 31 + (output == RowsOutput::csv ? 0 : 7));
      const LibraryFile& plan =
          library_plans()[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(library_plans().size())))];
      const Cells cells = random_cells(dice);
      Row row;
      row.number = i;
      row.id = "C-1";
      row.plan = plan.name;
      row.treatment = "clients.toml";
      if (dice.chance(50)) row.budget = "$2,500";
      for (std::size_t k = 0; k < cells.size(); ++k) {
        if (!cells[k].empty()) row.values.push_back({&fields[k], cells[k]});
      }
      const Written fast = written(quick, row, nullptr);
      const Written slow = written(general, row, &summary);
      CHECK(fast.estimated == slow.estimated);
      CHECK(fast.text == slow.text);
      CHECK(fast.problems == slow.problems);
      if (fast.estimated) ++estimated;
    }
    CHECK(estimated > static_cast<std::int64_t>(PREAUTH_QUICK_ROWS / 2));
  }
}

}  // namespace
}  // namespace preauth
