#include "engine/authorization_branches.h"

#include <algorithm>

#include "engine/authorization_schedule.h"
#include "engine/authorization_step.h"
#include "engine/authorization_tasks.h"

namespace preauth {
namespace {

constexpr std::int32_t kHoursADay = 24;

// A kind of branch with the provision of the plan that it breaks.
struct Breach {
  BranchKind kind;
  AuthStatus status;
  const PenaltyRule* rule;
  const PenaltyTerms* terms;
};

class BranchBuilder {
 public:
  BranchBuilder(std::size_t option, Evaluator& evaluator, const Assignment& likely, const Amounts& amounts,
                const StepFacts& facts, StepAuthorization& result)
      : option_(option),
        evaluator_(evaluator),
        likely_(likely),
        approved_(amounts.patient()),
        line_units_(evaluator.expansion().units[facts.step - 1U]),
        facts_(facts),
        result_(result) {}

  void build(const std::vector<std::int32_t>& reviews, std::int32_t usual_block) {
    add_unharmed(BranchKind::approved);
    for (const std::int32_t units : spread_evenly(reviews)) add_from(refusal(BranchKind::cut), units);
    if (facts_.needs_authorization()) {
      add_from({BranchKind::never_requested, AuthStatus::never_requested, &facts_.rule->never_requested,
                &facts_.terms.never_requested},
               facts_.free_of_authorization);
      add_late(usual_block);
      add_from(refusal(BranchKind::refused), facts_.free_of_authorization);
      if (may_still_agree()) {
        // Agreed in writing beforehand to pay: the one way a refusal in network becomes the patient's (CARC 50).
        add_from({BranchKind::refused_agreed, AuthStatus::refused_agreed, nullptr, &facts_.terms.refused},
                 facts_.free_of_authorization);
      }
    }
    if (!reviews.empty()) add_appeals(reviews.front());
    if (facts_.needs_authorization()) add_emergency();
  }

 private:
  bool has_agreed() const {
    return facts_.network != Network::out && facts_.prepared->stated->consent.known.value_or(false);
  }
  bool may_still_agree() const { return facts_.network != Network::out && !has_agreed(); }

  // Refused as not necessary; whoever signed to pay beforehand pays.
  Breach refusal(BranchKind kind) const {
    if (has_agreed()) return {kind, AuthStatus::refused_agreed, nullptr, &facts_.terms.refused};
    return {kind, AuthStatus::refused, &facts_.rule->refused, &facts_.terms.refused};
  }

  static std::vector<std::int32_t> spread_evenly(const std::vector<std::int32_t>& reviews) {
    if (reviews.size() <= kMostCuts) return reviews;
    std::vector<std::int32_t> chosen;
    for (std::size_t i = 0; i < kMostCuts; ++i) chosen.push_back(reviews[i * (reviews.size() - 1) / (kMostCuts - 1)]);
    return chosen;
  }

  void add_unharmed(BranchKind kind) {
    AuthorizationBranch branch;
    branch.kind = kind;
    branch.patient = branch.patient_low = branch.patient_high = approved_;
    result_.branches.push_back(branch);
  }

  AuthorizationScenario scenario(AuthStatus status, std::int32_t approved_units) const {
    AuthorizationScenario scenario;
    scenario.step = facts_.step;
    scenario.status = status;
    scenario.approved_units = approved_units;
    return scenario;
  }

  // Everything after so many visits or nights is unapproved. A price for the whole stay has no part to leave out, so a
  // day of it is its share of the price.
  void add_from(const Breach& breach, std::int32_t approved_units) {
    const AuthorizationScenario whole = scenario(breach.status, approved_units);
    AuthorizationScenario shorter = whole;
    const std::int32_t days = facts_.one_price ? facts_.units() : 1;
    shorter.stop_after_units = line_units_ - (facts_.units() - days);
    AuthorizationBranch branch;
    branch.kind = breach.kind;
    if (approved_units > 0) branch.from = facts_.days[static_cast<std::size_t>(approved_units)];
    measure(breach, whole, shorter, days, branch);
  }

  void add_late(std::int32_t usual_block) {
    const PriorAuthRule& rule = *facts_.rule;
    const bool has_provision = rule.late.kind.known.is_exact() || rule.retro_days.known.is_exact();
    if (!has_provision || facts_.one_price) return;
    const std::int32_t passed = std::min(usual_block, facts_.units());
    const Date request =
        passed < facts_.units() ? facts_.days[static_cast<std::size_t>(passed)] : facts_.days.back() + 1;
    const std::int32_t late = facts_.units_before(request - facts_.terms.retro_days);
    if (late <= facts_.free_of_authorization) return add_unharmed(BranchKind::late);
    AuthorizationScenario whole = scenario(AuthStatus::late, facts_.free_of_authorization);
    whole.approved_again_after = late;
    AuthorizationScenario sooner = whole;
    sooner.approved_again_after = late - 1;
    AuthorizationBranch branch;
    branch.kind = BranchKind::late;
    measure({BranchKind::late, AuthStatus::late, &rule.late, &facts_.terms.late}, whole, sooner, 1, branch);
  }

  void add_appeals(std::int32_t approved_units) {
    if (!facts_.clock || !facts_.clock->coverage_continues || facts_.clock->appeal_hours <= 0) return;
    add_unharmed(BranchKind::appeal_won);
    const Date refused = facts_.days[static_cast<std::size_t>(approved_units)];
    const std::int32_t decided =
        facts_.units_before(refused + (facts_.clock->appeal_hours + kHoursADay - 1) / kHoursADay);
    if (decided >= facts_.units()) return add_unharmed(BranchKind::appeal_lost);
    add_from(refusal(BranchKind::appeal_lost), decided);
  }

  void add_emergency() {
    if (facts_.level() != Level::inpatient && facts_.level() != Level::detox) return;
    AuthorizationScenario admitted = scenario(AuthStatus::as_required, facts_.units());
    admitted.emergency_units = facts_.prepared->stated->emergency_days.known.value_or(1);
    AuthorizationBranch branch;
    branch.kind = BranchKind::emergency;
    branch.patient = branch.patient_low = branch.patient_high =
        evaluator_.evaluate(option_, likely_, admitted).total.patient();
    result_.branches.push_back(branch);
  }

  LiableParty liable_party(const Breach& breach) const {
    if (breach.status == AuthStatus::refused_agreed) return LiableParty::patient;
    if (breach.terms->kind == PenaltyKind::none) return LiableParty::none;
    if (facts_.hold_harmless) return LiableParty::provider;
    if (breach.terms->kind != PenaltyKind::denied) return LiableParty::patient;
    if (!breach.rule->liable.known.is_exact()) return LiableParty::unknown;
    return breach.terms->liable == Liable::patient ? LiableParty::patient : LiableParty::provider;
  }

  struct Exposure {
    Money patient;
    Money per_day;
  };

  Exposure exposure(AuthorizationScenario whole, AuthorizationScenario less, std::int32_t days,
                    std::optional<Liable> liable) {
    whole.liable = less.liable = liable;
    const Money patient = evaluator_.evaluate(option_, likely_, whole).total.patient();
    const Money difference = patient - evaluator_.evaluate(option_, likely_, less).total.patient();
    return {patient, not_below_zero(Money::cents(divide_half_away(difference.count_cents(), days)))};
  }

  // `less` is the same course with `days` fewer unapproved days.
  void measure(const Breach& breach, const AuthorizationScenario& whole, const AuthorizationScenario& less,
               std::int32_t days, AuthorizationBranch& branch) {
    branch.liable = liable_party(breach);
    const bool open = branch.liable == LiableParty::unknown;
    const Exposure usual = exposure(whole, less, days, open ? std::optional(breach.terms->liable) : std::nullopt);
    Exposure other = usual;
    if (open) {
      other = exposure(whole, less, days, breach.terms->liable == Liable::patient ? Liable::provider : Liable::patient);
    }
    branch.patient = usual.patient;
    branch.patient_low = least(usual.patient, other.patient);
    branch.patient_high = greatest(usual.patient, other.patient);
    branch.per_day_low = least(usual.per_day, other.per_day);
    branch.per_day_high = greatest(usual.per_day, other.per_day);
    result_.branches.push_back(branch);
  }

  std::size_t option_;
  Evaluator& evaluator_;
  const Assignment& likely_;
  Money approved_;
  std::int32_t line_units_;  // of the step, as the evaluator counts them
  const StepFacts& facts_;
  StepAuthorization& result_;
};

RequiredState required_state(const StepFacts& facts) {
  // Care the plan does not cover has nothing to authorize.
  if (facts.coverage != CoverageStatus::covered) return RequiredState::no;
  if (!facts.rule->required.known.is_exact()) return RequiredState::unknown;
  return facts.rule->required.known.value() ? RequiredState::yes : RequiredState::no;
}

void set_requester(const StepFacts& facts, StepAuthorization& result) {
  result.requested_by_assumed = !facts.rule->requested_by.known.is_exact();
  const bool member = facts.network == Network::out;
  result.requested_by = facts.rule->requested_by.known.value_or(member ? "member" : "provider");
}

// A step-down, a step up or another facility needs an approval of its own.
bool is_new_request(const StepFacts& facts) {
  if (facts.before == nullptr || required_state(*facts.before) == RequiredState::no) return false;
  return facts.before->level() != facts.level() || facts.before->prepared->facility != facts.prepared->facility;
}

void set_law(const StepFacts& facts, StepAuthorization& result) {
  if (facts.law.rule == nullptr) return;
  result.state_law = *facts.law.rule;
  result.state_rule_certain = facts.law.certain;
}

void set_chance(const StepFacts& facts, const ReferenceData& reference, StepAuthorization& result) {
  const RefusalChance* chance = reference.chance_of(facts.level());
  if (chance == nullptr || !facts.needs_authorization()) return;
  result.chance_refused = {chance->low, chance->likely, chance->high, std::string(chance->citation.title)};
}

StepAuthorization describe(const StepFacts& facts, const Defaults& defaults) {
  StepAuthorization result;
  result.step = facts.step;
  result.level = facts.level();
  result.required = required_state(facts);
  result.first_day = facts.days.front();
  result.last_day = facts.days.back();
  if (result.required == RequiredState::no) return result;
  const Cadence cadence = cadence_of(facts, defaults);
  result.first_days = cadence.first;
  result.then_every = cadence.then;
  result.cadence_assumed = cadence.assumed;
  set_requester(facts, result);
  result.new_request = is_new_request(facts);
  result.clock = facts.clock;
  set_law(facts, result);
  set_chance(facts, *defaults.reference, result);
  return result;
}

}  // namespace

AuthorizationOutlook authorization_outlook(const EstimateModel& model, std::size_t option, Evaluator& evaluator,
                                           const Amounts& likely) {
  const Assignment assignment = likely_assignment(model.unknowns);
  evaluator.evaluate(option, assignment);
  const Defaults& defaults = *model.treatment.defaults;
  const std::vector<StepFacts> all = gather_steps(model, option, evaluator);
  AuthorizationOutlook outlook;
  for (const StepFacts& facts : all) {
    StepAuthorization& result = outlook.steps.emplace_back(describe(facts, defaults));
    if (result.required == RequiredState::no) continue;
    const std::vector<std::int32_t> reviews =
        review_units(facts, {result.first_days, result.then_every, result.cadence_assumed});
    for (const std::int32_t units : reviews) result.reviews.push_back(facts.days[static_cast<std::size_t>(units)]);
    const std::int32_t block = result.first_days > 0 ? result.first_days : defaults.first_days.value;
    BranchBuilder(option, evaluator, assignment, likely, facts, result).build(reviews, block);
    add_tasks(model, option, facts, result, outlook.tasks);
  }
  std::stable_sort(outlook.tasks.begin(), outlook.tasks.end(),
                   [](const Task& a, const Task& b) { return a.on < b.on; });
  return outlook;
}

}  // namespace preauth
