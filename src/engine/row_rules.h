#pragma once
// Which deductibles, out-of-pocket maxima, limits and visit pools a line of one benefit in one network consults and
// fills. Worked out once per row instead of once per line, as small sets of indices into Terms.

#include <bit>
#include <cstddef>
#include <cstdint>

#include "model/terms.h"

namespace preauth {

// A set of indices below 16, walked from the smallest.
class IndexSet {
 public:
  class Iterator {
   public:
    explicit constexpr Iterator(std::uint32_t bits) : bits_(bits) {}
    constexpr std::size_t operator*() const { return static_cast<std::size_t>(std::countr_zero(bits_)); }
    constexpr Iterator& operator++() {
      bits_ &= bits_ - 1;
      return *this;
    }
    friend constexpr bool operator==(Iterator, Iterator) = default;

   private:
    std::uint32_t bits_;
  };

  constexpr void add(std::size_t index) { bits_ = static_cast<std::uint16_t>(bits_ | 1U << index); }
  constexpr bool has(std::size_t index) const { return (bits_ >> index & 1U) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr int count() const { return std::popcount(bits_); }
  constexpr Iterator begin() const { return Iterator(bits_); }
  constexpr Iterator end() const { return Iterator(0); }

  friend constexpr bool operator==(IndexSet, IndexSet) = default;
  friend constexpr IndexSet operator&(IndexSet a, IndexSet b) {
    IndexSet both;
    both.bits_ = a.bits_ & b.bits_;
    return both;
  }
  friend constexpr IndexSet operator|(IndexSet a, IndexSet b) {
    IndexSet either;
    either.bits_ = a.bits_ | b.bits_;
    return either;
  }

 private:
  std::uint16_t bits_ = 0;
};
static_assert(kMostBuckets <= 16 && kMostLimits <= 16 && kMostPools <= 16);

struct RowRules {
  bool ready = false;
  IndexSet deductibles;  // a line may use up no more than the smallest remainder of these
  IndexSet deductibles_fed;
  IndexSet maxima;  // out-of-pocket maxima that stop a line
  IndexSet maxima_fed;
  IndexSet limits;
  IndexSet pools;  // visit pools that a covered line advances
};

RowRules row_rules(const Terms& terms, Benefit benefit, Network network);

}  // namespace preauth
