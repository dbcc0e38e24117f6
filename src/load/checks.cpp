#include "load/checks.h"

#include <string>

#include "load/checks_federal.h"
#include "messages/diagnostics.h"
#include "model/plan_law.h"

namespace preauth {
namespace {

void check_parity(const Plan& plan, Diagnostics& diagnostics) {
  if (!is_under_parity(kind_of(plan))) return;
  for (const SeparateDeductible& separate : plan.separate_deductibles) {
    if (is_behavioral_only(separate.benefits)) {
      diagnostics.add(diag::plan_separate_behavioral_deductible(separate.provenance.at));
    }
  }
  const auto check_limit = [&](const LimitRule& rule) {
    if (rule.unit == LimitUnit::dollars || !is_behavioral_only(rule.benefits)) return;
    diagnostics.add(diag::plan_behavioral_limit(rule.provenance.at));
  };
  for (const BenefitRow& row : plan.benefits) {
    for (const LimitRule& rule : row.limits) check_limit(rule);
  }
  for (const LimitRule& rule : plan.limits) check_limit(rule);
}

void check_family(const TieredAmount& amount, Diagnostics& diagnostics) {
  const std::optional<Money> person = least_amount(amount.individual);
  const std::optional<Money> family = greatest_amount(amount.family);
  if (!person || !family || *family >= *person) return;
  diagnostics.add(diag::plan_family_below_person(amount.family.provenance.at, *family, *person));
}

void check_amounts(const Plan& plan, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < kNetworkCount; ++i) {
    const TieredAmount& deductible = plan.deductible.by_network[i];
    const TieredAmount& maximum = plan.out_of_pocket_max.by_network[i];
    check_family(deductible, diagnostics);
    check_family(maximum, diagnostics);
    const std::optional<Money> least = least_amount(deductible.individual);
    const std::optional<Money> most = greatest_amount(maximum.individual);
    if (!least || !most || *least <= *most || !plan.counts.deductible.known.value_or(true)) continue;
    diagnostics.add(diag::plan_maximum_below_deductible(maximum.individual.provenance.at, *most, *least));
  }
  const Known<PlanAmount>& in = plan.out_of_pocket_max.by_network[index(Network::in)].individual.known;
  if (in.is_exact() && in.value().kind == AmountKind::none && federal_maximum_applies(plan)) {
    const Span at = plan.out_of_pocket_max.by_network[index(Network::in)].individual.provenance.at;
    diagnostics.add(diag::plan_no_maximum(at));
  }
}

bool has_share(const BenefitRow& row) {
  for (const Field<CostShare>& share : row.share) {
    if (share.known.is_stated()) return true;
  }
  return false;
}

// Follows same_as from one row. Each loop is reported once, at its first row in the order of the table.
void check_same_as(const Plan& plan, Benefit start, Diagnostics& diagnostics) {
  const Field<SameAs>& same_as = plan.row(start).same_as;
  BenefitMask seen = 0;
  Benefit at = start;
  while (plan.row(at).same_as.known.is_exact()) {
    seen |= mask(at);
    at = plan.row(at).same_as.known.value().benefit;
    if (at == start) {
      const bool is_first = (seen & (mask(start) - 1)) == 0;
      if (is_first) diagnostics.add(diag::plan_same_as_loop(same_as.provenance.at, id(start)));
      return;
    }
    if ((seen & mask(at)) != 0) return;
  }
  if (at == start || has_share(plan.row(at)) || plan.row(at).same_as.known.is_stated()) return;
  diagnostics.add(diag::plan_same_as_silent(same_as.provenance.at, id(at), id(start)));
}

// An HMO or EPO that pays out of network: possible, but more often a slip of the column.
void check_closed_network(const Plan& plan, Diagnostics& diagnostics) {
  const PlanKind kind = kind_of(plan);
  if (kind != PlanKind::hmo && kind != PlanKind::epo) return;
  for (std::size_t i = 0; i < kBenefitCount; ++i) {
    const Benefit benefit = static_cast<Benefit>(i);
    if (benefit == Benefit::emergency || benefit == Benefit::ambulance) continue;
    const Field<CostShare>& out = plan.row(benefit).share[index(Network::out)];
    if (!out.known.is_exact() || !out.known.value().covered) continue;
    diagnostics.add(diag::plan_out_in_closed_network(out.provenance.at));
    return;
  }
}

}  // namespace

void check_plan(const Plan& plan, const ReferenceData& reference, Diagnostics& diagnostics) {
  if (plan.source.title.empty() && plan.source.url.empty() && !plan.example) {
    diagnostics.add(diag::plan_no_source(plan.id_at));
  }
  check_amounts(plan, diagnostics);
  check_federal_limits(plan, reference, diagnostics);
  check_parity(plan, diagnostics);
  for (std::size_t i = 0; i < kBenefitCount; ++i) check_same_as(plan, static_cast<Benefit>(i), diagnostics);
  check_closed_network(plan, diagnostics);
}

}  // namespace preauth
