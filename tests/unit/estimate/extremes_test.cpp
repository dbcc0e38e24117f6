// The search for the best and worst case finds what trying every combination finds.

#include <doctest/doctest.h>

#include "engine/extremes.h"
#include "scenario.h"

using namespace preauth;
using namespace preauth::test;

namespace {

struct Pair {
  Money low;
  Money high;
};

// Every combination of the touching unknowns' values, one by one.
Pair exhaustive(const EstimateModel& model, std::size_t option) {
  Evaluator evaluator(model);
  const std::vector<std::size_t> touched = touching(model, option);
  Assignment assignment = likely_assignment(model.unknowns);
  std::vector<std::size_t> at(touched.size(), 0);
  const Money likely = evaluator.evaluate(option, assignment).total.patient();
  Pair pair{likely, likely};
  for (bool more = true; more;) {
    for (std::size_t i = 0; i < touched.size(); ++i) {
      assignment[touched[i]] = model.unknowns[touched[i]].candidates()[at[i]];
    }
    const Money patient = evaluator.evaluate(option, assignment).total.patient();
    pair.low = least(pair.low, patient);
    pair.high = greatest(pair.high, patient);
    more = false;
    for (std::size_t i = 0; i < touched.size() && !more; ++i) {
      if (++at[i] < model.unknowns[touched[i]].candidates().size()) {
        more = true;
      } else {
        at[i] = 0;
      }
    }
  }
  return pair;
}

}  // namespace

TEST_CASE("best_and_worst_case_equal_exhaustive_search") {
  const std::vector<std::string> deductibles = {"\"$1,000\"", "\"$0..$3,000\"", "\"unknown\""};
  const std::vector<std::string> iop_rows = {"in = \"$40 copay\"", "in = \"$20..$60 copay after deductible\"", "same_as = \"unknown\""};
  const std::vector<std::string> maxima = {"\"$4,000\"", "\"unknown\""};
  const Treatment course = treatment(R"(
[client]
id = "C-1"
start = 2026-03-02
[[facilities]]
id = "f"
network = "unknown"
prices = { iop = { allowed = "$200..$400/day" } }
[[options]]
id = "iop"
steps = [{ level = "iop", at = "f", schedule = "3 days/week for 6..12 weeks" }]
)");
  for (const std::string& deductible : deductibles) {
    for (const std::string& row : iop_rows) {
      for (const std::string& maximum : maxima) {
        CAPTURE(deductible);
        CAPTURE(row);
        CAPTURE(maximum);
        const Plan stated = plan("[plan]\nid = \"p\"\nname = \"P\"\nkind = \"hmo\"\nyear = \"2026-01-01..2026-12-31\"\n"
                                 "[deductible]\nin = { individual = " + deductible + " }\n"
                                 "[out_of_pocket_max]\nin = { individual = " + maximum + " }\n"
                                 "[benefits.office-visit]\nin = \"$25 copay; deductible does not apply\"\n"
                                 "[benefits.iop]\n" + row + "\n");
        const EstimateModel model = build_model(stated, course, defaults(), day("2026-02-01"));
        CourseTotals totals(model);
        const Extremes found = find_extremes(model, 0, totals);
        const Pair all = exhaustive(model, 0);
        CHECK(found.low.patient() == all.low);
        CHECK(found.high.patient() == all.high);
      }
    }
  }
}
