#pragma once
// A cost-share phrase while it is being read: steps as they were said, before the wording decides what silence means.
// read_share_draft collects; finish_share checks day schedules, settles the deductible of silent tiers and builds the
// CostShare. Kept apart so that the two PUF columns can be read one by one and then joined.

#include <optional>
#include <vector>

#include "load/phrase_cursor.h"
#include "model/cost_share.h"

namespace preauth {

// Plan Finder writes "days 7-999" for an open end, so later days are no end either.
inline constexpr std::int32_t kOpenEndFrom = 999;
constexpr std::int32_t last_day_from(std::int32_t stated) {
  return stated >= kOpenEndFrom ? DayBand::kNoLastDay : stated;
}

struct DayRange {
  std::int32_t first = 1;
  std::int32_t last = DayBand::kNoLastDay;
  bool implied = false;  // by "then": an explicit range may still follow
  Token begin;           // for pointing at it
  Token end;
};

// What was said since the last day range ended.
struct StepDraft {
  std::optional<Known<Money>> copay;
  std::optional<CopayPer> per;
  std::optional<Known<Rate>> rate;
  Token begin;  // of its amounts
  Token end;
  bool stated() const { return copay || rate; }
};

struct BandDraft {
  DayBand band;
  DayRange range;
};

struct TierDraft {
  std::optional<std::int32_t> visits;
  StepDraft step;
  bool no_charge = false;  // "no charge" leaves no room for another step
  std::vector<BandDraft> bands;
  std::optional<DayRange> range_ahead;  // "days 1-5: $300": said before its amount
  bool lifetime_reserve = false;        // of the range to come
  std::optional<Known<DeductibleOrder>> order;
  std::optional<std::int32_t> copay_days;
  bool first_days = false;  // copay_days came from "for the first 5 days"
  std::optional<Money> cap;
  CapPer cap_per = CapPer::admission;
  bool has_amount() const { return step.stated() || !bands.empty(); }
};

struct ShareDraft {
  bool covered = true;
  bool medicare_part_a = false;
  std::vector<TierDraft> tiers;
};

std::optional<ShareDraft> read_share_draft(PhraseCursor& cursor);
// Ends the day range that was said before its amount, or that the amount was said for.
void close_band(TierDraft& tier, const DayRange& range, PhraseCursor& cursor);
std::optional<CostShare> finish_share(const ShareDraft& draft, PhraseContext context, PhraseCursor& cursor);

}  // namespace preauth
