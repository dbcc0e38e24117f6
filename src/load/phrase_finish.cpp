// From a phrase as it was said to a CostShare: day schedules checked, silent deductibles settled by the wording.

#include <algorithm>

#include "load/phrase_draft.h"
#include "model/terms.h"

namespace preauth {
namespace {

using Kind = PhraseProblem::Kind;

bool is_exact_zero(const Known<Money>& money) { return money.is_exact() && money.value().is_zero(); }
bool is_exact_zero(const Known<Rate>& rate) { return rate.is_exact() && rate.value().is_zero(); }

bool is_zero(const StepDraft& step) {
  return is_exact_zero(step.copay.value_or(Money())) && is_exact_zero(step.rate.value_or(Rate()));
}

// Reserve days may be numbered from 1 again; as days of the stay they follow the ordinary ones.
void number_reserve_days(std::vector<BandDraft>& bands, PhraseCursor& cursor) {
  std::int32_t last_ordinary = 0;
  for (const BandDraft& draft : bands) {
    if (!draft.band.lifetime_reserve) last_ordinary = std::max(last_ordinary, draft.band.last_day);
  }
  for (BandDraft& draft : bands) {
    if (!draft.band.lifetime_reserve || draft.band.first_day > last_ordinary) continue;
    if (last_ordinary >= kOpenEndFrom || draft.band.last_day >= kOpenEndFrom) {
      return cursor.fail(Kind::days_overlap, draft.range.begin, draft.range.end, {});
    }
    draft.band.first_day += last_ordinary;
    draft.band.last_day = last_day_from(draft.band.last_day + last_ordinary);
  }
}

void check_days(const std::vector<BandDraft>& bands, PhraseCursor& cursor) {
  std::int32_t last = 0;
  for (const BandDraft& draft : bands) {
    if (draft.band.first_day <= last) return cursor.fail(Kind::days_overlap, draft.range.begin, draft.range.end, {});
    if (draft.band.first_day > last + 1) return cursor.fail(Kind::days_gap, draft.range.begin, draft.range.end, {});
    last = draft.band.last_day;
  }
  if (bands.size() > kMostDayBands) {
    cursor.fail(Kind::cannot_model, bands[kMostDayBands].range.begin, bands.back().range.end,
                "more than " + std::to_string(kMostDayBands) + " day ranges");
  }
}

std::vector<DayBand> finish_days(const TierDraft& tier, PhraseCursor& cursor) {
  std::vector<BandDraft> bands = tier.bands;
  number_reserve_days(bands, cursor);
  std::stable_sort(bands.begin(), bands.end(),
                   [](const BandDraft& a, const BandDraft& b) { return a.band.first_day < b.band.first_day; });
  check_days(bands, cursor);
  // Plan Finder ends a day schedule with "$0 per stay": nothing on top. Anything else on top has no place.
  if (tier.step.stated() && !is_zero(tier.step)) {
    cursor.fail(Kind::cannot_model, tier.step.begin, tier.step.end, "an amount on top of a day schedule");
  }
  if (tier.copay_days) cursor.fail(Kind::cannot_model, bands[0].range.begin, "a number of copays in a day schedule");
  std::vector<DayBand> days;
  days.reserve(bands.size());
  for (const BandDraft& draft : bands) days.push_back(draft.band);
  return days;
}

Share finish_tier(const TierDraft& tier, Known<DeductibleOrder> order, PhraseCursor& cursor) {
  Share share;
  share.deductible = order;
  share.cap = tier.cap;
  share.cap_per = tier.cap_per;
  if (!tier.bands.empty()) {
    share.days = finish_days(tier, cursor);
    return share;
  }
  share.copay = tier.step.copay.value_or(Money());
  share.coinsurance = tier.step.rate.value_or(Rate());
  if (!is_exact_zero(share.copay)) {  // "$0 per day" is "no charge" and nothing more
    share.copay_per = tier.step.per.value_or(CopayPer::visit);
    share.copay_days = tier.copay_days;
  }
  return share;
}

bool states_rate(const TierDraft& tier) {
  const bool in_days = std::any_of(tier.bands.begin(), tier.bands.end(),
                                   [](const BandDraft& draft) { return !is_exact_zero(draft.band.coinsurance); });
  return tier.step.rate.has_value() || in_days;
}

// What a silent tier means. See the table of phrases in DESIGN.md.
Known<DeductibleOrder> order_when_silent(const TierDraft& tier, PhraseContext context) {
  if (context.wording == Wording::puf) return DeductibleOrder::does_not_apply;
  if (context.hdhp || states_rate(tier)) return DeductibleOrder::deductible_first;
  return Known<DeductibleOrder>::unknown();
}

// "first 10 visits $10, then 30% after deductible": saying it for the later visits only means that the first go
// without.
Known<DeductibleOrder> settle_order(const ShareDraft& draft, std::size_t index, PhraseContext context) {
  const TierDraft& tier = draft.tiers[index];
  if (tier.order) return *tier.order;
  const auto later = std::find_if(draft.tiers.begin() + static_cast<std::ptrdiff_t>(index) + 1, draft.tiers.end(),
                                  [](const TierDraft& other) { return other.order.has_value(); });
  if (later == draft.tiers.end()) return order_when_silent(tier, context);
  return later->order->is_exact() ? Known(DeductibleOrder::does_not_apply) : *later->order;
}

bool means_not_covered(const CostShare& share, PhraseContext context) {
  if (context.wording != Wording::puf || !context.out_of_network || share.tiers.size() != 1) return false;
  const Known<Rate>& rate = share.tiers[0].share.coinsurance;
  return rate.is_exact() && rate.value() == Rate::percent(100);
}

CostShare not_covered() {
  CostShare share;
  share.covered = false;
  return share;
}

}  // namespace

void close_band(TierDraft& tier, const DayRange& range, PhraseCursor& cursor) {
  if (tier.step.per == CopayPer::admission) {
    return cursor.fail(Kind::cannot_model, tier.step.begin, range.end, "an amount per admission for some of its days");
  }
  BandDraft draft;
  draft.band = {range.first, last_day_from(range.last), tier.step.copay.value_or(Money()),
                tier.step.rate.value_or(Rate()), tier.lifetime_reserve};
  draft.range = range;
  tier.bands.push_back(draft);
  tier.step = {};
  tier.no_charge = false;
  tier.range_ahead.reset();
  tier.lifetime_reserve = false;
}

std::optional<CostShare> finish_share(const ShareDraft& draft, PhraseContext context, PhraseCursor& cursor) {
  if (!draft.covered) return not_covered();
  CostShare share;
  share.medicare_part_a = draft.medicare_part_a;
  for (std::size_t i = 0; i < draft.tiers.size(); ++i) {
    share.tiers.push_back(
        {draft.tiers[i].visits, finish_tier(draft.tiers[i], settle_order(draft, i, context), cursor)});
  }
  if (share.tiers.size() > kMostVisitTiers) {
    cursor.fail(Kind::cannot_model, cursor.previous(),
                "more than " + std::to_string(kMostVisitTiers) + " steps of visits");
  }
  if (cursor.failed()) return std::nullopt;
  return means_not_covered(share, context) ? not_covered() : share;
}

}  // namespace preauth
