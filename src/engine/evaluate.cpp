#include "engine/evaluate.h"

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
    if (units_ <= scenario_.approved_units || !belongs_to_authorization(line)) return true;
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
  resolve(model.plan, kAllBenefits, chooser, resolved_plan);
  resolve(model.treatment, chooser, resolved_treatment);
  resolve_start(treatment, resolved_plan.terms, chooser, start);
  return model;
}

void Evaluator::apply_liable(Liable liable, std::size_t option) {
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
  const PreparedOption& prepared = model_.treatment.options[option];
  Chooser chooser(assignment);
  resolve(model_.plan, benefits_of(prepared), chooser, resolved_plan_);
  resolve(model_.treatment, chooser, resolved_treatment_);
  resolve_start(*model_.treatment.treatment, resolved_plan_.terms, chooser, start_);
  if (scenario.liable) apply_liable(*scenario.liable, option);
  expand(model_.treatment, prepared, resolved_treatment_, resolved_plan_.terms.readmission_within, expansion_);

  Course course;
  Adjudicator adjudicator(resolved_plan_.terms, start_);
  RunMerger merger(expansion_.runs);
  ScenarioWalk walk(scenario, expansion_);
  while (const ServiceLine* next = merger.next()) {
    ServiceLine line = *next;
    if (!walk.apply(line, course)) continue;
    const Adjudication& result = adjudicator.adjudicate(line);
    course.total += result.amounts;
    course.mattered |= result.mattered;
    if (visit) visit(line, merger.run_index(), result, adjudicator);
  }
  return course;
}

}  // namespace preauth
