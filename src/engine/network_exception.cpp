#include "engine/network_exception.h"

#include <algorithm>

#include "engine/repeat.h"

namespace preauth {
namespace {

bool is_excepted(const ServiceLine& line, std::uint16_t facility) {
  const bool own_day = line.level != Level::mutual_support && line.benefit == benefit_of(line.level);
  return line.facility == facility && line.network == Network::out && own_day && !line.emergency && !line.opted_out &&
         line.covered_by_plan;
}

// Per run of the likely case: what the plan allows for one line out of network, where it pays anything.
std::vector<Money> allowed_amounts(const PlanAnalysis& analysis, std::size_t option) {
  std::vector<Money> allowed;
  analysis.evaluator.evaluate(option, likely_assignment(analysis.model.unknowns), {},
                              [&](const ServiceLine&, std::size_t run, const Adjudication& result, const Adjudicator&) {
                                if (run >= allowed.size()) allowed.resize(run + 1);
                                allowed[run] = greatest(allowed[run], result.amounts.allowed);
                              });
  return allowed;
}

}  // namespace

std::vector<std::uint16_t> out_of_network_facilities(const PlanAnalysis& analysis, const OptionAnalysis& option) {
  std::vector<std::uint16_t> facilities;
  if (kind_of(analysis.plan) == PlanKind::medicare) return facilities;
  for (const PreparedStep& step : analysis.prepared(option).steps) {
    if (step.facility == 0 || step.stated->emergency.known.value_or(false)) continue;
    const Facility& facility = analysis.treatment.facilities[step.facility - 1U];
    const bool known = std::find(facilities.begin(), facilities.end(), step.facility) != facilities.end();
    if (!known && stated_network(facility) == Known<Network>(Network::out)) facilities.push_back(step.facility);
  }
  return facilities;
}

std::optional<Money> patient_with_exception(const PlanAnalysis& analysis, const OptionAnalysis& option,
                                            std::uint16_t facility) {
  const std::vector<Money> allowed = allowed_amounts(analysis, option.index);
  std::vector<Run> runs = analysis.evaluator.expansion().runs;
  bool any = false;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    ServiceLine& line = runs[i].line;
    if (!is_excepted(line, facility)) continue;
    any = true;
    line.network = Network::in;
    if (i < allowed.size() && allowed[i].is_positive()) line.allowed = allowed[i];
    line.billed = line.allowed;
    line.self_pay = Money();
  }
  if (!any) return std::nullopt;
  Adjudicator adjudicator(analysis.evaluator.plan().terms, analysis.evaluator.start());
  RunMerger merger(runs);
  return adjudicate_runs(runs, merger, adjudicator).amounts.patient();
}

}  // namespace preauth
