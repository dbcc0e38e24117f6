// Contradictions between what a plan file says and what an HSA-qualified plan may do (26 USC 223(c)(2)): the amounts of
// the calendar year in which the plan year begins, and payment before the deductible.

#include <string>

#include "base/amount_text.h"
#include "engine/flag_list.h"
#include "model/plan_law.h"

namespace preauth {
namespace {

struct Limits {
  const CitedMoney& deductible;
  const CitedMoney& maximum;
  std::string_view key;  // of the amount that holds: "individual"
};

Limits limits_for(const YearLimits& year, Coverage coverage) {
  if (coverage == Coverage::family) return {year.hdhp_deductible_family, year.hdhp_max_family, "family"};
  return {year.hdhp_deductible_self, year.hdhp_max_self, "individual"};
}

void find_amounts(FlagList& flags, const YearLimits& year) {
  const Plan& plan = flags.analysis().plan;
  const Coverage coverage = flags.analysis().treatment.coverage.known.value_or(Coverage::individual);
  const Limits limits = limits_for(year, coverage);
  const auto amount_of = [&](const AmountRules& rules) -> const Field<PlanAmount>& {
    const TieredAmount& in = rules.by_network[index(Network::in)];
    return coverage == Coverage::family ? in.family : in.individual;
  };
  const std::optional<Money> most = greatest_amount(amount_of(plan.deductible));
  if (most && limits.deductible.amount && *most < *limits.deductible.amount) {
    flags.add("hdhp-deductible", file_text(*limits.deductible.amount), "deductible.in." + std::string(limits.key));
  }
  const std::optional<Money> least = least_amount(amount_of(plan.out_of_pocket_max));
  if (least && limits.maximum.amount && *least > *limits.maximum.amount) {
    flags.add("hdhp-maximum", file_text(*limits.maximum.amount), "out_of_pocket_max.in." + std::string(limits.key));
  }
}

void find_first_dollar(FlagList& flags) {
  for (const RowPlace& place : paid_before_deductible(flags.analysis().plan)) {
    const std::string row(id(place.benefit));
    flags.add_for_rows("hdhp-first-dollar", row, "benefits." + row + "." + std::string(id(place.network)),
                       mask(place.benefit));
  }
}

}  // namespace

void find_hdhp_flags(FlagList& flags) {
  const Plan& plan = flags.analysis().plan;
  if (!plan.year.known.is_exact()) return;
  const int year = plan.year.known.value().first.year();
  const YearLimits* limits = flags.analysis().reference().limits_of(year);
  if (limits == nullptr || !hsa_rules_bind(plan, year)) return;
  find_amounts(flags, *limits);
  find_first_dollar(flags);
}

}  // namespace preauth
