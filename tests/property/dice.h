#pragma once
// Dice is a seeded source of random numbers with the same bytes on every machine: splitmix64 and integer arithmetic
// only (the distributions of the standard library differ between implementations).

#include <array>
#include <cstddef>
#include <cstdint>

namespace preauth {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  // 0 … count - 1. Pre: count > 0. The slight bias of the remainder does not matter here.
  std::int64_t below(std::int64_t count) {
    return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(count));
  }
  std::int64_t between(std::int64_t low, std::int64_t high) { return low + below(high - low + 1); }
  std::int32_t small(std::int32_t low, std::int32_t high) { return static_cast<std::int32_t>(between(low, high)); }
  bool chance(std::int64_t percent) { return below(100) < percent; }

  template <class T, std::size_t N>
  const T& pick(const std::array<T, N>& values) {
    return values[static_cast<std::size_t>(below(static_cast<std::int64_t>(N)))];
  }
  // An enumerator of 0 … last.
  template <class Enum>
  Enum pick_up_to(Enum last) {
    return static_cast<Enum>(below(static_cast<std::int64_t>(last) + 1));
  }

 private:
  std::uint64_t state_;
};

}  // namespace preauth
