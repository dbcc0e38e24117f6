#include "engine/authorization_step.h"

#include <algorithm>

#include "engine/authorization_clock.h"
#include "engine/prior_auth_rule.h"

namespace preauth {
namespace {

// A price for the whole stay is one line with all its nights.
void add_days(const Run& run, StepFacts& facts) {
  Date day = run.line.date;
  for (std::int32_t i = 0; i < run.count; ++i, day = next_date(run, day)) {
    for (std::int32_t unit = 0; unit < run.line.units; ++unit) facts.days.push_back(day + unit);
  }
  facts.one_price = facts.one_price || run.line.units > 1;
}

void add_terms(const EstimateModel& model, const Evaluator& likely, StepFacts& facts) {
  facts.network = likely.treatment().network_at(facts.prepared->facility);
  const Benefit benefit = benefit_of(facts.level());
  const BenefitTerms& terms = likely.plan().terms.of(benefit, facts.network);
  facts.rule = &prior_auth_for(*model.plan.input.plan, benefit, terms.row).rule;
  facts.coverage = terms.status;
  facts.terms = terms.authorization;
  facts.hold_harmless = likely.plan().terms.hold_harmless && facts.network != Network::out;
}

// Visits and nights of earlier steps that count towards the same days of the law: all of a year, or of one stay.
std::int32_t counted_before(const StepFacts& facts, BenefitMask levels) {
  std::int32_t units = 0;
  for (const StepFacts* step = &facts; step->before != nullptr; step = step->before) {
    const StepFacts& before = *step->before;
    const bool same_stay = before.prepared->facility == step->prepared->facility && is_overnight(before.level()) &&
                           is_overnight(step->level());
    if (!facts.law.rule->counts_whole_year && !same_stay) break;
    if ((levels & mask(benefit_of(before.level()))) != 0) units += before.units();
  }
  return units;
}

std::int32_t left_of(std::int32_t days, std::int32_t used, std::int32_t units) {
  return std::clamp(days - used, 0, units);
}

// A network that is only assumed frees nobody from asking.
bool is_network_known(const Treatment& treatment, const StepFacts& facts) {
  const std::uint16_t facility = facts.prepared->facility;
  return facility != 0 && stated_network(treatment.facilities[facility - 1U]).is_exact();
}

void add_law(const EstimateModel& model, StepFacts& facts) {
  const Plan& plan = *model.plan.input.plan;
  const ReferenceData& reference = *model.treatment.defaults->reference;
  const Treatment& treatment = *model.treatment.treatment;
  facts.law = find_state_law(reference, plan, treatment, facts.level(), facts.network);
  if (facts.law.rule == nullptr) return;
  facts.law.certain =
      facts.law.certain && (facts.law.rule->networks == kAllNetworks || is_network_known(treatment, facts));
  if (!facts.law.certain) return;
  const StateRule& rule = *facts.law.rule;
  facts.free_of_authorization = rule.never_authorization ? facts.units()
                                                         : left_of(rule.days_without_authorization,
                                                                   counted_before(facts, rule.levels), facts.units());
  if ((rule.review_levels & mask(benefit_of(facts.level()))) == 0) return;
  facts.free_of_review = left_of(rule.days_without_review, counted_before(facts, rule.review_levels), facts.units());
}

}  // namespace

std::int32_t StepFacts::units_before(Date day) const {
  return static_cast<std::int32_t>(std::lower_bound(days.begin(), days.end(), day) - days.begin());
}

std::vector<StepFacts> gather_steps(const EstimateModel& model, std::size_t option, const Evaluator& likely) {
  const std::vector<PreparedStep>& steps = model.treatment.options[option].steps;
  std::vector<StepFacts> all;
  all.reserve(steps.size());  // `before` points into it
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].level == Level::mutual_support) continue;
    StepFacts facts;
    facts.step = static_cast<std::uint16_t>(i + 1);
    facts.prepared = &steps[i];
    facts.before = all.empty() ? nullptr : &all.back();
    for (const Run& run : likely.expansion().runs) {
      const bool own_day = run.line.order == DayOrder::facility && run.line.benefit == benefit_of(facts.level());
      if (run.line.step == facts.step && own_day) add_days(run, facts);
    }
    if (facts.days.empty()) continue;
    std::sort(facts.days.begin(), facts.days.end());
    add_terms(model, likely, facts);
    facts.clock = decision_clock(*model.treatment.defaults->reference, *model.plan.input.plan, facts.days.front());
    add_law(model, facts);
    all.push_back(std::move(facts));
  }
  return all;
}

}  // namespace preauth
