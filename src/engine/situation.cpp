#include "engine/situation.h"

#include <algorithm>

#include "engine/prior_auth_rule.h"

namespace preauth {
namespace {

const StepAuthorization* authorization_of(const OptionEstimate& estimate, std::size_t step) {
  const auto found =
      std::find_if(estimate.authorization.begin(), estimate.authorization.end(),
                   [&](const StepAuthorization& each) { return each.step == static_cast<std::int32_t>(step + 1); });
  return found == estimate.authorization.end() ? nullptr : &*found;
}

bool has_limit(const std::vector<LimitRule>& limits, BenefitMask benefits) {
  return std::any_of(limits.begin(), limits.end(),
                     [benefits](const LimitRule& limit) { return (limit.benefits & benefits) != 0; });
}

}  // namespace

const BenefitRow& Situation::words() const {
  return terms.row == kNone ? row() : plan().row(static_cast<Benefit>(terms.row));
}

const Facility* Situation::facility() const {
  return step.facility == 0 ? nullptr : &treatment().facilities[step.facility - 1U];
}

const PriorAuthRule& Situation::prior_auth() const { return prior_auth_for(plan(), benefit(), terms.row).rule; }

bool Situation::has_mattered(Mattered what) const {
  return (option.estimate->mattered & static_cast<MatteredMask>(what)) != 0;
}

bool Situation::is_out_of_network() const {
  if (network == Network::out) return true;
  return std::any_of(step.lines.begin(), step.lines.end(), [](const PreparedLine& line) {
    return line.stated != nullptr && line.stated->network.known == Known<Network>(Network::out);
  });
}

bool Situation::has_line(Benefit benefit) const {
  return std::any_of(step.lines.begin(), step.lines.end(),
                     [benefit](const PreparedLine& line) { return line.stated != nullptr && line.benefit == benefit; });
}

bool Situation::needs_authorization() const {
  return authorization != nullptr && authorization->required != RequiredState::no;
}

bool Situation::is_limited() const {
  return !row().limits.empty() || !words().limits.empty() || has_limit(plan().limits, mask(benefit()));
}

bool Situation::is_limit_stated() const { return is_limited() || row().no_limit || words().no_limit; }

Benefit Situation::medical_twin() const {
  if (is_overnight(step.level)) return Benefit::inpatient_facility;
  const bool visits = step.level == Level::outpatient || step.level == Level::aftercare || step.level == Level::mat;
  return visits ? Benefit::office_visit : Benefit::outpatient_other;
}

std::vector<Situation> situations_of(const PlanAnalysis& analysis, const OptionAnalysis& option) {
  analysis.evaluator.evaluate(option.index, likely_assignment(analysis.model.unknowns));
  const std::vector<PreparedStep>& steps = analysis.prepared(option).steps;
  std::vector<Situation> all;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const PreparedStep& step = steps[i];
    if (step.level == Level::mutual_support) continue;
    Situation situation{analysis,
                        option,
                        step,
                        authorization_of(*option.estimate, i),
                        analysis.evaluator.treatment().network_at(step.facility),
                        {}};
    situation.terms = analysis.evaluator.plan().terms.of(situation.benefit(), situation.network);
    all.push_back(situation);
  }
  return all;
}

}  // namespace preauth
