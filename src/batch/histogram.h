#pragma once
// Counts amounts in bounded memory, whatever their number: to the cent below $20.48, above in steps of less than one in
// a thousand. Adding and merging are sums, so the result does not depend on the order or on the number of threads.

#include <cstdint>
#include <map>
#include <optional>

#include "base/money.h"

namespace preauth {

class AmountHistogram {
 public:
  // Pre: not negative.
  void add(Money amount);
  void merge(const AmountHistogram& other);
  std::uint64_t count() const { return count_; }
  // The lower of the middle ones when their number is even; the least amount of its step. Empty when nothing was added.
  std::optional<Money> median() const;

 private:
  std::map<std::int32_t, std::uint64_t> steps_;
  std::uint64_t count_ = 0;
};

}  // namespace preauth
