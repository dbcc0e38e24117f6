#pragma once
// Plan is one plan file as read: every value still Known/unknown with its place in the file. Nothing is defaulted here;
// engine/resolve.h turns a Plan and an assignment of its unknowns into Terms. Field names follow the keys of the file
// (man page preauth-plan(5)).

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/known.h"
#include "base/money.h"
#include "model/cost_share.h"
#include "model/terms.h"
#include "model/vocabulary.h"

namespace preauth {

// An amount that a plan can also lack altogether. "none" is not unknown and not zero.
enum class AmountKind : std::uint8_t { amount, none, not_covered };
struct PlanAmount {
  AmountKind kind = AmountKind::amount;
  Money amount;
  friend auto operator<=>(const PlanAmount&, const PlanAmount&) = default;
};

// [deductible] in = { individual, family, rule } and the same for [out_of_pocket_max].
struct TieredAmount {
  Field<PlanAmount> individual;
  Field<PlanAmount> family;
  Field<FamilyRule> rule;
  bool stated = false;    // the table or string is there at all
  Provenance provenance;  // of the whole entry
};

// How the networks' amounts relate: network = "separate" | "combined" | "nested" | "out-to-in" | "in-to-out".
enum class NetworkRule : std::uint8_t { separate, combined, nested, out_credits_in, in_credits_out };

struct AmountRules {
  std::array<TieredAmount, kNetworkCount> by_network;  // in, tier2, out
  Field<NetworkRule> networks;
  std::optional<TieredAmount> combined;  // the outer amount of a nested or combined rule
};

// [[deductible.separate]] name, benefits, in, out: a drug deductible, or a behavioral one (a parity red flag).
struct SeparateDeductible {
  std::string name;
  Provenance provenance;
  BenefitMask benefits = 0;
  std::array<TieredAmount, kNetworkCount> by_network;
};

struct OutOfPocketCounts {  // out_of_pocket_max.counts: what fills the maximum
  Field<bool> deductible;
  Field<bool> copay;
  Field<bool> coinsurance;
  Field<bool> out_of_network;
};

struct PenaltyRule {
  Field<PenaltyKind> kind;
  Field<Liable> liable;
  Field<PenaltyBase> base;
  Field<PenaltyPer> per;
  Field<Rate> percent;
  Field<Money> cap;
  Field<Money> flat;
  Field<NoncoveredRate> patient_rate;
};

// prior_auth of a benefit row, or [prior_auth] of the plan as the default for all rows that are silent.
struct PriorAuthRule {
  bool stated = false;
  Provenance provenance;
  Field<bool> required;
  Field<std::int32_t> first_days;  // "5 days"
  Field<std::int32_t> then_every;  // "every 3 days"
  Field<std::int32_t> retro_days;
  Field<std::string> requested_by;  // "provider" or "member"
  PenaltyRule never_requested;
  PenaltyRule late;
  PenaltyRule refused;
};

struct LimitRule {
  Provenance provenance;
  LimitUnit unit = LimitUnit::visits;
  LimitPeriod period = LimitPeriod::year;
  std::int32_t months = 12;
  Known<std::int64_t> quantity;  // visits, days, minutes, or cents; "none" is no LimitRule at all
  BenefitMask benefits = 0;
  NetworkMask networks = kAllNetworks;
  std::string text;  // canonical phrase: "60 days per year"
};

struct VisitPool {  // [pools.NAME] benefits = […], networks = […]
  std::string name;
  Provenance provenance;
  BenefitMask benefits = 0;
  NetworkMask networks = kInNetworks;
};

struct SameAs {  // same_as = "outpatient-other"
  Benefit benefit = Benefit::outpatient_other;
  friend auto operator<=>(const SameAs&, const SameAs&) = default;
};

// One row of the benefit table: [benefits.NAME].
struct BenefitRow {
  bool stated = false;
  Provenance provenance;
  std::array<Field<CostShare>, kNetworkCount> share;  // in, tier2, out
  std::array<std::string, kNetworkCount> phrase;      // canonical form of each phrase that was read
  Field<SameAs> same_as;
  PriorAuthRule prior_auth;
  std::vector<LimitRule> limits;  // rows of this benefit; "none" gives no_limit
  bool no_limit = false;
  bool limit_unknown = false;  // limit = "unknown"
  Field<bool> counts_to_oop;
  Field<bool> waived_if_admitted;
  Field<NoncoveredRate> noncovered_rate;
  Field<NoncoveredRate> after_limit;
  Field<std::string> room_and_board;  // "included", "separate", "not covered"
  Field<bool> referral_required;
};

struct Exclusion {
  Provenance provenance;
  std::string what;
  std::string quote;
  std::string page;
  BenefitMask benefits = 0;            // rows it removes; 0: information only
  std::optional<Condition> condition;  // only for this condition ("substance use")
};

struct OutOfNetworkRule {  // [out_of_network]
  bool stated = false;
  Provenance provenance;
  Field<OutMethod> method;  // allowed = "140% of Medicare", "60% of billed", "$200", "contracted"
  Field<Rate> percent;
  Field<Money> stated_amount;
  Field<BalanceLimit> balance_limit;  // balance_limit = "115% of allowed", "none", "prohibited"
  Field<Rate> balance_percent;
};

struct MedicareRule {  // [medicare]
  bool stated = false;
  Provenance provenance;
  Field<Money> part_a_deductible;
  Field<Money> day_61_90;
  Field<Money> reserve_day;
  Field<std::int32_t> psychiatric_lifetime_days;
};

struct PlanSource {
  std::string title;
  std::string url;
  std::optional<Date> date;
};

struct Plan {
  std::string id;
  std::string name;
  std::string issuer;
  std::string note;  // plan.note: what a reader should know about this file
  Span id_at;
  std::int32_t file = kNoFile;
  std::string sha256;
  bool example = false;  // plan.example = true: invented, says so
  Field<PlanKind> kind;
  Field<Funding> funding;
  Field<std::string> state;
  Field<bool> hsa_qualified;
  Field<bool> grandfathered;
  Field<std::string> metal;   // "bronze", "silver", …, "catastrophic"
  Field<std::string> market;  // "individual", "small group", "large group"
  Field<std::string> behavioral_administrator;
  Field<DateRange> year;
  Field<Wording> wording;
  PlanSource source;
  AmountRules deductible;
  AmountRules out_of_pocket_max;
  std::vector<SeparateDeductible> separate_deductibles;
  Field<std::int32_t> carry_over_months;  // deductible.carry_over = "last 3 months"
  OutOfPocketCounts counts;
  Field<CoinsuranceBase> coinsurance_base;
  Field<CrossingCopay> crossing_copay;
  Field<SameDayCopays> same_day_copays;
  Field<StayAcrossYears> stay_across_years;
  Field<std::int32_t> readmission_within;
  Field<bool> hold_harmless;
  OutOfNetworkRule out_of_network;
  MedicareRule medicare;
  PriorAuthRule prior_auth;  // [prior_auth]: for rows that are silent
  std::array<BenefitRow, kBenefitCount> benefits;
  std::vector<LimitRule> limits;  // [[limits]] shared by several benefits
  std::vector<VisitPool> pools;
  std::vector<Exclusion> exclusions;

  const BenefitRow& row(Benefit benefit) const { return benefits[index(benefit)]; }
};

}  // namespace preauth
