#include "random_shares.h"

#include <algorithm>

namespace preauth {

// Not a distribution of the library: those give other numbers on other machines.
std::int64_t RandomShares::below(std::int64_t limit) { return static_cast<std::int64_t>(engine_()) % limit; }

Money RandomShares::amount() {
  return chance(70) ? Money::dollars(1 + below(5'000)) : Money::cents(1 + below(1'000'000'00));
}

Known<Money> RandomShares::copay() {
  if (chance(10)) return Known<Money>::unknown();
  if (chance(25)) return Money();
  const Money low = chance(30) ? Money() : amount();
  const Money more = amount();
  return chance(20) ? Known<Money>::between(low, low + more) : Known(more);
}

Known<Rate> RandomShares::rate() {
  if (chance(5)) return Known<Rate>::unknown();
  if (chance(40)) return Rate();
  const Rate value = chance(80) ? Rate::percent(1 + below(100)) : Rate::parts_per_million(1 + below(1'000'000));
  const Rate low = Rate::parts_per_million(below(value.parts()));
  return chance(20) ? Known<Rate>::between(low, value) : Known(value);
}

std::vector<DayBand> RandomShares::days() {
  std::vector<DayBand> bands;
  std::int32_t first = 1;
  const std::int64_t count = 1 + below(6);
  for (std::int64_t i = 0; i < count; ++i) {
    DayBand band;
    band.first_day = first;
    const bool open = i + 1 == count && chance(50);
    band.last_day = open ? DayBand::kNoLastDay : first + static_cast<std::int32_t>(below(60));
    band.copay = copay();
    band.coinsurance = rate();
    band.lifetime_reserve = i > 0 && (bands.back().lifetime_reserve || chance(10));
    first = band.last_day + 1;
    bands.push_back(band);
  }
  return bands;
}

Share RandomShares::share() {
  Share result;
  const std::int64_t order = below(4);
  result.deductible = order == 3 ? Known<DeductibleOrder>::unknown() : Known(static_cast<DeductibleOrder>(order));
  if (chance(25)) {
    result.days = days();
  } else {
    result.copay = copay();
    result.coinsurance = rate();
    const bool no_copay = result.copay.is_exact() && result.copay.value().is_zero();
    if (!no_copay) result.copay_per = static_cast<CopayPer>(below(3));
    if (result.copay_per == CopayPer::day && chance(40)) result.copay_days = 1 + static_cast<std::int32_t>(below(30));
  }
  if (chance(20)) {
    result.cap = amount();
    result.cap_per = static_cast<CapPer>(below(3));
  }
  return result;
}

CostShare RandomShares::next() {
  CostShare result;
  if (chance(3)) {
    result.covered = false;
    return result;
  }
  if (chance(3)) {
    result.medicare_part_a = true;
    return result;
  }
  const std::int64_t tiers = chance(70) ? 1 : 2 + below(3);
  for (std::int64_t i = 0; i < tiers; ++i) {
    VisitTier tier;
    if (i + 1 < tiers) tier.visits = 1 + static_cast<std::int32_t>(below(40));
    tier.share = share();
    result.tiers.push_back(tier);
  }
  return result;
}

}  // namespace preauth
