// check_together: what only shows with a plan and a treatment side by side.

#include <string>

#include "load/checks.h"
#include "messages/diagnostics.h"
#include "model/plan_law.h"

namespace preauth {
namespace {

void check_year(const Plan& plan, const Treatment& treatment, Diagnostics& diagnostics) {
  if (!plan.year.known.is_exact() || !treatment.start.known.is_exact()) return;
  const DateRange year = plan.year.known.value();
  const Date start = treatment.start.known.value();
  const Span at = treatment.start.provenance.at;
  if (start > year.last) diagnostics.add(diag::plan_year_over(at, start, year.last));
  if (start < year.first) diagnostics.add(diag::treatment_before_plan_year(at, start, year.first));
}

// The benefit year that contains `date`, as a number of years from the stated one.
int year_number(const DateRange& year, Date date) {
  const int number = date.year() - year.first.year();
  return date < add_months(year.first, 12 * number) ? number - 1 : number;
}

void check_age_of_amounts(const Plan& plan, const Treatment& treatment, Diagnostics& diagnostics) {
  const Known<Date>& as_of = treatment.so_far.as_of.known;
  if (!plan.year.known.is_exact() || !treatment.start.known.is_exact() || !as_of.is_exact()) return;
  const DateRange year = plan.year.known.value();
  const Date start = treatment.start.known.value();
  if (year_number(year, as_of.value()) >= year_number(year, start)) return;
  diagnostics.add(diag::treatment_stale_amounts(treatment.so_far.as_of.provenance.at, as_of.value(), start));
}

void check_used_amounts(const Plan& plan, const SoFar& so_far, Diagnostics& diagnostics) {
  using Problem = Diagnostic (*)(Span, Money, Money);
  const auto check = [&](const Field<Money>& used, const Field<PlanAmount>& limit, Problem problem) {
    const std::optional<Money> most = greatest_amount(limit);
    if (used.known.is_unknown() || !most || used.known.low() <= *most) return;
    diagnostics.add(problem(used.provenance.at, used.known.low(), *most));
  };
  for (std::size_t i = 0; i < kNetworkCount; ++i) {
    const TieredAmount& deductible = plan.deductible.by_network[i];
    const TieredAmount& maximum = plan.out_of_pocket_max.by_network[i];
    check(so_far.deductible[i], deductible.individual, &diag::treatment_used_above_deductible);
    check(so_far.family_deductible[i], deductible.family, &diag::treatment_used_above_deductible);
    check(so_far.out_of_pocket[i], maximum.individual, &diag::treatment_used_above_maximum);
    check(so_far.family_out_of_pocket[i], maximum.family, &diag::treatment_used_above_maximum);
  }
}

void check_used_limit(const LimitRule& rule, const SoFar& so_far, Diagnostics& diagnostics) {
  if (!rule.quantity.is_exact() || rule.period == LimitPeriod::admission || rule.period == LimitPeriod::episode) return;
  std::int64_t total = 0;
  for (const Used& used : so_far.used) {
    if ((rule.benefits & mask(used.benefit)) == 0 || used.unit != rule.unit) continue;
    total += used.quantity;
    if (total <= rule.quantity.value()) continue;
    diagnostics.add(diag::treatment_used_above_limit(used.provenance.at, id(used.benefit), rule.text));
    return;
  }
}

void check_family(const Plan& plan, const Treatment& treatment, Diagnostics& diagnostics) {
  if (treatment.coverage.known.value_or(Coverage::individual) != Coverage::family) return;
  const auto check = [&](const AmountRules& rules, std::string_view name) {
    const TieredAmount& amount = rules.by_network[index(Network::in)];
    if (!amount.stated || amount.family.known.is_stated() || !least_amount(amount.individual)) return;
    diagnostics.add(diag::treatment_family_amount_unknown(treatment.coverage.provenance.at, name));
  };
  check(plan.deductible, "deductible");
  check(plan.out_of_pocket_max, "out-of-pocket maximum");
}

bool states_tier2(const Plan& plan) {
  for (const AmountRules* rules : {&plan.deductible, &plan.out_of_pocket_max}) {
    if (rules->by_network[index(Network::tier2)].stated) return true;
  }
  for (const BenefitRow& row : plan.benefits) {
    if (row.share[index(Network::tier2)].known.is_stated()) return true;
  }
  return false;
}

void check_tier2(const Plan& plan, const Treatment& treatment, Diagnostics& diagnostics) {
  if (states_tier2(plan)) return;
  const auto check = [&](const Field<Network>& network) {
    if (network.known.value_or(Network::in) != Network::tier2) return;
    diagnostics.add(diag::treatment_no_tier2(network.provenance.at));
  };
  for (const Facility& facility : treatment.facilities) check(facility.network);
  for (const Option& option : treatment.options) {
    for (const Step& step : option.steps) {
      for (const StepLine& line : step.lines) check(line.network);
    }
  }
}

}  // namespace

void check_together(const Plan& plan, const Treatment& treatment, Diagnostics& diagnostics) {
  check_year(plan, treatment, diagnostics);
  check_age_of_amounts(plan, treatment, diagnostics);
  check_used_amounts(plan, treatment.so_far, diagnostics);
  for (const BenefitRow& row : plan.benefits) {
    for (const LimitRule& rule : row.limits) check_used_limit(rule, treatment.so_far, diagnostics);
  }
  for (const LimitRule& rule : plan.limits) check_used_limit(rule, treatment.so_far, diagnostics);
  check_family(plan, treatment, diagnostics);
  check_tier2(plan, treatment, diagnostics);
}

}  // namespace preauth
