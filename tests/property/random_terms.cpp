// Random plans: every field of Terms, with realistic and with nasty values.

#include <algorithm>

#include "property/random_case.h"

namespace preauth {
namespace {

void fill_bands(Dice& dice, const Palette& palette, ShareTerms& share) {
  share.band_count = static_cast<std::uint8_t>(dice.between(1, 3));
  share.copay_per = CopayPer::day;
  std::int32_t day = dice.small(1, 2);
  for (std::size_t i = 0; i < share.band_count; ++i) {
    DayBandTerms& band = share.bands[i];
    band.first_day = day;
    band.last_day = day + dice.small(0, 5);
    if (i + 1U == share.band_count && dice.chance(40)) band.last_day = DayBand::kNoLastDay;
    band.copay = palette.copay(dice);
    band.coinsurance = dice.chance(30) ? random_rate(dice) : Rate();
    day = band.last_day + dice.small(1, 3);  // 2 and 3 leave a gap
  }
}

ShareTerms random_share(Dice& dice, const Palette& palette, bool in_stay) {
  ShareTerms share;
  share.deductible = dice.pick_up_to(DeductibleOrder::copay_first);
  share.copay = palette.copay(dice);
  if (dice.chance(60)) share.coinsurance = random_rate(dice);
  if (in_stay || dice.chance(10)) share.copay_per = dice.pick_up_to(CopayPer::admission);
  if (in_stay && dice.chance(25)) fill_bands(dice, palette, share);
  if (share.band_count == 0 && share.copay_per == CopayPer::day && dice.chance(40)) share.copay_days = dice.small(1, 4);
  if (dice.chance(20)) {
    share.has_cap = true;
    share.cap_per = dice.pick_up_to(CapPer::year);
    share.cap = palette.amount(dice);
  }
  return share;
}

PenaltyTerms random_penalty(Dice& dice, const Palette& palette) {
  PenaltyTerms penalty;
  penalty.kind = dice.pick_up_to(PenaltyKind::flat);
  penalty.liable = dice.pick_up_to(Liable::patient);
  penalty.base = dice.pick_up_to(PenaltyBase::allowed);
  penalty.per = dice.pick_up_to(PenaltyPer::line);
  penalty.percent = random_rate(dice);
  penalty.has_cap = dice.chance(50);
  penalty.cap = palette.amount(dice);
  penalty.flat = palette.amount(dice);
  penalty.patient_rate = dice.pick_up_to(NoncoveredRate::no_liability);
  return penalty;
}

BenefitTerms random_row(Dice& dice, const Theme& theme, const Palette& palette, Benefit benefit, std::uint8_t pools) {
  BenefitTerms row;
  const bool hospital = benefit == Benefit::inpatient || benefit == Benefit::detox;
  row.medicare_part_a = theme.medicare && hospital && dice.chance(90);
  row.counts_to_oop = dice.chance(93);
  row.waived_if_admitted = benefit == Benefit::emergency && dice.chance(60);
  row.noncovered_rate = dice.pick_up_to(NoncoveredRate::no_liability);
  row.after_limit = dice.pick_up_to(NoncoveredRate::no_liability);
  if (theme.rejections && dice.chance(30)) row.status = dice.pick_up_to(CoverageStatus::excluded);
  if (dice.chance(25)) row.tier_count = static_cast<std::uint8_t>(dice.between(2, 4));
  if (dice.chance(10)) row.row = static_cast<std::int8_t>(dice.below(2));
  if (pools > 0 && dice.chance(70)) row.pool = static_cast<std::int8_t>(dice.below(pools));
  for (std::size_t i = 0; i < row.tier_count; ++i) {
    row.tier_visits[i] = dice.small(0, 4);
    row.tiers[i] = random_share(dice, palette, theme.stays);
  }
  if (theme.authorization) {
    row.authorization.required = dice.chance(90);
    row.authorization.never_requested = random_penalty(dice, palette);
    row.authorization.late = random_penalty(dice, palette);
    row.authorization.refused = random_penalty(dice, palette);
  }
  return row;
}

BenefitMask random_benefits(Dice& dice, const Theme& theme) {
  if (dice.chance(60)) return kAllBenefits;
  BenefitMask some = 0;
  for (const Benefit benefit : theme.benefits) {
    if (dice.chance(60)) some |= mask(benefit);
  }
  return some;
}

NetworkMask random_networks(Dice& dice) {
  static constexpr std::array<NetworkMask, 6> kUsual = {kAllNetworks, kAllNetworks, kInNetworks, 0b001, 0b100, 0b010};
  return dice.pick(kUsual);
}

void set_amounts(Dice& dice, const Theme& theme, const Palette& palette, BucketTerms& bucket) {
  bucket.person = palette.ceiling(dice);
  bucket.family = dice.chance(70) ? bucket.person * 2 : palette.ceiling(dice);
  bucket.person_cap = palette.ceiling(dice);
  bucket.rule = dice.pick_up_to(FamilyRule::per_person);
  bucket.has_person = !theme.family || bucket.rule != FamilyRule::aggregate;
  bucket.has_family = theme.family && bucket.rule != FamilyRule::per_person;
  bucket.has_person_cap = bucket.kind == BucketKind::out_of_pocket && !bucket.has_person && dice.chance(70);
}

BucketTerms random_bucket(Dice& dice, const Theme& theme, const Palette& palette, BucketKind kind) {
  BucketTerms bucket;
  bucket.kind = kind;
  bucket.benefits = random_benefits(dice, theme);
  bucket.applies = random_networks(dice);
  bucket.feeds = dice.chance(65) ? bucket.applies : random_networks(dice);
  set_amounts(dice, theme, palette, bucket);
  if (kind == BucketKind::deductible && dice.chance(25)) bucket.carry_over_months = dice.small(1, 4);
  if (kind == BucketKind::out_of_pocket && dice.chance(25)) {
    bucket.counts_deductible = dice.chance(60);
    bucket.counts_copay = dice.chance(60);
    bucket.counts_coinsurance = dice.chance(80);
  }
  return bucket;
}

void fill_buckets(Dice& dice, const Theme& theme, const Palette& palette, Terms& terms) {
  const std::int64_t deductibles = dice.between(0, 3);
  const std::int64_t maxima = dice.between(0, 3);
  for (std::int64_t i = 0; i < deductibles + maxima; ++i) {
    const BucketKind kind = i < deductibles ? BucketKind::deductible : BucketKind::out_of_pocket;
    terms.buckets[terms.bucket_count] = random_bucket(dice, theme, palette, kind);
    ++terms.bucket_count;
  }
}

LimitTerms random_limit(Dice& dice, const Theme& theme, const Palette& palette) {
  static constexpr std::array<std::int32_t, 6> kMonths = {1, 2, 3, 4, 6, 12};
  LimitTerms limit;
  limit.unit = dice.pick_up_to(LimitUnit::dollars);
  limit.period = dice.pick_up_to(LimitPeriod::lifetime);
  limit.months = dice.pick(kMonths);
  limit.benefits = random_benefits(dice, theme);
  limit.networks = random_networks(dice);
  switch (limit.unit) {
    case LimitUnit::visits:
    case LimitUnit::days:
      limit.quantity = dice.between(0, 12);
      break;
    case LimitUnit::hours:
      limit.quantity = dice.between(0, 20) * 60;
      break;
    case LimitUnit::dollars:
      limit.quantity = palette.ceiling(dice).count_cents();
      break;
  }
  return limit;
}

void fill_shared(Dice& dice, const Theme& theme, const Palette& palette, Terms& terms) {
  if (theme.limits) terms.limit_count = static_cast<std::uint8_t>(dice.between(1, 4));
  for (std::size_t i = 0; i < terms.limit_count; ++i) terms.limits[i] = random_limit(dice, theme, palette);
  if (dice.chance(20)) terms.pool_count = static_cast<std::uint8_t>(dice.between(1, 2));
  for (std::size_t i = 0; i < terms.pool_count; ++i) {
    terms.pools[i].benefits = random_benefits(dice, theme);
    terms.pools[i].networks = random_networks(dice);
  }
}

void fill_plan_rules(Dice& dice, const Theme& theme, const Palette& palette, Terms& terms) {
  static constexpr std::array<std::int64_t, 4> kPercents = {80, 100, 115, 140};
  terms.coinsurance_base = dice.pick_up_to(CoinsuranceBase::allowed);
  terms.crossing_copay = dice.pick_up_to(CrossingCopay::not_charged);
  terms.same_day_copays = dice.pick_up_to(SameDayCopays::highest);
  terms.stay_across_years = dice.pick_up_to(StayAcrossYears::admission);
  terms.hold_harmless = dice.chance(5);
  terms.benefit_period_is_spell = theme.medicare && dice.chance(70);
  terms.reset_yearly = !theme.medicare || dice.chance(50);
  terms.out_of_network.method = dice.pick_up_to(OutMethod::stated_amount);
  terms.out_of_network.percent = Rate::percent(dice.pick(kPercents));
  terms.out_of_network.stated = palette.price(dice);
  terms.out_of_network.balance_limit = dice.pick_up_to(BalanceLimit::prohibited);
  terms.out_of_network.balance_percent = Rate::percent(dice.pick(kPercents));
  terms.part_a.deductible = palette.ceiling(dice);
  terms.part_a.day_61_90 = palette.copay(dice);
  terms.part_a.reserve_day = palette.copay(dice);
  terms.part_a.reserve_days = dice.small(0, 12);
  terms.part_a.psychiatric_lifetime_days = dice.small(0, 30);
  terms.part_a.gap_days = dice.chance(70) ? 60 : dice.small(1, 20);
}

void fill_year(Dice& dice, Terms& terms) {
  static constexpr std::array<std::int32_t, 8> kFirstMonths = {1, 1, 1, 1, 1, 7, 10, 3};
  const int month = dice.pick(kFirstMonths);
  const int day = dice.chance(90) ? 1 : dice.small(2, 28);
  terms.year.first = *Date::from_civil(2026, month, day);
  terms.year.last = add_months(terms.year.first, dice.chance(90) ? 12 : dice.small(5, 11)) - 1;
}

}  // namespace

void fill_terms(Dice& dice, const Theme& theme, const Palette& palette, Terms& terms) {
  fill_year(dice, terms);
  fill_plan_rules(dice, theme, palette, terms);
  fill_buckets(dice, theme, palette, terms);
  fill_shared(dice, theme, palette, terms);
  for (const Benefit benefit : theme.benefits) {
    const BenefitTerms in = random_row(dice, theme, palette, benefit, terms.pool_count);
    for (const Network network : {Network::in, Network::tier2, Network::out}) {
      terms.of(benefit, network) = in;
      const bool own_row = theme.out_of_network && network != Network::in && dice.chance(70);
      if (own_row) terms.of(benefit, network) = random_row(dice, theme, palette, benefit, terms.pool_count);
    }
  }
}

}  // namespace preauth
