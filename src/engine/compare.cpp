#include "engine/compare.h"

#include <algorithm>
#include <string>

#include "engine/analysis.h"
#include "engine/ask.h"
#include "engine/assumptions.h"
#include "engine/levers.h"
#include "engine/option_estimate.h"
#include "engine/plan_summary.h"
#include "engine/question_triggers.h"
#include "engine/red_flags.h"

namespace preauth {
namespace {

void add_warnings(const Plan& plan, const Treatment& treatment, Comparison& comparison) {
  const auto add = [&](std::string_view warning, const std::string& value) {
    const bool known = std::any_of(comparison.warnings.begin(), comparison.warnings.end(),
                                   [&](const Warning& other) { return other.id == warning && other.value == value; });
    if (!known) comparison.warnings.push_back({std::string(warning), value, {}});
  };
  if (plan.example) add("example-plan", plan.name);
  if (treatment.other_coverage.known.value_or(false)) add("other-coverage", "");
  for (const OptionEstimate& option : comparison.options) {
    if (option.plan != plan.id) continue;
    if ((option.mattered & static_cast<MatteredMask>(Mattered::beyond_plan_year)) != 0)
      add("beyond-plan-year", "the same terms");
    if ((option.mattered & static_cast<MatteredMask>(Mattered::benefit_year_reset)) != 0) add("year-reset", plan.name);
    for (const std::string& path : option.unpriced) add("no-price", path);
  }
}

void compare_plan(const CompareRequest& request, std::size_t plan_index, QuestionList& questions,
                  Comparison& comparison) {
  const Plan& plan = request.plans[plan_index];
  const EstimateModel model = build_model(plan, *request.treatment, *request.defaults, request.as_of);
  Evaluator evaluator(model);
  CourseTotals totals(model);
  comparison.treatment.start = model.treatment.start;
  comparison.has_unknowns = comparison.has_unknowns || !model.unknowns.empty();
  PlanSummary summary = summarize(plan, model, evaluator);
  Sampler sampler(model, request.sample);
  PlanAnalysis analysis{plan, *request.treatment, model, evaluator, totals, request.as_of, request.budget, {}};
  const std::size_t first = comparison.options.size();
  for (std::size_t i = 0; i < model.treatment.options.size(); ++i) {
    OptionAnalysis& option = analysis.options.emplace_back();
    option.index = i;
    const OptionRequest wanted{i, request.want_lines, request.plans.size() > 1,
                               request.sample.draws > 0 ? &sampler : nullptr, request.budget};
    OptionEstimate estimate = estimate_option(model, wanted, evaluator, totals, summary.provisions, option);
    estimate.plan = plan.id;
    estimate.plan_index = plan_index;
    collect_assumptions(model, analysis.prepared(option), option.extremes, estimate.mattered, comparison.assumptions);
    comparison.options.push_back(std::move(estimate));
  }
  for (OptionAnalysis& option : analysis.options) option.estimate = &comparison.options[first + option.index];
  if (request.want_questions) raise_questions(analysis, questions);
  find_levers(analysis, comparison.levers);
  find_red_flags(analysis, comparison.flags);
  comparison.plans.push_back(std::move(summary));
  add_warnings(plan, *request.treatment, comparison);
}

}  // namespace

Comparison compare(const CompareRequest& request) {
  Comparison comparison;
  comparison.as_of = request.as_of;
  comparison.seed = std::to_string(request.sample.seed);
  comparison.draws = request.sample.draws;
  comparison.budget = request.budget;
  comparison.treatment.id = request.treatment->id;
  comparison.treatment.sha256 = request.treatment->sha256;
  comparison.treatment.built_in = request.treatment->built_in;
  QuestionList questions(*request.defaults->reference);
  for (std::size_t i = 0; i < request.plans.size(); ++i) compare_plan(request, i, questions, comparison);
  comparison.questions = questions.in_order();
  std::stable_sort(comparison.levers.begin(), comparison.levers.end(),
                   [](const Lever& a, const Lever& b) { return a.before - a.after > b.before - b.after; });
  return comparison;
}

}  // namespace preauth
