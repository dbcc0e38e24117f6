#pragma once
// Random cost shares for property tests: anything the phrase language can say, in the form reading gives it.

#include <cstdint>
#include <random>

#include "model/cost_share.h"

namespace preauth {

class RandomShares {
 public:
  explicit RandomShares(std::uint32_t seed) : engine_(seed) {}
  CostShare next();

 private:
  std::int64_t below(std::int64_t limit);
  bool chance(int percent) { return below(100) < percent; }
  Money amount();
  Known<Money> copay();
  Known<Rate> rate();
  Share share();
  std::vector<DayBand> days();

  std::mt19937 engine_;
};

}  // namespace preauth
