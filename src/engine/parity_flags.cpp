// Behavioral rules without a medical twin in the plan file. The law compares within classes of care (inpatient,
// outpatient; in and out of network) and by dollars paid, which a plan file does not hold: so these are questions.

#include <algorithm>
#include <array>
#include <string>

#include "engine/flag_list.h"
#include "engine/prior_auth_rule.h"
#include "model/plan_law.h"

namespace preauth {
namespace {

// The medical row that a behavioral one is compared with, and all rows of its class.
struct Twin {
  Benefit behavioral;
  Benefit medical;
  std::string_view flag;  // of a higher share
  BenefitMask medical_class;
};

constexpr BenefitMask kOutpatientClass = mask(Benefit::office_visit) | mask(Benefit::outpatient_other);
constexpr BenefitMask kInpatientClass = mask(Benefit::inpatient_facility) | mask(Benefit::inpatient_professional);
constexpr std::string_view kAboveVisit = "parity-share-office-visit";
constexpr std::string_view kAboveOutpatient = "parity-share-outpatient-other";
constexpr std::string_view kAboveStay = "parity-share-inpatient-facility";
constexpr std::array<Twin, 9> kTwins = {{
    {Benefit::outpatient, Benefit::office_visit, kAboveVisit, kOutpatientClass},
    {Benefit::iop, Benefit::outpatient_other, kAboveOutpatient, kOutpatientClass},
    {Benefit::virtual_iop, Benefit::outpatient_other, kAboveOutpatient, kOutpatientClass},
    {Benefit::php, Benefit::outpatient_other, kAboveOutpatient, kOutpatientClass},
    {Benefit::residential, Benefit::inpatient_facility, kAboveStay, kInpatientClass},
    {Benefit::inpatient, Benefit::inpatient_facility, kAboveStay, kInpatientClass},
    {Benefit::detox, Benefit::inpatient_facility, kAboveStay, kInpatientClass},
    {Benefit::mat, Benefit::office_visit, kAboveVisit, kOutpatientClass},
    {Benefit::aftercare, Benefit::office_visit, kAboveVisit, kOutpatientClass},
}};

std::string path_of(Benefit benefit, std::string_view key) {
  return "benefits." + std::string(id(benefit)) + "." + std::string(key);
}

std::vector<const LimitRule*> limits_of(const Plan& plan) {
  std::vector<const LimitRule*> limits;
  for (const BenefitRow& row : plan.benefits) {
    for (const LimitRule& rule : row.limits) limits.push_back(&rule);
  }
  for (const LimitRule& rule : plan.limits) limits.push_back(&rule);
  return limits;
}

// The medical limit is of the same kind and not looser, as far as the file says.
bool is_matched_by(const LimitRule& behavioral, const LimitRule& medical, BenefitMask medical_class) {
  if ((medical.benefits & medical_class) == 0 || medical.unit != behavioral.unit) return false;
  return medical.quantity.is_unknown() || medical.quantity.low() <= behavioral.quantity.high();
}

void find_limits(FlagList& flags) {
  const std::vector<const LimitRule*> limits = limits_of(flags.analysis().plan);
  for (const LimitRule* rule : limits) {
    const bool counts_care = rule->unit != LimitUnit::dollars && !rule->quantity.is_unknown();
    if (!counts_care || !is_behavioral_only(rule->benefits)) continue;
    for (const Twin& twin : kTwins) {
      if ((rule->benefits & mask(twin.behavioral)) == 0) continue;
      const bool matched = std::any_of(limits.begin(), limits.end(), [&](const LimitRule* other) {
        return is_matched_by(*rule, *other, twin.medical_class);
      });
      if (!matched) {
        flags.add_for_rows("parity-limit", rule->text, path_of(twin.behavioral, "limit"), mask(twin.behavioral));
      }
    }
  }
}

// One tier with one copay and one rate; everything else cannot be told apart at a glance.
const Share* simple_share(const BenefitRow& row) {
  const Known<CostShare>& share = row.share[index(Network::in)].known;
  if (!share.is_exact() || !share.value().covered || share.value().tiers.size() != 1) return nullptr;
  const Share& only = share.value().tiers.front().share;
  const bool simple = only.days.empty() && !only.cap && !only.copay_days && only.copay.is_exact() &&
                      only.coinsurance.is_exact() && only.deductible.is_exact();
  return simple ? &only : nullptr;
}

bool is_above(const Share& behavioral, const Share& medical) {
  if (behavioral.deductible != medical.deductible) return false;
  const Money copay = behavioral.copay.value();
  const Money other_copay = medical.copay.value();
  if (!copay.is_zero() && !other_copay.is_zero() && behavioral.copay_per != medical.copay_per) return false;
  const Rate rate = behavioral.coinsurance.value();
  const Rate other_rate = medical.coinsurance.value();
  return copay >= other_copay && rate >= other_rate && (copay > other_copay || rate > other_rate);
}

void find_shares(FlagList& flags) {
  const Plan& plan = flags.analysis().plan;
  for (const Twin& twin : kTwins) {
    const Share* behavioral = simple_share(plan.row(twin.behavioral));
    const Share* medical = simple_share(plan.row(twin.medical));
    if (behavioral == nullptr || medical == nullptr || !is_above(*behavioral, *medical)) continue;
    flags.add_for_rows(twin.flag, std::string(id(twin.behavioral)), path_of(twin.behavioral, "in"),
                       mask(twin.behavioral));
  }
}

void find_deductibles(FlagList& flags) {
  for (const SeparateDeductible& separate : flags.analysis().plan.separate_deductibles) {
    if (!is_behavioral_only(separate.benefits)) continue;
    flags.add_for_rows("parity-deductible", separate.name, "deductible.separate", separate.benefits);
  }
}

std::optional<bool> needs_authorization(const Plan& plan, Benefit benefit) {
  const Known<bool>& required = prior_auth_for(plan, benefit, kNone).rule.required.known;
  return required.is_exact() ? std::optional(required.value()) : std::nullopt;
}

// Every program level that the file has a row for needs authorization; every medical row says that it needs none.
void find_authorization(FlagList& flags) {
  const Plan& plan = flags.analysis().plan;
  BenefitMask programs = 0;
  Benefit first = Benefit::iop;
  for (const Benefit program : {Benefit::residential, Benefit::php, Benefit::iop}) {
    if (!plan.row(program).stated) continue;
    if (needs_authorization(plan, program) != true) return;
    programs |= mask(program);
    first = program;
  }
  bool any_medical = false;
  for (const Benefit medical : {Benefit::office_visit, Benefit::outpatient_other, Benefit::inpatient_facility}) {
    if (!plan.row(medical).stated) continue;
    if (needs_authorization(plan, medical) != false) return;
    any_medical = true;
  }
  const bool several = (programs & (programs - 1)) != 0;
  if (any_medical && several) flags.add_for_rows("parity-authorization", "", path_of(first, "prior_auth"), programs);
}

// Whether an exclusion takes the row away from this client.
bool is_excluded(const FlagList& flags, Benefit benefit) {
  const Known<Condition>& condition = flags.analysis().treatment.condition.known;
  const std::vector<Exclusion>& exclusions = flags.analysis().plan.exclusions;
  return std::any_of(exclusions.begin(), exclusions.end(), [&](const Exclusion& exclusion) {
    const bool for_client = !exclusion.condition || (condition.is_exact() && condition.value() == *exclusion.condition);
    return (exclusion.benefits & mask(benefit)) != 0 && for_client;
  });
}

std::optional<bool> states_covered(const Plan& plan, Benefit benefit) {
  const Known<CostShare>& share = plan.row(benefit).share[index(Network::in)].known;
  return share.is_exact() ? std::optional(share.value().covered) : std::nullopt;
}

void find_residential(FlagList& flags) {
  const Plan& plan = flags.analysis().plan;
  const bool left_out = states_covered(plan, Benefit::residential) == false || is_excluded(flags, Benefit::residential);
  const bool stays_covered =
      states_covered(plan, Benefit::inpatient) == true && !is_excluded(flags, Benefit::inpatient);
  if (!left_out || !stays_covered) return;
  flags.add_for_rows("parity-residential", "", path_of(Benefit::residential, "in"), mask(Benefit::residential));
}

}  // namespace

void find_parity_flags(FlagList& flags) {
  if (!is_under_parity(kind_of(flags.analysis().plan))) return;
  find_limits(flags);
  find_shares(flags);
  find_deductibles(flags);
  find_authorization(flags);
  find_residential(flags);
}

}  // namespace preauth
