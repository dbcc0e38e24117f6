// Over every plan of the library and every example, on days around a reset and away from it.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "case.h"
#include "engine/choices.h"
#include "engine/levers.h"
#include "reference/library.h"

using namespace preauth;
using namespace preauth::test;

namespace {

std::vector<Treatment> example_treatments() {
  std::vector<Treatment> treatments;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(PREAUTH_SOURCE_DIR) / "examples")) {
    if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const std::filesystem::path& path : paths) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    if (text.str().find("preauth.treatment/1") == std::string::npos) continue;
    treatments.push_back(treatment(without_schema(text.str())));
  }
  return treatments;
}

std::vector<Level> levels_of(const PreparedOption& option) {
  std::vector<Level> levels;
  for (const PreparedStep& step : option.steps) levels.push_back(step.level);
  return levels;
}

// What an estimate says about the option, as far as levers need it.
OptionEstimate likely_estimate(const EstimateModel& model, std::size_t option, Evaluator& evaluator) {
  OptionEstimate estimate;
  estimate.id = model.treatment.options[option].id;
  estimate.levels = levels_of(model.treatment.options[option]);
  estimate.unpriced = model.treatment.options[option].unpriced;
  estimate.likely = evaluator.evaluate(option, likely_assignment(model.unknowns)).total;
  estimate.first_day = evaluator.expansion().first_day;
  return estimate;
}

std::size_t check_choices(const PlanAnalysis& analysis) {
  std::size_t count = 0;
  for (const OptionAnalysis& option : analysis.options) {
    for (const Choice& choice : choices_of(analysis, option)) {
      ++count;
      CAPTURE(choice.id);
      const EstimateModel changed = build_model(analysis.plan, choice.treatment, defaults(), analysis.as_of);
      CHECK(levels_of(changed.treatment.options[option.index]) == levels_of(analysis.prepared(option)));
    }
  }
  return count;
}

void check_levers(const PlanAnalysis& analysis) {
  std::vector<Lever> levers;
  find_levers(analysis, levers);
  for (const Lever& each : levers) {
    CAPTURE(each.id);
    const Money saved = each.before - each.after;
    const bool moves_start = each.id == "start-after-reset" || each.id == "start-before-reset";
    CHECK((saved >= Money::dollars(1) || (moves_start && Money() - saved >= Money::dollars(1))));
  }
}

// The number of choices.
std::size_t check(const Plan& plan, const Treatment& treatment, Date as_of) {
  const EstimateModel model = build_model(plan, treatment, defaults(), as_of);
  Evaluator evaluator(model);
  CourseTotals totals(model);
  PlanAnalysis analysis{plan, treatment, model, evaluator, totals, as_of, std::nullopt, {}};
  std::vector<OptionEstimate> estimates;
  for (std::size_t i = 0; i < model.treatment.options.size(); ++i) {
    estimates.push_back(likely_estimate(model, i, evaluator));
  }
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    OptionAnalysis& option = analysis.options.emplace_back();
    option.index = i;
    option.estimate = &estimates[i];
  }
  check_levers(analysis);
  return check_choices(analysis);
}

}  // namespace

TEST_CASE("a_choice_never_changes_the_levels_of_care_of_an_option") {
  const std::vector<Treatment> treatments = example_treatments();
  REQUIRE(treatments.size() >= 5);
  std::size_t choices = 0;
  for (const LibraryFile& file : library_plans()) {
    CAPTURE(std::string(file.name));
    const Plan each = plan(without_schema(file.text));
    for (const Treatment& example : treatments) {
      for (const std::string& start :
           {std::string("2026-12-14"), std::string("2027-01-05"), std::string("2026-05-04")}) {
        Treatment moved = example;
        moved.start.known = day(start);
        choices += check(each, moved, day(start) - 20);
      }
    }
  }
  CHECK(choices > 100);
}
