#pragma once
// The result of one service line, in the shape of an 835 remittance: amounts, adjustments with group and reason code,
// and for each adjustment the provision that caused it. The books balance on every line, in every build:
//   billed = plan_pays + write_off + patient()
//   covered: allowed = plan_pays + deductible + copay + coinsurance + penalty;  denied or not covered: allowed = 0
//   write_off = sum of CO + PI + OA adjustments;  patient() = sum of PR adjustments

#include <array>
#include <cstdint>

#include "base/money.h"
#include "model/vocabulary.h"

namespace preauth {

enum class Group : std::uint8_t { CO, PR, PI, OA };

// Which rule of the engine took a dollar. Renderers turn it into a sentence and the plan field it stands in.
enum class Rule : std::uint8_t {
  deductible,                  // PR-1
  coinsurance,                 // PR-2
  copay,                       // PR-3
  part_a_deductible,           // PR-1   Medicare benefit period
  part_a_day,                  // PR-2   days 61-90
  part_a_reserve_day,          // PR-2   lifetime reserve
  part_a_exhausted,            // PR-119 no days left
  psychiatric_days_exhausted,  // PR-119 190 days
  excluded,                    // PR-204
  not_covered,                 // PR-96
  limit_reached,               // PR-119
  no_liability,                // CO-96  Medicaid and others that hold the patient harmless
  discount,                    // CO-45  billed above the contracted amount
  balance_bill,                // PR-45  billed above the allowed amount out of network
  balance_limited,             // CO-45  above Medicare's or TRICARE's limiting charge
  surprise_protected,          // CO-45  No Surprises Act
  denied_provider_liable,      // CO-197
  denied_patient_liable,       // PR-197
  refused_provider_liable,     // CO-50
  refused_patient_liable,      // PR-50
  reduction_percent,           // PR-197 penalty
  reduction_flat,              // PR-197 penalty
  noncovered_discount,         // CO-45  not covered, but the contracted or self-pay rate applies
  opted_out                    // PR-96
};
inline constexpr std::size_t kRuleCount = 24;

struct Adjustment {
  Group group = Group::PR;
  std::uint16_t code = 0;  // claim adjustment reason code
  Rule rule = Rule::deductible;
  std::int8_t provision = -1;  // index of the bucket, limit or pool, where the rule has one
  Money amount;
};

// What happened besides the adjustments; each bit is a plan field or default that mattered on this line.
enum class Mattered : std::uint32_t {
  crossing_copay = 1U << 0U,    // copay and deductible met on one line
  coinsurance_base = 1U << 1U,  // copay and coinsurance both applied
  allowed_capped_at_billed = 1U << 2U,
  same_day_copays = 1U << 3U,
  stay_across_years = 1U << 4U,
  benefit_year_reset = 1U << 5U,
  oop_maximum_reached = 1U << 6U,
  carried_copay = 1U << 7U,  // per-stay amount carried to a later line of the admission
  after_limit_rate = 1U << 8U,
  noncovered_rate = 1U << 9U,
  carry_over = 1U << 10U,
  family_person_cap = 1U << 11U,
  out_of_network_method = 1U << 12U,
  benefit_period = 1U << 13U,
  beyond_plan_year = 1U << 14U,
  denial_liability = 1U << 15U,
  penalty_base = 1U << 16U,
  visit_pool = 1U << 17U,
  waived_copay = 1U << 18U
};
using MatteredMask = std::uint32_t;

// The money of one line or of many. Every field is what its name says, none is derived from rounding twice.
struct Amounts {
  Money billed;
  Money allowed;
  Money plan_pays;
  Money write_off;
  Money deductible;
  Money copay;
  Money coinsurance;
  Money not_covered;
  Money penalty;
  Money balance_bill;

  constexpr Money capped() const { return deductible + copay + coinsurance; }        // stops at the out-of-pocket maximum
  constexpr Money uncapped() const { return not_covered + penalty + balance_bill; }  // does not
  constexpr Money patient() const { return capped() + uncapped(); }
  constexpr Amounts& operator+=(const Amounts& other) {
    billed += other.billed;
    allowed += other.allowed;
    plan_pays += other.plan_pays;
    write_off += other.write_off;
    deductible += other.deductible;
    copay += other.copay;
    coinsurance += other.coinsurance;
    not_covered += other.not_covered;
    penalty += other.penalty;
    balance_bill += other.balance_bill;
    return *this;
  }
  // `count` identical lines.
  constexpr Amounts operator*(std::int32_t count) const {
    return {billed * count, allowed * count,     plan_pays * count,   write_off * count, deductible * count,
            copay * count,  coinsurance * count, not_covered * count, penalty * count,   balance_bill * count};
  }
  friend bool operator==(const Amounts&, const Amounts&) = default;
};

// True when billed = plan_pays + write_off + patient.
constexpr bool books_balance(const Amounts& amounts) {
  return amounts.billed == amounts.plan_pays + amounts.write_off + amounts.patient();
}

inline constexpr std::size_t kMostAdjustments = 10;

struct Adjudication {
  Amounts amounts;
  MatteredMask mattered = 0;
  std::int32_t benefit_year = 0;  // 0: the plan's stated year, 1: the next, …
  std::uint8_t adjustment_count = 0;
  std::array<Adjustment, kMostAdjustments> adjustments{};
};

}  // namespace preauth
