#include "engine/red_flags.h"

#include <algorithm>
#include <string>

#include "base/amount_text.h"
#include "engine/flag_list.h"
#include "engine/limits.h"
#include "model/plan_law.h"

namespace preauth {
namespace {

// Units of one benefit that come after a limit, in the likely case.
struct Beyond {
  Rule rule = Rule::limit_reached;
  std::int8_t limit = -1;
  Benefit benefit = Benefit::outpatient;
  std::int64_t quantity = 0;
};

bool is_limit(Rule rule) {
  return rule == Rule::limit_reached || rule == Rule::part_a_exhausted || rule == Rule::psychiatric_days_exhausted;
}

LimitUnit unit_of(const Beyond& beyond, const Terms& terms) {
  if (beyond.rule != Rule::limit_reached || beyond.limit < 0) return LimitUnit::days;
  return terms.limits[static_cast<std::uint8_t>(beyond.limit)].unit;
}

// As it would stand in a file: "12 visits".
std::string quantity_text(LimitUnit unit, std::int64_t quantity) {
  constexpr std::int64_t kMinutes = 60;
  switch (unit) {
    case LimitUnit::visits:
      return file_text(quantity) + (quantity == 1 ? " visit" : " visits");
    case LimitUnit::days:
      return file_text(quantity) + (quantity == 1 ? " day" : " days");
    case LimitUnit::hours:
      return quantity % kMinutes == 0 ? file_text(quantity / kMinutes) + (quantity == kMinutes ? " hour" : " hours")
                                      : file_text(quantity) + " minutes";
    case LimitUnit::dollars:
      return file_text(Money::cents(quantity));
  }
  return {};
}

class LimitCounter {
 public:
  explicit LimitCounter(const PlanAnalysis& analysis) : analysis_(analysis) {}

  std::vector<Beyond> count(const OptionAnalysis& option) {
    analysis_.evaluator.evaluate(
        option.index, likely_assignment(analysis_.model.unknowns), {},
        [&](const ServiceLine& line, std::size_t, const Adjudication& result, const Adjudicator&) {
          for (std::size_t i = 0; i < result.adjustment_count; ++i) {
            if (is_limit(result.adjustments[i].rule)) add(line, result.adjustments[i]);
          }
        });
    return std::move(all_);
  }

 private:
  void add(const ServiceLine& line, const Adjustment& adjustment) {
    const auto same = [&](const Beyond& beyond) {
      return beyond.rule == adjustment.rule && beyond.limit == adjustment.provision && beyond.benefit == line.benefit;
    };
    auto found = std::find_if(all_.begin(), all_.end(), same);
    if (found == all_.end()) found = all_.insert(found, {adjustment.rule, adjustment.provision, line.benefit, 0});
    const LimitUnit unit = unit_of(*found, analysis_.evaluator.plan().terms);
    found->quantity += unit == LimitUnit::dollars ? adjustment.amount.count_cents() : units_of(line, unit);
  }

  const PlanAnalysis& analysis_;
  std::vector<Beyond> all_;
};

void find_limits(FlagList& flags) {
  const PlanAnalysis& analysis = flags.analysis();
  const bool may_run_out =
      analysis.evaluator.plan().terms.limit_count > 0 || kind_of(analysis.plan) == PlanKind::medicare;
  if (!may_run_out) return;
  for (const OptionAnalysis& option : analysis.options) {
    if (!option.estimate->unpriced.empty()) continue;
    for (const Beyond& beyond : LimitCounter(analysis).count(option)) {
      const LimitUnit unit = unit_of(beyond, analysis.evaluator.plan().terms);
      const std::string field =
          beyond.rule == Rule::limit_reached ? "benefits." + std::string(id(beyond.benefit)) + ".limit" : "medicare";
      flags.add("limit-hit", quantity_text(unit, beyond.quantity), field, option.estimate->id);
    }
  }
}

// A treatment that begins after the plan's year is another year's; one that only runs past it loses its terms midway.
void find_end_of_coverage(FlagList& flags) {
  const Known<DateRange>& year = flags.analysis().plan.year.known;
  if (!year.is_exact()) return;
  const Date last = year.value().last;
  for (const OptionAnalysis& option : flags.analysis().options) {
    const OptionEstimate& estimate = *option.estimate;
    if (!estimate.insured || !estimate.unpriced.empty()) continue;
    if (estimate.first_day > last || estimate.last_day <= last) continue;
    flags.add("coverage-ends", to_iso(last), "plan.year", estimate.id);
  }
}

// "outside-tricare"; both ways of having Medicare are one to the reader.
std::string outside_flag(PlanKind kind) {
  return "outside-" + std::string(id(kind == PlanKind::medicare_advantage ? PlanKind::medicare : kind));
}

void find_kind(FlagList& flags) {
  const Plan& plan = flags.analysis().plan;
  const PlanKind kind = kind_of(plan);
  if (!is_under_parity(kind)) flags.add(outside_flag(kind), "", "plan.kind");
  if (plan.grandfathered.known.value_or(false)) flags.add("outside-grandfathered", "", "plan.grandfathered");
  const bool self_funded = plan.funding.known == Known<Funding>(Funding::self_funded);
  const bool large = plan.market.known.is_exact() && plan.market.known.value() == "large group";
  if (self_funded && !large && is_under_parity(kind)) flags.add("outside-small-employer", "", "plan.market");
}

}  // namespace

void find_red_flags(const PlanAnalysis& analysis, std::vector<RedFlag>& flags) {
  FlagList list(analysis, flags);
  find_end_of_coverage(list);
  find_limits(list);
  find_parity_flags(list);
  find_hdhp_flags(list);
  find_kind(list);
}

}  // namespace preauth
