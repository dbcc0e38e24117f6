#pragma once
// Terms are a plan in which every unknown has been given a value: the engine's only view of a plan. Fixed size, no
// pointers, cheap to copy, so that one plan can be evaluated under many assignments. Made by engine/resolve.h.
// Amounts are the patient's share unless a name says otherwise; day counts are 1-based within an admission.

#include <array>
#include <cstdint>

#include "base/date.h"
#include "base/money.h"
#include "model/cost_share.h"
#include "model/vocabulary.h"

namespace preauth {

inline constexpr std::size_t kMostDayBands = 6;
inline constexpr std::size_t kMostVisitTiers = 4;
inline constexpr std::size_t kMostBuckets = 10;
inline constexpr std::size_t kMostLimits = 12;
inline constexpr std::size_t kMostPools = 6;
inline constexpr std::int8_t kNone = -1;

struct DayBandTerms {
  std::int32_t first_day = 1;
  std::int32_t last_day = DayBand::kNoLastDay;
  Money copay;
  Rate coinsurance;
};

struct ShareTerms {
  DeductibleOrder deductible = DeductibleOrder::deductible_first;
  CopayPer copay_per = CopayPer::visit;
  CapPer cap_per = CapPer::admission;
  bool has_cap = false;
  std::uint8_t band_count = 0;      // > 0: the bands replace copay and coinsurance
  std::int32_t copay_days = 0;      // 0: no limit on the days a copay is charged
  Money copay;
  Rate coinsurance;
  Money cap;
  std::array<DayBandTerms, kMostDayBands> bands{};
};

enum class CoverageStatus : std::uint8_t { covered, not_covered, excluded };

// What a service costs the patient when the plan does not cover it (or not any more).
enum class NoncoveredRate : std::uint8_t { contracted, self_pay, billed, no_liability };

// Who bears a denial.
enum class Liable : std::uint8_t { provider, patient };

enum class PenaltyKind : std::uint8_t { none, denied, percent, flat };
enum class PenaltyBase : std::uint8_t { plan_payment, allowed };
enum class PenaltyPer : std::uint8_t { admission, episode, line };

// What happens when one of the three authorization provisions is broken.
struct PenaltyTerms {
  PenaltyKind kind = PenaltyKind::none;
  Liable liable = Liable::provider;            // of a denial
  PenaltyBase base = PenaltyBase::plan_payment;
  PenaltyPer per = PenaltyPer::admission;      // of a flat penalty and of a cap
  Rate percent;                                // cut of the base
  bool has_cap = false;
  Money cap;                                   // most that a percent cut takes, per `per`
  Money flat;
  NoncoveredRate patient_rate = NoncoveredRate::billed;  // what a liable patient owes for a denied line
};

struct AuthorizationTerms {
  bool required = false;
  std::int32_t first_days = 0;    // 0: the whole stay is approved at once
  std::int32_t then_every = 0;    // days per renewal; 0: none
  std::int32_t retro_days = 0;    // days before the request that are still approved
  PenaltyTerms never_requested;
  PenaltyTerms late;
  PenaltyTerms refused;
};

enum class OutMethod : std::uint8_t { line_allowed, percent_of_medicare, percent_of_billed, stated_amount };
enum class BalanceLimit : std::uint8_t { none, percent_of_allowed, prohibited };  // Medicare and TRICARE: 115 %

// How the allowed amount of an out-of-network line is set.
struct OutOfNetworkTerms {
  OutMethod method = OutMethod::line_allowed;
  Rate percent;
  Money stated;                                 // per line
  BalanceLimit balance_limit = BalanceLimit::none;
  Rate balance_percent = Rate::percent(115);    // billed counts at most to this share of the allowed amount

  friend bool operator==(const OutOfNetworkTerms&, const OutOfNetworkTerms&) = default;
};

// One benefit row in one network.
struct BenefitTerms {
  CoverageStatus status = CoverageStatus::covered;
  bool medicare_part_a = false;
  bool counts_to_oop = true;                    // the PUF's "excluded from MOOP" flag, reversed
  bool waived_if_admitted = false;              // an emergency copay
  std::uint8_t tier_count = 1;
  std::int8_t row = kNone;                      // the benefit row the share is written in (an index of Benefit), or kNone:
                                                // its own. Rows resolved from one row share per-stay copays, caps, visits.
  std::int8_t pool = kNone;                     // shared visit pool, or kNone: counts the row's own visits
  NoncoveredRate noncovered_rate = NoncoveredRate::billed;
  NoncoveredRate after_limit = NoncoveredRate::billed;
  std::array<std::int32_t, kMostVisitTiers> tier_visits{};  // visits at each tier; the last is ignored
  std::array<ShareTerms, kMostVisitTiers> tiers{};
  AuthorizationTerms authorization;
};

enum class FamilyRule : std::uint8_t { embedded, aggregate, per_person };
enum class BucketKind : std::uint8_t { deductible, out_of_pocket };

// One deductible or one out-of-pocket maximum. A line consults every bucket that `applies` to its network and benefit
// and fills every bucket it `feeds`: separate, combined, nested and one-way credited networks are all made of these.
struct BucketTerms {
  BucketKind kind = BucketKind::deductible;
  FamilyRule rule = FamilyRule::embedded;
  BenefitMask benefits = kAllBenefits;
  NetworkMask applies = kAllNetworks;
  NetworkMask feeds = kAllNetworks;
  bool has_family = false;          // family coverage with a family amount
  bool has_person = true;           // a person's own amount applies (individual coverage, embedded, per person)
  bool has_person_cap = false;      // federal self-only limit inside an aggregate family maximum
  bool counts_deductible = true;    // out_of_pocket only: what fills the maximum
  bool counts_copay = true;
  bool counts_coinsurance = true;
  std::int32_t carry_over_months = 0;  // deductible only: payments of the last n months count for the next year too
  Money person;
  Money family;
  Money person_cap;

  friend bool operator==(const BucketTerms&, const BucketTerms&) = default;
};

enum class LimitUnit : std::uint8_t { visits, days, hours, dollars };
enum class LimitPeriod : std::uint8_t {
  year, rolling_months, calendar_months, admission, benefit_period, episode, lifetime
};

struct LimitTerms {
  LimitUnit unit = LimitUnit::visits;
  LimitPeriod period = LimitPeriod::year;
  std::int32_t months = 12;          // of rolling_months and calendar_months
  BenefitMask benefits = 0;          // more than one bit: a shared pool
  NetworkMask networks = kAllNetworks;
  std::int64_t quantity = 0;         // visits, days, hours × 60 (minutes), or cents of plan payment

  friend bool operator==(const LimitTerms&, const LimitTerms&) = default;
};

struct PoolTerms {
  BenefitMask benefits = 0;
  NetworkMask networks = kInNetworks;

  friend bool operator==(const PoolTerms&, const PoolTerms&) = default;
};

enum class CoinsuranceBase : std::uint8_t { net_of_copay, allowed };
enum class CrossingCopay : std::uint8_t { charged, not_charged };
enum class SameDayCopays : std::uint8_t { each, highest };
enum class StayAcrossYears : std::uint8_t { daily, admission };

// Original Medicare hospital days, per benefit period.
struct MedicarePartATerms {
  Money deductible;
  Money day_61_90;
  Money reserve_day;
  std::int32_t reserve_days = 60;
  std::int32_t psychiatric_lifetime_days = 190;  // freestanding psychiatric hospital only
  std::int32_t gap_days = 60;                    // out of hospital so long: a new benefit period
};

struct Terms {
  DateRange year;                      // the benefit year stated; later years are the same window moved by 12 months
  bool reset_yearly = true;            // false: Original Medicare Part A (its own benefit period) needs no calendar
  CoinsuranceBase coinsurance_base = CoinsuranceBase::net_of_copay;
  CrossingCopay crossing_copay = CrossingCopay::charged;
  SameDayCopays same_day_copays = SameDayCopays::each;
  StayAcrossYears stay_across_years = StayAcrossYears::daily;
  bool hold_harmless = false;          // Medicaid in network: no liability for what is not covered
  bool benefit_period_is_spell = false;  // Medicare: "benefit period" is a spell of illness; else the benefit year
  std::int32_t readmission_within = 0; // days; a return within so many days joins the earlier admission
  std::uint8_t bucket_count = 0;
  std::uint8_t limit_count = 0;
  std::uint8_t pool_count = 0;
  OutOfNetworkTerms out_of_network;
  MedicarePartATerms part_a;
  std::array<BucketTerms, kMostBuckets> buckets{};
  std::array<LimitTerms, kMostLimits> limits{};
  std::array<PoolTerms, kMostPools> pools{};
  std::array<std::array<BenefitTerms, kNetworkCount>, kBenefitCount> benefits{};

  const BenefitTerms& of(Benefit benefit, Network network) const { return benefits[index(benefit)][index(network)]; }
  BenefitTerms& of(Benefit benefit, Network network) { return benefits[index(benefit)][index(network)]; }
};

}  // namespace preauth
