// What must hold of any estimate, on random plan and treatment files: the order of low, bands, likely and high; the
// search for the extremes against every combination; an answer inside the plausible set never widens the range; the
// same sample whatever the threads and the order of the file.

#include <algorithm>
#include <array>
#include <string>

#include <doctest/doctest.h>

#include "base/amount_text.h"
#include "engine/compare.h"
#include "engine/extremes.h"
#include "engine/sample.h"
#include "property/dice.h"
#include "property/random_plan.h"
#include "unit/estimate/scenario.h"

using namespace preauth;
using namespace preauth::test;

namespace {

constexpr std::uint64_t kSeed = 11'000;
constexpr std::int32_t kDraws = 200;

Date today() { return day("2026-02-20"); }

CompareRequest request_for(const Plan& plan, const Treatment& treatment, std::int32_t draws) {
  CompareRequest request;
  request.plans = {&plan, 1};
  request.treatment = &treatment;
  request.defaults = &defaults();
  request.as_of = today();
  request.sample.draws = draws;
  return request;
}

struct Range {
  Money low;
  Money high;
};

Range exhaustive(const EstimateModel& model, std::size_t option, const std::vector<std::size_t>& touched) {
  Evaluator evaluator(model);
  Assignment assignment = likely_assignment(model.unknowns);
  std::vector<std::size_t> at(touched.size(), 0);
  const Money likely = evaluator.evaluate(option, assignment).total.patient();
  Range range{likely, likely};
  for (bool more = true; more;) {
    for (std::size_t i = 0; i < touched.size(); ++i) {
      assignment[touched[i]] = model.unknowns[touched[i]].candidates()[at[i]];
    }
    const Money patient = evaluator.evaluate(option, assignment).total.patient();
    range = {least(range.low, patient), greatest(range.high, patient)};
    more = false;
    for (std::size_t i = 0; i < touched.size() && !more; ++i) {
      more = ++at[i] < model.unknowns[touched[i]].candidates().size();
      if (!more) at[i] = 0;
    }
  }
  return range;
}

// One of the values that an unknown may have, in the words of a plan file; empty where the whole phrase would be
// needed.
std::string random_answer(const Unknown& asked, Dice& dice) {
  const bool amount = asked.path.starts_with("deductible.") || asked.path.starts_with("out_of_pocket_max.");
  if (amount && asked.kind != UnknownKind::choice) {
    const std::array<std::int64_t, 3> values =
        asked.shown ? std::array{asked.shown->low, asked.shown->likely, asked.shown->high}
                    : std::array{asked.low, asked.likely, asked.high};
    return file_text(Money::cents(dice.pick(values)));
  }
  const bool whole = asked.kind == UnknownKind::choice && asked.path.starts_with("benefits.") &&
                     asked.question != "C3" && asked.question != "C5";
  return whole ? asked.choices[static_cast<std::size_t>(dice.below(asked.high + 1))] : std::string();
}

}  // namespace

TEST_CASE("low_bands_likely_and_high_are_in_order_on_random_plans") {
  for (std::uint64_t i = 0; i < PREAUTH_ESTIMATE_CASES; ++i) {
    const RandomFiles files = random_files(kSeed + i, false);
    const std::string name = "seed " + std::to_string(kSeed + i);
    const Plan stated = plan(files.plan_text());
    const Treatment course = treatment(files.treatment);
    const Comparison found = compare(request_for(stated, course, kDraws));
    for (const OptionEstimate& option : found.options) {
      const Money low = option.low.patient();
      const Money high = option.high.patient();
      CHECK_MESSAGE(low <= option.likely.patient(), name);
      CHECK_MESSAGE(option.likely.patient() <= high, name);
      REQUIRE_MESSAGE(option.bands.has_value(), name);
      CHECK_MESSAGE(low <= option.bands->p10, name);
      CHECK_MESSAGE(option.bands->p10 <= option.bands->p50, name);
      CHECK_MESSAGE(option.bands->p50 <= option.bands->p90, name);
      CHECK_MESSAGE(option.bands->p90 <= high, name);
      CHECK_MESSAGE(books_balance(option.low), name);
      CHECK_MESSAGE(books_balance(option.high), name);
    }
  }
}

TEST_CASE("the_search_for_the_extremes_finds_what_trying_everything_finds") {
  constexpr std::size_t kMost = 20'000;  // combinations
  std::int64_t searched = 0;
  for (std::uint64_t i = 0; i < PREAUTH_ESTIMATE_CASES / 4; ++i) {
    const RandomFiles files = random_files(kSeed + i, true);
    const Plan stated = plan(files.plan_text());
    const Treatment course = treatment(files.treatment);
    const EstimateModel model = build_model(stated, course, defaults(), today());
    const std::vector<std::size_t> touched = touching(model, 0);
    std::size_t combinations = 1;
    for (const std::size_t unknown : touched) {
      combinations = std::min(kMost + 1, combinations * model.unknowns[unknown].candidates().size());
    }
    if (combinations > kMost) continue;
    ++searched;
    CourseTotals totals(model);
    const Extremes found = find_extremes(model, 0, totals);
    const Range all = exhaustive(model, 0, touched);
    CHECK_MESSAGE(found.low.patient() == all.low, "seed " << kSeed + i << ": " << all.low.count_cents());
    CHECK_MESSAGE(found.high.patient() == all.high, "seed " << kSeed + i << ": " << all.high.count_cents());
  }
  CHECK(searched > 20);
}

TEST_CASE("an_answer_inside_the_plausible_set_never_widens_the_range") {
  Dice dice(kSeed);
  std::int64_t answered = 0;
  for (std::uint64_t i = 0; i < PREAUTH_ESTIMATE_CASES; ++i) {
    const RandomFiles files = random_files(kSeed + i, true);
    const Plan before_plan = plan(files.plan_text());
    const Treatment course = treatment(files.treatment);
    const EstimateModel before = build_model(before_plan, course, defaults(), today());
    const std::vector<std::size_t> touched = touching(before, 0);
    if (touched.empty()) continue;
    const Unknown& asked =
        before.unknowns[touched[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(touched.size())))]];
    const std::string answer = random_answer(asked, dice);
    if (answer.empty()) continue;
    // That a level is not covered is an answer about its share, not about the row it is like.
    std::string path = asked.path;
    if (answer == "not covered" && path.ends_with(".same_as")) path.replace(path.rfind('.'), std::string::npos, ".in");
    RandomFiles after_files = files;
    std::erase_if(after_files.plan,
                  [&](const RandomField& field) { return field.path == asked.path || field.path == path; });
    after_files.plan.push_back({path, "\"" + answer + "\""});
    ++answered;
    const Plan after_plan = plan(after_files.plan_text());
    const EstimateModel after = build_model(after_plan, course, defaults(), today());
    CourseTotals totals_before(before);
    CourseTotals totals_after(after);
    const Extremes wide = find_extremes(before, 0, totals_before);
    const Extremes narrow = find_extremes(after, 0, totals_after);
    const std::string name = "seed " + std::to_string(kSeed + i) + " " + asked.path + " = " + answer;
    CHECK_MESSAGE(wide.low.patient() <= narrow.low.patient(), name);
    CHECK_MESSAGE(narrow.high.patient() <= wide.high.patient(), name);
  }
  CHECK(answered > 20);
}

TEST_CASE("the_sample_is_the_same_with_any_number_of_threads_and_in_any_order_of_the_file") {
  for (std::uint64_t i = 0; i < 40; ++i) {
    RandomFiles files = random_files(kSeed + i, false);
    const Treatment course = treatment(files.treatment);
    const Plan stated = plan(files.plan_text());
    std::reverse(files.plan.begin(), files.plan.end());
    const Plan turned = plan(files.plan_text());
    const EstimateModel model = build_model(stated, course, defaults(), today());
    const EstimateModel turned_model = build_model(turned, course, defaults(), today());
    const Sample one = Sampler(model, {1'000, 7, 1}).draw(0);
    CHECK(one.patient == Sampler(model, {1'000, 7, 2}).draw(0).patient);
    CHECK(one.patient == Sampler(model, {1'000, 7, 5}).draw(0).patient);
    CHECK(one.patient == Sampler(turned_model, {1'000, 7, 3}).draw(0).patient);
  }
}
