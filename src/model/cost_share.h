#pragma once
// CostShare is what one phrase of a benefit table means: "$40 copay after deductible", "$300 per day for days 1-5",
// "first 3 visits $0, then $40 copay". Written by the phrase reader (load/phrase.h); parts a phrase leaves open are
// unknown or a range here and become exact in model/terms.h. All amounts are what the PATIENT pays.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/known.h"
#include "base/money.h"
#include "model/vocabulary.h"

namespace preauth {

// Where the deductible comes in the order of a line.
enum class DeductibleOrder : std::uint8_t {
  does_not_apply,    // "deductible does not apply"
  deductible_first,  // "after deductible"
  copay_first        // "with deductible" / "before deductible": copay, then the rest fills the deductible
};

enum class CopayPer : std::uint8_t { visit, day, admission };  // visit = each service line (also week or month units)

enum class CapPer : std::uint8_t { admission, day, year };

// One rung of a schedule within an admission: days 1-5 at $300. last_day is kNoLastDay when open.
struct DayBand {
  static constexpr std::int32_t kNoLastDay = 9'999;
  std::int32_t first_day = 1;
  std::int32_t last_day = kNoLastDay;
  Known<Money> copay = Money();
  Known<Rate> coinsurance = Rate();
  bool lifetime_reserve = false;  // "$868 Lifetime Reserve Days for days 91-150"
  friend bool operator==(const DayBand&, const DayBand&) = default;
};

// What the patient pays at one visit tier.
struct Share {
  Known<DeductibleOrder> deductible;  // unknown: the phrase is silent and the wording does not settle it
  Known<Money> copay = Money();       // "$0 or $35" and "$0-$25" are ranges
  CopayPer copay_per = CopayPer::visit;
  std::optional<std::int32_t> copay_days;  // "up to 4 days per admission": copay charged at most on so many days
  Known<Rate> coinsurance = Rate();
  std::vector<DayBand> days;  // when not empty, replaces copay and coinsurance
  std::optional<Money> cap;   // "up to $1,500 per year": most copay and coinsurance together
  CapPer cap_per = CapPer::admission;
  friend bool operator==(const Share&, const Share&) = default;
};

struct VisitTier {
  std::optional<std::int32_t> visits;  // "first 3 visits"; empty for the last tier
  Share share;
  friend bool operator==(const VisitTier&, const VisitTier&) = default;
};

struct CostShare {
  bool covered = true;              // false: "not covered"; tiers are then empty
  bool medicare_part_a = false;     // "Medicare Part A": by benefit period, amounts in the plan's [medicare]; no tiers
  std::vector<VisitTier> tiers;     // at least one when covered; the last has no visit count
  std::optional<std::string> pool;  // name of a visit pool shared by several benefits (from the plan's row)
  friend bool operator==(const CostShare&, const CostShare&) = default;
};

// "$500 copay" without a word about visit, day or stay.
bool has_bare_copay(const Share& share);
// `answer` says all that `stated` says and settles what it leaves open: a range, whether the deductible applies, what a
// copay of a stay is owed by.
bool completes(const CostShare& answer, const CostShare& stated, Benefit row);

}  // namespace preauth
