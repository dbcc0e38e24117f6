#include "batch/histogram.h"

#include <bit>

namespace preauth {
namespace {

// An amount of more than this many binary digits keeps this many.
constexpr int kDigits = 11;
constexpr std::int32_t kHalf = 1 << (kDigits - 1);

std::int32_t step_of(std::uint64_t cents) {
  const int dropped = static_cast<int>(std::bit_width(cents)) - kDigits;
  if (dropped <= 0) return static_cast<std::int32_t>(cents);
  return dropped * kHalf + static_cast<std::int32_t>(cents >> static_cast<unsigned>(dropped));
}

std::int64_t least_of(std::int32_t step) {
  if (step < 2 * kHalf) return step;
  const std::int32_t dropped = step / kHalf - 1;
  return static_cast<std::int64_t>(step - dropped * kHalf) << static_cast<unsigned>(dropped);
}

}  // namespace

void AmountHistogram::add(Money amount) {
  ++steps_[step_of(static_cast<std::uint64_t>(amount.count_cents()))];
  ++count_;
}

void AmountHistogram::merge(const AmountHistogram& other) {
  for (const auto& [step, count] : other.steps_) steps_[step] += count;
  count_ += other.count_;
}

std::optional<Money> AmountHistogram::median() const {
  std::uint64_t seen = 0;
  for (const auto& [step, count] : steps_) {
    seen += count;
    if (2 * seen >= count_) return Money::cents(least_of(step));
  }
  return std::nullopt;
}

}  // namespace preauth
