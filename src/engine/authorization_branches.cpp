#include "engine/authorization_branches.h"

#include <algorithm>

namespace preauth {
namespace {

const PriorAuthRule& rule_of(const Plan& plan, const BenefitTerms& terms, Benefit benefit) {
  const BenefitRow& own = plan.row(benefit);
  if (own.prior_auth.stated) return own.prior_auth;
  if (terms.row != kNone) {
    const BenefitRow& words = plan.row(static_cast<Benefit>(terms.row));
    if (words.prior_auth.stated) return words.prior_auth;
  }
  return plan.prior_auth;
}

RequiredState required_state(const PriorAuthRule& rule) {
  if (!rule.required.known.is_exact()) return RequiredState::unknown;
  return rule.required.known.value() ? RequiredState::yes : RequiredState::no;
}

struct BranchSpec {
  BranchKind kind;
  AuthStatus status;
  const PenaltyRule* rule;
  const PenaltyTerms* terms;
};

class BranchBuilder {
 public:
  BranchBuilder(const EstimateModel& model, std::size_t option, Evaluator& evaluator)
      : model_(model), option_(option), evaluator_(evaluator), likely_(likely_assignment(model.unknowns)) {}

  StepAuthorization build(std::uint16_t step, const Amounts& likely) {
    const PreparedStep& prepared = model_.treatment.options[option_].steps[step - 1U];
    evaluator_.evaluate(option_, likely_);
    const Benefit benefit = benefit_of(prepared.level);
    const Network network =
        prepared.facility == 0 ? Network::in : evaluator_.treatment().networks[prepared.facility - 1U];
    const BenefitTerms terms = evaluator_.plan().terms.of(benefit, network);
    const PriorAuthRule& rule = rule_of(*model_.plan.input.plan, terms, benefit);
    StepAuthorization result;
    result.step = step;
    result.level = prepared.level;
    result.required = required_state(rule);
    // Care the plan does not cover has nothing to authorize.
    if (terms.status != CoverageStatus::covered) result.required = RequiredState::no;
    if (result.required == RequiredState::no) return result;
    set_cadence(rule, terms, result);
    AuthorizationBranch approved;
    approved.patient = approved.patient_low = approved.patient_high = likely.patient();
    result.branches.push_back(approved);
    const AuthorizationTerms& auth = terms.authorization;
    if (result.first_days > 0 && result.first_days < evaluator_.expansion().units[step - 1U]) {
      add({BranchKind::cut, AuthStatus::refused, &rule.refused, &auth.refused}, step, result.first_days, result);
    }
    add({BranchKind::never_requested, AuthStatus::never_requested, &rule.never_requested, &auth.never_requested}, step,
        0, result);
    add({BranchKind::refused, AuthStatus::refused, &rule.refused, &auth.refused}, step, 0, result);
    // Agreed in writing beforehand to pay: the one way a refusal in network becomes the patient's (CARC 50).
    if (network != Network::out) {
      add({BranchKind::refused_agreed, AuthStatus::refused_agreed, nullptr, &auth.refused}, step, 0, result);
    }
    return result;
  }

 private:
  void set_cadence(const PriorAuthRule& rule, const BenefitTerms& terms, StepAuthorization& result) const {
    const Defaults& defaults = *model_.plan.input.defaults;
    const bool stated = rule.first_days.known.is_exact();
    const bool overnight = is_overnight(result.level);
    result.first_days = stated ? terms.authorization.first_days : overnight ? defaults.first_days.value : 0;
    result.then_every = rule.then_every.known.is_exact() ? terms.authorization.then_every
                        : overnight                      ? defaults.then_every.value
                                                         : 0;
  }

  void add(const BranchSpec& spec, std::uint16_t step, std::int32_t approved_units, StepAuthorization& result) {
    AuthorizationScenario scenario;
    scenario.step = step;
    scenario.status = spec.status;
    scenario.approved_units = approved_units;
    AuthorizationBranch branch;
    branch.kind = spec.kind;
    const Course course = evaluator_.evaluate(option_, likely_, scenario);
    branch.patient = branch.patient_low = branch.patient_high = course.total.patient();
    if (course.any_unapproved && spec.kind == BranchKind::cut) branch.from = course.first_unapproved;
    branch.liable = liable_party(spec);
    set_range(scenario, course, branch);
    result.branches.push_back(branch);
  }

  static LiableParty liable_party(const BranchSpec& spec) {
    if (spec.kind == BranchKind::refused_agreed) return LiableParty::patient;
    if (spec.terms->kind == PenaltyKind::none) return LiableParty::none;
    if (spec.terms->kind != PenaltyKind::denied) return LiableParty::patient;
    if (spec.rule != nullptr && !spec.rule->liable.known.is_exact()) return LiableParty::unknown;
    return spec.terms->liable == Liable::patient ? LiableParty::patient : LiableParty::provider;
  }

  // Where the plan is silent on who is liable, the range runs from the provider's loss to the patient's.
  void set_range(AuthorizationScenario scenario, const Course& course, AuthorizationBranch& branch) {
    const Money usual = last_day_cost(scenario, course);
    branch.per_day_low = usual;
    branch.per_day_high = usual;
    if (branch.liable != LiableParty::unknown) return;
    for (const Liable liable : {Liable::provider, Liable::patient}) {
      scenario.liable = liable;
      const Course either = evaluator_.evaluate(option_, likely_, scenario);
      branch.patient_low = least(branch.patient_low, either.total.patient());
      branch.patient_high = greatest(branch.patient_high, either.total.patient());
      const Money cost = last_day_cost(scenario, either);
      branch.per_day_low = least(*branch.per_day_low, cost);
      branch.per_day_high = greatest(*branch.per_day_high, cost);
    }
  }

  Money last_day_cost(AuthorizationScenario scenario, const Course& whole) {
    scenario.stop_after_units = 1;
    const Course shorter = evaluator_.evaluate(option_, likely_, scenario);
    return not_below_zero(whole.total.patient() - shorter.total.patient());
  }

  const EstimateModel& model_;
  std::size_t option_;
  Evaluator& evaluator_;
  Assignment likely_;
};

}  // namespace

std::vector<StepAuthorization> authorization_branches(const EstimateModel& model, std::size_t option,
                                                      Evaluator& evaluator, const Amounts& likely) {
  std::vector<StepAuthorization> all;
  BranchBuilder builder(model, option, evaluator);
  const std::vector<PreparedStep>& steps = model.treatment.options[option].steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].level == Level::mutual_support) continue;
    all.push_back(builder.build(static_cast<std::uint16_t>(i + 1), likely));
  }
  return all;
}

}  // namespace preauth
