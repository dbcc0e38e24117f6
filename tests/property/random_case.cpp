#include "property/random_case.h"

#include <algorithm>

namespace preauth {
namespace {

constexpr std::array<std::int64_t, 16> kSmallCents = {0,     1,     2,     3,     50,    99,     100,    2'000,
                                                      3'000, 3'333, 4'000, 5'000, 7'550, 10'000, 15'001, 25'000};
constexpr std::array<std::int64_t, 14> kLargeCents = {10'000, 12'345,  20'000,  30'000,    31'938,    50'000,  70'000,
                                                      85'000, 100'000, 120'000, 1'000'000, 3'360'000, 199'999, 200'000};
constexpr std::array<std::int64_t, 12> kRateParts = {0,       100'000, 150'000, 200'000, 250'000,   300'000,
                                                     350'000, 400'000, 500'000, 333'333, 1'000'000, 7};
// So large that a share of it does not fit 64 bits before it is divided.
constexpr std::int64_t kHugeCents = 90'000'000'000'003;

}  // namespace

Palette::Palette(Dice& dice) {
  for (Money& amount : small_) amount = Money::cents(dice.pick(kSmallCents));
  for (Money& amount : large_) amount = Money::cents(dice.pick(kLargeCents));
  if (dice.chance(30)) large_[1] = large_[0] + Money::cents(1);
  if (dice.chance(30)) large_[2] = large_[0] + large_[1];
  if (dice.chance(20)) large_[3] = large_[0] + small_[0];
  if (dice.chance(1)) large_[3] = Money::cents(kHugeCents);
}

Money Palette::amount(Dice& dice) const {
  const std::int64_t kind = dice.below(100);
  if (kind < 30) return dice.pick(small_);
  if (kind < 75) return dice.pick(large_);
  if (kind < 80) return dice.pick(large_) - Money::cents(1);
  if (kind < 85) return dice.pick(small_) * 3;
  return Money::cents(dice.below(300'000));
}

Money Palette::price(Dice& dice) const {
  const std::int64_t kind = dice.below(100);
  if (kind < 70) return dice.pick(large_);
  if (kind < 80) return dice.pick(small_);
  return Money::cents(dice.below(150'000));
}

Money Palette::copay(Dice& dice) const {
  const std::int64_t kind = dice.below(100);
  if (kind < 25) return Money();
  if (kind < 75) return dice.pick(small_);
  if (kind < 92) return dice.pick(large_);
  return Money::cents(dice.below(60'000));
}

Money Palette::ceiling(Dice& dice) const {
  const std::int64_t kind = dice.below(100);
  if (kind < 5) return Money();
  if (kind < 15) return dice.pick(small_);
  if (kind < 45) return dice.pick(large_);
  if (kind < 75) return dice.pick(large_) * dice.between(2, 5);
  return Money::cents(dice.below(800'000));
}

Rate random_rate(Dice& dice) {
  if (dice.chance(80)) return Rate::parts_per_million(dice.pick(kRateParts));
  return Rate::parts_per_million(dice.between(0, 1'000'000));
}

Theme random_theme(Dice& dice) {
  static constexpr std::array<Benefit, 12> kUsual = {
      Benefit::outpatient, Benefit::iop,   Benefit::php,        Benefit::residential,
      Benefit::inpatient,  Benefit::detox, Benefit::mat,        Benefit::inpatient_professional,
      Benefit::emergency,  Benefit::drug,  Benefit::laboratory, Benefit::ambulance};
  Theme theme;
  theme.medicare = dice.chance(12);
  theme.family = dice.chance(25);
  theme.stays = theme.medicare || dice.chance(45);
  theme.out_of_network = dice.chance(40);
  theme.authorization = dice.chance(35);
  theme.rejections = dice.chance(25);
  theme.limits = dice.chance(35);
  theme.odd_units = dice.chance(8);
  const std::int64_t count = dice.between(1, 3);
  if (theme.medicare) theme.benefits.push_back(Benefit::inpatient);
  while (static_cast<std::int64_t>(theme.benefits.size()) < count) theme.benefits.push_back(dice.pick(kUsual));
  std::sort(theme.benefits.begin(), theme.benefits.end());
  theme.benefits.erase(std::unique(theme.benefits.begin(), theme.benefits.end()), theme.benefits.end());
  return theme;
}

void make_random_case(std::uint64_t seed, RandomCase& into) {
  static const Terms kBlank;
  Dice dice(seed);
  const Palette palette(dice);
  const Theme theme = random_theme(dice);
  into.terms = kBlank;
  into.start = Start();
  into.lines.clear();
  fill_terms(dice, theme, palette, into.terms);
  fill_lines(dice, theme, palette, into);
  fill_start(dice, palette, into);
}

}  // namespace preauth
