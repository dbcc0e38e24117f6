#include "load/checks_federal.h"

#include <string>

#include "messages/diagnostics.h"
#include "model/plan_law.h"

namespace preauth {
namespace {

std::string cite(const Citation& citation) {
  std::string text(citation.title);
  if (!citation.date.empty() && text.find(citation.date) == std::string::npos)
    text += ", " + std::string(citation.date);
  return text;
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
    for (const RowPlace& place : paid_before_deductible(plan_)) {
      const Field<CostShare>& share = plan_.row(place.benefit).share[index(place.network)];
      diagnostics_.add(diag::plan_hdhp_skips_deductible(share.provenance.at));
    }
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

  const Plan& plan_;
  const YearLimits& limits_;
  Diagnostics& diagnostics_;
  std::string year_;
};

}  // namespace

void check_federal_limits(const Plan& plan, const ReferenceData& reference, Diagnostics& diagnostics) {
  if (!plan.year.known.is_exact()) return;
  const YearLimits* limits = reference.limits_of(plan.year.known.value().first.year());
  if (limits == nullptr) return;
  FederalCheck check(plan, *limits, diagnostics);
  if (federal_maximum_applies(plan)) check.check_maximum();
  if (hsa_rules_bind(plan, limits->year)) check.check_hsa();
}

}  // namespace preauth
