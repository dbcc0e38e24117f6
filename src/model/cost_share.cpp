#include "model/cost_share.h"

#include <algorithm>

namespace preauth {
namespace {

template <class T>
bool agrees(const Known<T>& answer, const Known<T>& stated) {
  if (stated.is_unknown()) return true;
  return answer.is_exact() && stated.low() <= answer.value() && answer.value() <= stated.high();
}

bool agrees(const DayBand& answer, const DayBand& stated) {
  return answer.first_day == stated.first_day && answer.last_day == stated.last_day &&
         agrees(answer.copay, stated.copay) && agrees(answer.coinsurance, stated.coinsurance);
}

bool agrees(const VisitTier& answer, const VisitTier& stated, Benefit row) {
  const Share& own = answer.share;
  const Share& words = stated.share;
  const bool same_unit = own.copay_per == words.copay_per || (is_stay(row) && has_bare_copay(words));
  return answer.visits == stated.visits && agrees(own.deductible, words.deductible) && agrees(own.copay, words.copay) &&
         agrees(own.coinsurance, words.coinsurance) && same_unit && own.copay_days == words.copay_days &&
         own.cap == words.cap && own.cap_per == words.cap_per &&
         std::equal(own.days.begin(), own.days.end(), words.days.begin(), words.days.end(),
                    [](const DayBand& a, const DayBand& b) { return agrees(a, b); });
}

}  // namespace

bool has_bare_copay(const Share& share) {
  return share.copay_per == CopayPer::visit && share.copay != Known<Money>(Money());
}

bool completes(const CostShare& answer, const CostShare& stated, Benefit row) {
  if (answer == stated || answer.covered != stated.covered || answer.medicare_part_a != stated.medicare_part_a) {
    return false;
  }
  return std::equal(answer.tiers.begin(), answer.tiers.end(), stated.tiers.begin(), stated.tiers.end(),
                    [row](const VisitTier& a, const VisitTier& b) { return agrees(a, b, row); });
}

}  // namespace preauth
