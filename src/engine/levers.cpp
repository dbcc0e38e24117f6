#include "engine/levers.h"

#include <algorithm>
#include <optional>

#include "engine/choices.h"
#include "engine/network_exception.h"

namespace preauth {
namespace {

constexpr Money kLeastChange = Money::dollars(1);

// People ask about the reset whichever way it goes; any other choice is offered when it saves something.
bool is_worth_saying(std::string_view id, Money saved) {
  const bool either_way = id == "start-after-reset" || id == "start-before-reset";
  return saved >= kLeastChange || (either_way && Money() - saved >= kLeastChange);
}

bool same_unknowns(const std::vector<Unknown>& a, const std::vector<Unknown>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Unknown& x, const Unknown& y) { return x.path == y.path && x.kind == y.kind; });
}

// Another day may fall into a year with other reference prices: what is unknown keeps the value it has as planned, so
// that the difference is what the choice changes. Another facility brings other unknowns, at their own likely values.
std::optional<Money> patient_with(const PlanAnalysis& analysis, const OptionAnalysis& option, const Choice& choice) {
  const EstimateModel& planned = analysis.model;
  const EstimateModel model = build_model(analysis.plan, choice.treatment, *planned.treatment.defaults, analysis.as_of);
  if (!model.treatment.options[option.index].unpriced.empty()) return std::nullopt;
  const bool same = same_unknowns(planned.unknowns, model.unknowns);
  Evaluator evaluator(model);
  return evaluator.evaluate(option.index, likely_assignment(same ? planned.unknowns : model.unknowns)).total.patient();
}

void find_levers_of(const PlanAnalysis& analysis, const OptionAnalysis& option, std::vector<Lever>& levers) {
  const OptionEstimate& estimate = *option.estimate;
  const Money before = estimate.likely.patient();
  const auto add = [&](std::string_view id, std::string_view value, std::optional<Money> after) {
    if (!after || !is_worth_saying(id, before - *after)) return;
    levers.push_back({std::string(id), estimate.id, std::string(value), before, *after, analysis.plan.id});
  };
  for (const std::uint16_t facility : out_of_network_facilities(analysis, option)) {
    add("gap-exception", analysis.treatment.facilities[facility - 1U].id,
        patient_with_exception(analysis, option, facility));
  }
  for (const Choice& choice : choices_of(analysis, option)) {
    add(choice.id, choice.value, patient_with(analysis, option, choice));
  }
}

}  // namespace

void find_levers(const PlanAnalysis& analysis, std::vector<Lever>& levers) {
  for (const OptionAnalysis& option : analysis.options) {
    if (option.estimate->unpriced.empty() && !option.estimate->levels.empty()) find_levers_of(analysis, option, levers);
  }
}

}  // namespace preauth
