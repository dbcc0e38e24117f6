#include "cli/estimate.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "cli/language.h"
#include "engine/compare.h"
#include "load/checks.h"
#include "messages/cli.h"
#include "reference/builtin.h"

namespace preauth {
namespace {

constexpr std::string_view kOverrideSource = "--set";  // the name load/overrides gives to what was typed

void refuse_same_ids(const std::vector<Plan>& plans, Diagnostics& diagnostics) {
  std::set<std::string> ids;
  for (const Plan& plan : plans) {
    if (!ids.insert(plan.id).second) diagnostics.add(diag::input_same_plan_twice(plan.id_at, plan.id));
  }
}

void check_count_of_plans(const Request& request, const Inputs& inputs, Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) return;
  const std::string_view name = spec(request.command).name;
  if (inputs.plans.empty()) diagnostics.add(diag::usage_needs_plan({}, name));
  const bool one_plan = request.command == Command::explain || request.command == Command::sheet;
  if (one_plan && inputs.plans.size() > 1) {
    diagnostics.add(diag::usage_one_plan({}, name, static_cast<std::int64_t>(inputs.plans.size())));
  }
}

// The errors of `from`; its warnings concern the plan file as such, and only whether there are any is kept.
bool take_errors(const Diagnostics& from, Diagnostics& to) {
  for (const Diagnostic& diagnostic : from.all()) {
    if (diagnostic.severity == Severity::error) to.add(diagnostic);
  }
  return from.count_warnings() > 0;
}

// True when a plan has warnings of its own.
bool check_all(const Context& context, const Inputs& inputs, const Treatment& treatment, std::int32_t fresh_days,
               Diagnostics& diagnostics) {
  Diagnostics of_plans;
  for (const Plan& plan : inputs.plans) {
    check_plan(plan, builtin_reference(), of_plans);
    check_together(plan, treatment, diagnostics);
    check_plan_is_current(plan, &treatment, is_of_library(plan, context.sources), context.request.as_of, diagnostics);
  }
  check_amounts_are_current(treatment, context.request.as_of, fresh_days, diagnostics);
  check_treatment(treatment, builtin_reference(), diagnostics);
  return take_errors(of_plans, diagnostics);
}

// "plans/acme.toml:31"; what was set on the command line has no line.
std::string place_of(Span at, const SourceSet& sources) {
  if (!at.is_known()) return {};
  const SourceFile& file = sources[at.file];
  if (file.name() == kOverrideSource) return file.name();
  return file.name() + ":" + std::to_string(file.position(at.begin).line);
}

void name_places(Comparison& comparison, const SourceSet& sources) {
  for (PlanSummary& plan : comparison.plans) {
    for (Provision& provision : plan.provisions) provision.place = place_of(provision.at, sources);
  }
}

bool uses_reference_prices(const Comparison& comparison) {
  return std::any_of(comparison.assumptions.begin(), comparison.assumptions.end(),
                     [](const Assumption& assumption) { return assumption.id == "price-assumed"; });
}

// The options likely to cost more than the budget; empty when there are none.
std::string over_budget(const Comparison& comparison, Money budget) {
  std::string names;
  for (const OptionEstimate& option : comparison.options) {
    if (option.likely.patient() > budget) names += (names.empty() ? "" : ", ") + option.id;
  }
  return names;
}

}  // namespace

std::optional<Estimated> make_estimate(Context& context, bool want_lines) {
  return estimate_inputs(context, load_inputs(context.request, context.files, context.sources, context.diagnostics),
                         want_lines);
}

std::optional<Estimated> estimate_inputs(Context& context, Inputs inputs, bool want_lines) {
  const Request& request = context.request;
  check_count_of_plans(request, inputs, context.diagnostics);
  if (context.diagnostics.has_errors()) return std::nullopt;
  const Treatment treatment = inputs.treatment.has_value()
                                  ? std::move(*inputs.treatment)
                                  : built_in_treatment(request, context.sources, context.diagnostics);
  refuse_same_ids(inputs.plans, context.diagnostics);
  const Defaults& defaults = defaults_in(request.text_lang());
  Estimated estimated;
  estimated.has_warnings = check_all(context, inputs, treatment, defaults.fresh_days.value, context.diagnostics);
  if (context.diagnostics.has_errors()) return std::nullopt;
  estimated.comparison = compare({inputs.plans,
                                  &treatment,
                                  &defaults,
                                  request.as_of,
                                  want_lines,
                                  request.budget,
                                  {request.draws, request.seed, std::thread::hardware_concurrency()}});
  estimated.comparison.engine = PREAUTH_VERSION;
  name_places(estimated.comparison, context.sources);
  if (uses_reference_prices(estimated.comparison)) {
    check_prices_are_current(builtin_reference(), request.as_of, context.diagnostics);
  }
  return estimated;
}

Outcome estimated_outcome(Context& context, const Estimated& estimated, std::string result) {
  const FailOn& fail_on = context.request.fail_on;
  const bool warned =
      estimated.has_warnings || context.diagnostics.count_warnings() > 0 || !estimated.comparison.warnings.empty();
  std::string above;
  if (context.request.budget.has_value()) above = over_budget(estimated.comparison, *context.request.budget);
  if (!above.empty()) context.diagnostics.add(diag::compare_over_budget({}, *context.request.budget, above));
  const bool found = (fail_on.warning && warned) || (fail_on.unknown && estimated.comparison.has_unknowns) ||
                     (fail_on.budget && !above.empty());
  return {found ? ExitCode::findings : ExitCode::done, std::move(result), rendered_problems(context)};
}

}  // namespace preauth
