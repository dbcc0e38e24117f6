#include "engine/assumptions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/amount_text.h"
#include "engine/resolve_parts.h"

namespace preauth {
namespace {

// A rule that is used silently, the bit that says it mattered, and where it would be stated.
struct SilentRule {
  Mattered bit;
  std::string_view id;  // sentence in the message catalogue
  std::string_view field;
  std::string_view value;
};

constexpr std::array<SilentRule, 13> kSilentRules = {{
    {Mattered::crossing_copay, "crossing-copay", "rules.crossing_copay", "charged"},
    {Mattered::coinsurance_base, "coinsurance-base", "rules.coinsurance_base", "net of copay"},
    {Mattered::allowed_capped_at_billed, "allowed-capped", "facilities.FACILITY.prices", "the billed charge"},
    {Mattered::same_day_copays, "same-day-copays", "rules.same_day_copays", "each"},
    {Mattered::stay_across_years, "stay-across-years", "rules.stay_across_years", "daily"},
    {Mattered::benefit_year_reset, "no-carry-over", "deductible.carry_over", "none"},
    {Mattered::after_limit_rate, "after-limit", "benefits.LOC.after_limit", "billed"},
    {Mattered::noncovered_rate, "noncovered-rate", "benefits.LOC.noncovered_rate", "billed"},
    {Mattered::family_person_cap, "person-cap", "out_of_pocket_max.in.rule", "the federal self-only limit"},
    {Mattered::benefit_period, "benefit-period", "so_far.medicare", "a new benefit period"},
    {Mattered::beyond_plan_year, "next-year-terms", "next_year", "the same terms"},
    {Mattered::denial_liability, "denial-liability", "benefits.LOC.prior_auth.liable", "provider in network"},
    {Mattered::penalty_base, "penalty-base", "benefits.LOC.prior_auth", "of what the plan would pay"},
}};

bool is_stated(const Plan& plan, const Treatment& treatment, Mattered bit) {
  switch (bit) {
    case Mattered::crossing_copay:
      return plan.crossing_copay.known.is_stated();
    case Mattered::coinsurance_base:
      return plan.coinsurance_base.known.is_stated();
    case Mattered::same_day_copays:
      return plan.same_day_copays.known.is_stated();
    case Mattered::stay_across_years:
      return plan.stay_across_years.known.is_stated();
    case Mattered::benefit_year_reset:
      return plan.carry_over_months.known.is_stated();
    case Mattered::benefit_period:
      return treatment.so_far.benefit_period_days.known.is_stated();
    case Mattered::allowed_capped_at_billed:
    case Mattered::after_limit_rate:
    case Mattered::noncovered_rate:
    case Mattered::family_person_cap:
    case Mattered::beyond_plan_year:
    case Mattered::denial_liability:
    case Mattered::penalty_base:
    case Mattered::oop_maximum_reached:
    case Mattered::carried_copay:
    case Mattered::carry_over:
    case Mattered::out_of_network_method:
    case Mattered::visit_pool:
    case Mattered::waived_copay:
      return false;
  }
  return false;
}

// The sentence for an open value, by where it stands.
std::string_view sentence_of(const Unknown& unknown) {
  const std::string_view path = unknown.path;
  if (path.ends_with(".same_as")) return "row-assumed";
  if (path.ends_with(".network")) return "network-assumed";
  if (path.ends_with(".allowed") && path != "out_of_network.allowed") return "price-assumed";
  if (path.ends_with(".billed")) return "charge-assumed";
  if (path.ends_with(".schedule")) return "length-middle";
  if (path == "so_far.deductible.in") return "nothing-used";
  if (path == "out_of_network.allowed") return "out-method-assumed";
  if (path.starts_with("deductible") || path.starts_with("out_of_pocket_max")) return "amount-assumed";
  return "share-assumed";
}

class AssumptionList {
 public:
  AssumptionList(std::vector<Assumption>& list, const std::string& option) : list_(list), option_(option) {}

  // The same default under several options is one assumption.
  void add(std::string_view id, std::string field, std::string value, std::string source, bool assumed) {
    for (Assumption& known : list_) {
      if (known.id != id || known.field != field || known.value != value) continue;
      if (std::find(known.options.begin(), known.options.end(), option_) == known.options.end()) {
        known.options.push_back(option_);
      }
      return;
    }
    list_.push_back({std::string(id), std::move(field), std::move(value), std::move(source), assumed, {option_}});
  }

 private:
  std::vector<Assumption>& list_;
  const std::string& option_;
};

std::string source_text(const Citation& citation) { return std::string(citation.title); }

void add_schedules(const EstimateModel& model, const PreparedOption& option, AssumptionList& list) {
  for (std::size_t i = 0; i < option.steps.size(); ++i) {
    const PreparedStep& step = option.steps[i];
    if (!step.default_schedule) continue;
    const Cited<Schedule>& usual = model.treatment.defaults->schedules[index(step.level)];
    list.add("schedule-default", "options." + option.id + ".steps." + std::to_string(i + 1) + ".schedule",
             std::string(usual.text), source_text(usual.citation), usual.citation.grade == Grade::C);
  }
}

void add_places(const PreparedOption& option, AssumptionList& list) {
  for (const PreparedStep& step : option.steps) {
    if (step.level == Level::mutual_support) continue;
    if (step.facility == 0) list.add("in-network", "facilities.FACILITY.network", "in", "", true);
    const bool per_diem = step.level == Level::residential || step.level == Level::detox;
    if (per_diem && !step.stated->room_and_board.known.is_stated()) {
      list.add("room-included", "options." + option.id + ".steps.room_and_board", "included", "", true);
    }
  }
}

// A silent row with one sensible reading raises no range, but it is still a reading.
void add_settled_rows(const EstimateModel& model, const PreparedOption& option, AssumptionList& list) {
  const Plan& plan = *model.plan.input.plan;
  const BenefitMask used = benefits_of(option);
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    const Benefit benefit = static_cast<Benefit>(b);
    const RowQuestion& row = model.plan.rows[b][index(Network::in)];
    const bool read_so = (used & mask(benefit)) != 0 && row.choices.size() == 1 &&
                         row.choices.front().source.origin == ShareOrigin::other_row &&
                         !plan.row(benefit).same_as.known.is_exact();
    if (read_so) list.add("row-assumed", row_path(benefit, "same_as"), row.choices.front().text, "", true);
  }
}

// Prices that stand on one published amount, so that there is nothing open about them, are still a stand-in.
void add_fixed_prices(const EstimateModel& model, const PreparedOption& option, AssumptionList& list) {
  for (const PreparedStep& step : option.steps) {
    for (const PreparedLine& line : step.lines) {
      if (line.room_and_board) continue;
      const PriceSlot& slot = model.treatment.slots[line.slot];
      const bool stated = slot.stated != nullptr && slot.stated->allowed.known.is_stated();
      if (stated || slot.reference == nullptr || !slot.medicare_pays || !slot.reference->medicare) continue;
      list.add("price-assumed", slot.path + ".allowed", file_text(*slot.reference->medicare),
               source_text(slot.reference->citation), slot.reference->citation.grade == Grade::C);
    }
  }
}

// What the likely case took, as a person would write it: the amount that a multiple comes to.
std::string used_text(const Unknown& unknown) {
  if (!unknown.shown) return value_text(unknown, unknown.likely);
  Unknown amount;
  amount.kind = unknown.shown->kind;
  return value_text(amount, unknown.shown->likely);
}

}  // namespace

std::string value_text(const Unknown& unknown, std::int64_t value) {
  switch (unknown.kind) {
    case UnknownKind::choice:
      return unknown.choices[static_cast<std::size_t>(value)];
    case UnknownKind::cents:
      return file_text(Money::cents(value));
    case UnknownKind::parts_per_million:
      return file_text(Rate::parts_per_million(value));
    case UnknownKind::micros:
      return file_text(UnitPrice::micros(value));
    case UnknownKind::count:
      return std::to_string(value);
  }
  return "";
}

void collect_assumptions(const EstimateModel& model, const PreparedOption& option, const Extremes& extremes,
                         MatteredMask mattered, std::vector<Assumption>& assumptions) {
  AssumptionList list(assumptions, option.id);
  for (const Influence& influence : extremes.influences) {
    const Unknown& unknown = model.unknowns[influence.unknown];
    // A usual length is among the schedules below.
    if (unknown.kind == UnknownKind::count && !unknown.source.empty()) continue;
    list.add(sentence_of(unknown), unknown.path, used_text(unknown), unknown.source, unknown.assumed);
  }
  add_schedules(model, option, list);
  add_places(option, list);
  add_fixed_prices(model, option, list);
  add_settled_rows(model, option, list);
  const Plan& plan = *model.plan.input.plan;
  const Treatment& treatment = *model.treatment.treatment;
  for (const SilentRule& rule : kSilentRules) {
    const bool did = (mattered & static_cast<MatteredMask>(rule.bit)) != 0;
    if (did && !is_stated(plan, treatment, rule.bit)) {
      list.add(rule.id, std::string(rule.field), std::string(rule.value), "", true);
    }
  }
  if (!treatment.start.known.is_exact()) {
    list.add("start-today", "client.start", to_iso(model.treatment.start), "", true);
  }
  if (!treatment.coverage.known.is_exact()) list.add("individual-coverage", "client.coverage", "individual", "", true);
}

}  // namespace preauth
