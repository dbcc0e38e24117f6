#include "engine/evaluate.h"

#include <algorithm>

#include "engine/repeat.h"
#include "engine/resolve_parts.h"
#include "engine/runs.h"
#include "engine/start.h"

namespace preauth {
namespace {

std::optional<Condition> condition_of(const Treatment& treatment) {
  if (!treatment.condition.known.is_exact()) return std::nullopt;
  return treatment.condition.known.value();
}

// An unapproved stay leaves everything done during it unapproved; beside a program only its own days are.
bool belongs_to_authorization(const ServiceLine& line) {
  return is_overnight(line.level) || line.benefit == benefit_of(line.level);
}

// Walks the units (visits or nights) of the scenario's step and says what each line's authorization is.
class ScenarioWalk {
 public:
  ScenarioWalk(const AuthorizationScenario& scenario, const Expansion& expansion) : scenario_(scenario) {
    if (scenario.step != 0 && scenario.stop_after_units >= 0) {
      keep_units_ = expansion.units[scenario.step - 1U] - scenario.stop_after_units;
    }
  }

  // False: the line is left out of the course.
  bool apply(ServiceLine& line, Course& course) {
    if (line.step != scenario_.step || scenario_.step == 0) return true;
    if (line.order == DayOrder::facility && line.benefit == benefit_of(line.level)) units_ += line.units;
    if (keep_units_ >= 0 && units_ > keep_units_) return false;
    if (scenario_.emergency_units > 0 && units_ <= scenario_.emergency_units) line.emergency = true;
    const bool again = scenario_.approved_again_after >= 0 && units_ > scenario_.approved_again_after;
    if (again || units_ <= scenario_.approved_units || !belongs_to_authorization(line)) return true;
    line.auth = scenario_.status;
    if (!course.any_unapproved) course.first_unapproved = line.date;
    course.any_unapproved = true;
    return true;
  }

 private:
  const AuthorizationScenario& scenario_;
  std::int32_t units_ = 0;
  std::int32_t keep_units_ = -1;
};

}  // namespace

EstimateModel build_model(const Plan& plan, const Treatment& treatment, const Defaults& defaults, Date as_of) {
  EstimateModel model;
  model.treatment = prepare(treatment, plan, defaults, as_of);
  ResolveInput input;
  input.plan = &plan;
  input.defaults = &defaults;
  input.coverage = treatment.coverage.known.value_or(Coverage::individual);
  input.condition = condition_of(treatment);
  input.fallback_date = model.treatment.start;
  model.plan = prepare(input);
  Chooser chooser(model.unknowns);
  ResolvedPlan resolved_plan;
  ResolvedTreatment resolved_treatment;
  Start start;
  resolve_shares(model.plan, kAllBenefits, chooser, resolved_plan);
  model.stages.shares = model.unknowns.size();
  resolve_amounts(model.plan.input, chooser, resolved_plan);
  model.stages.amounts = model.unknowns.size();
  resolve_rules(model.plan.input, kAllBenefits, chooser, resolved_plan);
  model.stages.rules = model.unknowns.size();
  resolve(model.treatment, chooser, resolved_treatment);
  model.stages.treatment = model.unknowns.size();
  resolve_start(model.treatment, start_terms(resolved_plan.terms), chooser, start);
  return model;
}

bool Evaluator::is_changed(std::span<const std::int64_t> assignment, std::size_t begin, std::size_t end) const {
  if (last_.empty()) return true;
  return !std::equal(assignment.begin() + static_cast<std::ptrdiff_t>(begin),
                     assignment.begin() + static_cast<std::ptrdiff_t>(end),
                     last_.begin() + static_cast<std::ptrdiff_t>(begin));
}

void Evaluator::resolve_changed(std::size_t option, std::span<const std::int64_t> assignment) {
  if (option != last_option_) last_.clear();
  const PreparedOption& prepared = model_.treatment.options[option];
  const UnknownStages& stages = model_.stages;
  const BenefitMask needed = benefits_of(prepared);
  const bool shares = is_changed(assignment, 0, stages.shares);
  const bool amounts = is_changed(assignment, stages.shares, stages.amounts);
  const bool rules = shares || is_changed(assignment, stages.amounts, stages.rules);
  const bool treatment = is_changed(assignment, stages.rules, stages.treatment);
  const bool start = amounts || rules || is_changed(assignment, stages.treatment, assignment.size());
  last_.clear();  // until everything is resolved: an amount too large may end it on the way
  if (shares) {
    Chooser chooser(assignment);
    resolve_shares(model_.plan, needed, chooser, resolved_plan_);
  }
  if (amounts) {
    Chooser chooser(assignment.subspan(stages.shares));
    resolve_amounts(model_.plan.input, chooser, resolved_plan_);
  }
  if (rules) {
    Chooser chooser(assignment.subspan(stages.amounts));
    resolve_rules(model_.plan.input, needed, chooser, resolved_plan_);
  }
  if (treatment) {
    Chooser chooser(assignment.subspan(stages.rules));
    resolve(model_.treatment, chooser, resolved_treatment_);
  }
  if (start) {
    Chooser chooser(assignment.subspan(stages.treatment));
    resolve_start(model_.treatment, start_terms(resolved_plan_.terms), chooser, start_);
  }
  if (treatment || rules) {
    expand(model_.treatment, prepared, resolved_treatment_, resolved_plan_.terms.readmission_within, expansion_);
  }
  last_.assign(assignment.begin(), assignment.end());
  last_option_ = option;
}

Course Evaluator::adjudicate_all() {
  Adjudicator adjudicator(resolved_plan_.terms, start_);
  merger_.restart(expansion_.runs);
  const RunTotals totals = adjudicate_runs(expansion_.runs, merger_, adjudicator);
  Course course;
  course.total = totals.amounts;
  course.mattered = totals.mattered;
  return course;
}

void Evaluator::apply_liable(Liable liable, std::size_t option) {
  last_.clear();  // the terms are no longer those of any assignment
  const BenefitMask benefits = benefits_of(model_.treatment.options[option]);
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    if ((benefits & mask(static_cast<Benefit>(b))) == 0) continue;
    for (BenefitTerms& terms : resolved_plan_.terms.benefits[b]) {
      terms.authorization.never_requested.liable = liable;
      terms.authorization.late.liable = liable;
      terms.authorization.refused.liable = liable;
    }
  }
}

Course Evaluator::evaluate(std::size_t option, std::span<const std::int64_t> assignment,
                           const AuthorizationScenario& scenario, const Visitor& visit) {
  resolve_changed(option, assignment);
  if (scenario.step == 0 && !visit) return adjudicate_all();
  if (scenario.liable) apply_liable(*scenario.liable, option);
  Course course;
  Adjudicator adjudicator(resolved_plan_.terms, start_);
  merger_.restart(expansion_.runs);
  ScenarioWalk walk(scenario, expansion_);
  while (const ServiceLine* next = merger_.next()) {
    ServiceLine line = *next;
    if (!walk.apply(line, course)) continue;
    const Adjudication& result = adjudicator.adjudicate(line);
    course.total += result.amounts;
    course.mattered |= result.mattered;
    if (visit) visit(line, merger_.run_index(), result, adjudicator);
  }
  return course;
}

}  // namespace preauth
