#include "load/checks_federal.h"

#include <algorithm>
#include <string>

#include "messages/diagnostics.h"

namespace preauth {
namespace {

bool is_amount(const PlanAmount& amount) { return amount.kind == AmountKind::amount; }

bool has_kind(const Plan& plan, PlanKind kind) { return plan.kind.known.is_exact() && plan.kind.known.value() == kind; }

std::string cite(const Citation& citation) {
  std::string text(citation.title);
  if (!citation.date.empty() && text.find(citation.date) == std::string::npos)
    text += ", " + std::string(citation.date);
  return text;
}

std::string_view metal_of(const Plan& plan) {
  return plan.metal.known.is_exact() ? std::string_view(plan.metal.known.value()) : std::string_view();
}

// Bronze and catastrophic plans sold to individuals have exceptions of their own. A bronze plan that does not say to
// whom it is sold gets the benefit of the doubt.
bool is_individual_bronze(const Plan& plan) {
  const std::string_view metal = metal_of(plan);
  const bool is_low = metal == "bronze" || metal == "expanded bronze" || metal == "catastrophic";
  return is_low && (!plan.market.known.is_exact() || plan.market.known.value() == "individual");
}

class FederalCheck {
 public:
  FederalCheck(const Plan& plan, const YearLimits& limits, Diagnostics& diagnostics)
      : plan_(plan), limits_(limits), diagnostics_(diagnostics), year_(std::to_string(limits.year)) {}

  void check_maximum() {
    for (const Network network : {Network::in, Network::tier2}) {
      const TieredAmount& maximum = plan_.out_of_pocket_max.by_network[index(network)];
      compare_with_maximum(maximum.individual, limits_.aca_self);
      compare_with_maximum(maximum.family, limits_.aca_family);
      note_person_cap(maximum);
    }
  }

  void check_hsa() {
    const TieredAmount& deductible = plan_.deductible.by_network[index(Network::in)];
    const TieredAmount& maximum = plan_.out_of_pocket_max.by_network[index(Network::in)];
    check_hsa_deductible(deductible);
    check_hsa_maximum(maximum.individual, limits_.hdhp_max_self);
    check_hsa_maximum(maximum.family, limits_.hdhp_max_family);
    for (std::size_t i = 0; i < kBenefitCount; ++i) check_first_dollar(static_cast<Benefit>(i));
  }

 private:
  void compare_with_maximum(const Field<PlanAmount>& field, const CitedMoney& limit) {
    const std::optional<Money> amount = least_amount(field);
    if (!amount || !limit.amount || *amount <= *limit.amount) return;
    const Span at = field.provenance.at;
    const std::string source = cite(limit.citation);
    constexpr int kFlexibleYear = 2027;
    if (limits_.year == kFlexibleYear && is_individual_bronze(plan_)) {
      diagnostics_.add(diag::plan_above_federal_maximum_2027(at, *amount, *limit.amount, source));
    } else {
      diagnostics_.add(diag::plan_above_federal_maximum(at, *amount, *limit.amount, year_, source));
    }
  }

  // An aggregate family maximum above the self-only limit still caps each person at that limit.
  void note_person_cap(const TieredAmount& maximum) {
    const std::optional<Money> family = least_amount(maximum.family);
    const bool is_aggregate = maximum.rule.known.is_exact() && maximum.rule.known.value() == FamilyRule::aggregate;
    if (!is_aggregate || !family || !limits_.aca_self.amount || *family <= *limits_.aca_self.amount) return;
    diagnostics_.add(diag::plan_person_cap_in_family(maximum.family.provenance.at, *limits_.aca_self.amount, *family,
                                                     cite(limits_.aca_self.citation)));
  }

  void check_hsa_deductible(const TieredAmount& deductible) {
    const bool person_is_low = is_below(deductible.individual, limits_.hdhp_deductible_self);
    if (is_below(deductible.family, limits_.hdhp_deductible_family)) {
      report_low(deductible.family, limits_.hdhp_deductible_family);
    }
    const bool is_embedded = deductible.rule.known.is_exact() && deductible.rule.known.value() == FamilyRule::embedded;
    if (person_is_low) {
      report_low(deductible.individual, limits_.hdhp_deductible_self);
    } else if (is_embedded && least_amount(deductible.family) &&
               is_below(deductible.individual, limits_.hdhp_deductible_family)) {
      const CitedMoney& limit = limits_.hdhp_deductible_family;
      diagnostics_.add(diag::plan_hdhp_embedded_low(deductible.individual.provenance.at,
                                                    *greatest_amount(deductible.individual), *limit.amount, year_,
                                                    cite(limit.citation)));
    }
  }

  static bool is_below(const Field<PlanAmount>& field, const CitedMoney& limit) {
    const std::optional<Money> amount = greatest_amount(field);
    return amount && limit.amount && *amount < *limit.amount;
  }

  void report_low(const Field<PlanAmount>& field, const CitedMoney& limit) {
    diagnostics_.add(diag::plan_hdhp_deductible_low(field.provenance.at, *greatest_amount(field), *limit.amount, year_,
                                                    cite(limit.citation)));
  }

  void check_hsa_maximum(const Field<PlanAmount>& field, const CitedMoney& limit) {
    const std::optional<Money> amount = least_amount(field);
    if (!amount || !limit.amount || *amount <= *limit.amount) return;
    diagnostics_.add(
        diag::plan_hdhp_maximum_high(field.provenance.at, *amount, *limit.amount, year_, cite(limit.citation)));
  }

  // Telehealth may be paid first since 2025, drugs may be preventive; a visit in person may not.
  void check_first_dollar(Benefit benefit) {
    if (benefit == Benefit::virtual_iop || benefit == Benefit::drug) return;
    for (const Network network : {Network::in, Network::tier2}) {
      const Field<CostShare>& share = plan_.row(benefit).share[index(network)];
      if (!share.known.is_exact()) continue;
      const std::vector<VisitTier>& tiers = share.known.value().tiers;
      const bool skips = std::any_of(tiers.begin(), tiers.end(), [](const VisitTier& tier) {
        return tier.share.deductible.is_exact() && tier.share.deductible.value() == DeductibleOrder::does_not_apply;
      });
      if (skips) diagnostics_.add(diag::plan_hdhp_skips_deductible(share.provenance.at));
    }
  }

  const Plan& plan_;
  const YearLimits& limits_;
  Diagnostics& diagnostics_;
  std::string year_;
};

bool is_hsa_qualified(const Plan& plan) {
  if (plan.hsa_qualified.known.is_exact()) return plan.hsa_qualified.known.value();
  return has_kind(plan, PlanKind::hdhp);
}

}  // namespace

std::optional<Money> least_amount(const Field<PlanAmount>& field) {
  if (field.known.is_unknown() || !is_amount(field.known.low())) return std::nullopt;
  return field.known.low().amount;
}

std::optional<Money> greatest_amount(const Field<PlanAmount>& field) {
  if (field.known.is_unknown() || !is_amount(field.known.high())) return std::nullopt;
  return field.known.high().amount;
}

bool is_aca_kind(const Plan& plan) {
  for (const PlanKind kind :
       {PlanKind::hmo, PlanKind::epo, PlanKind::ppo, PlanKind::pos, PlanKind::hdhp, PlanKind::indemnity}) {
    if (has_kind(plan, kind)) return true;
  }
  return false;
}

void check_federal_limits(const Plan& plan, const ReferenceData& reference, Diagnostics& diagnostics) {
  if (!plan.year.known.is_exact()) return;
  const YearLimits* limits = reference.limits_of(plan.year.known.value().first.year());
  if (limits == nullptr) return;
  FederalCheck check(plan, *limits, diagnostics);
  if (is_aca_kind(plan) && !plan.grandfathered.known.value_or(false)) check.check_maximum();
  // Since 2026 individual bronze and catastrophic plans count as HSA-qualified whatever they pay first.
  constexpr int kBronzeQualifiesSince = 2026;
  const bool is_exempt = is_individual_bronze(plan) && limits->year >= kBronzeQualifiesSince;
  if (is_hsa_qualified(plan) && !is_exempt) check.check_hsa();
}

}  // namespace preauth
