#include "engine/repeat.h"

#include <algorithm>
#include <limits>

#include "engine/allowed_amount.h"
#include "engine/claim.h"
#include "engine/limits.h"
#include "engine/out_of_pocket.h"

namespace preauth {
namespace {

// Jumps over lines that repeat the last one. Two equal results in a row mean that the line is in the middle of a phase:
// deductible, copay, coinsurance, everything paid, or nothing. What is left of each bucket and limit says how long the
// phase lasts. Rows with anything that changes from visit to visit (caps, tiers ahead, copays on the first days, dollar
// or rolling limits, Medicare's hospital days) are decided one by one.
class Repetition {
 public:
  Repetition(const Claim& claim, const Run& run) : claim_(claim), run_(run) {
    const Amounts& amounts = claim.result.amounts;
    shares_.deductible = amounts.deductible;
    shares_.copay = amounts.copay;
    shares_.coinsurance = amounts.coinsurance;
  }

  std::int32_t count(std::int32_t most) {
    most_ = std::min(most, lines_until(run_, claim_.line.date, claim_.ledger.year_end()));
    if (!is_simple()) return 0;
    if (!is_paid()) return most_;
    bound_by_limits();
    if (past_limit_) return std::max(most_, 0);
    if (!is_steady(share())) return 0;
    bound_by_deductible();
    bound_by_maxima();
    return std::max(most_, 0);
  }

  // Counts `lines` more lines as decided.
  void apply(std::int32_t lines) {
    ServiceLine last = claim_.line;
    last.date = date_after(run_, last.date, lines);
    if (is_paid() && !past_limit_) fill(lines);
    claim_.ledger.pass_to(claim_.place, last);
  }

 private:
  bool is_simple() const {
    const bool spells = claim_.terms.benefit_period_is_spell || claim_.row.medicare_part_a;
    return claim_.line.auth == AuthStatus::as_required && !spells && !claim_.ledger.carries_over();
  }

  const ShareTerms& share() const { return claim_.row.tiers[claim_.row.tier_count - 1U]; }

  bool is_paid() const {
    const bool opted_out = claim_.line.opted_out && !claim_.line.emergency;
    return !opted_out && claim_.line.covered_by_plan && claim_.row.status == CoverageStatus::covered;
  }

  void bound(std::int64_t lines) { most_ = static_cast<std::int32_t>(std::min<std::int64_t>(most_, lines)); }

  void bound_by_limits() {
    for (const std::size_t i : claim_.rules.limits) {
      const LimitTerms& limit = claim_.terms.limits[i];
      const bool windowed = limit.period == LimitPeriod::rolling_months || limit.period == LimitPeriod::calendar_months;
      if (windowed || limit.unit == LimitUnit::dollars) {
        most_ = 0;
        continue;
      }
      const std::int64_t units = units_of(claim_.line, limit.unit);
      const std::int64_t left = limit.quantity - claim_.ledger.limit_used(claim_.place, i, claim_.line.date);
      if (units > left && (claim_.result.mattered & static_cast<MatteredMask>(Mattered::after_limit_rate)) != 0) {
        past_limit_ = true;
      }
      if (units > 0) limit_left_ = std::min(limit_left_, std::max<std::int64_t>(left, 0) / units);
    }
    if (!past_limit_) bound(limit_left_);
  }

  bool is_steady(const ShareTerms& share) {
    if (share.has_cap || share.copay_days != 0 || !in_last_tier()) return false;
    if (share.band_count > 0) return bound_by_band(share);
    // What was charged of a per-stay copay on the last line, before the maximum, is noted as carried.
    const bool charged = (claim_.result.mattered & static_cast<MatteredMask>(Mattered::carried_copay)) != 0;
    return share.copay_per != CopayPer::admission || (!charged && claim_.row_use().copay_settled >= share.copay);
  }

  bool in_last_tier() const {
    const BenefitTerms& row = claim_.row;
    if (row.tier_count <= 1) return true;
    std::int64_t before = claim_.visits();
    if (row.pool != kNone) before = claim_.place.own->pools[static_cast<std::size_t>(row.pool)];
    // The last line was decided before its own visits were counted.
    before -= claim_.line.units;
    for (std::size_t tier = 0; tier + 1 < row.tier_count; ++tier) before -= row.tier_visits[tier];
    return before >= 0;
  }

  // Days of a schedule: as long as the day of admission stays on one rung. Past the last one there is nothing to pay.
  bool bound_by_band(const ShareTerms& share) {
    const std::int32_t day = claim_.line.day_of_admission;
    if (day == 0 || claim_.line.units > 1) return false;
    std::int32_t last = 0;
    std::int32_t end = 0;
    for (std::size_t i = 0; i < share.band_count; ++i) {
      const DayBandTerms& band = share.bands[i];
      if (band.first_day <= day && day <= band.last_day) last = band.last_day;
      end = std::max(end, band.last_day);
    }
    if (last == 0) return day > end;
    if (last < DayBand::kNoLastDay) bound(lines_until(run_, claim_.line.date, claim_.line.date + (last - day)));
    return true;
  }

  // One deductible at most: which of several has least left may change on the way.
  void bound_by_deductible() {
    std::int32_t applying = 0;
    for ([[maybe_unused]] const std::size_t i : claim_.rules.deductibles) ++applying;
    if (applying > 1) most_ = 0;
    if (!shares_.deductible.is_positive()) return;
    for (const std::size_t i : claim_.rules.deductibles_fed) {
      bound_by_bucket(i, claim_.rules.deductibles.has(i), shares_.deductible);
    }
  }

  void bound_by_maxima() {
    for (const std::size_t i : claim_.rules.maxima_fed) {
      const Money counted = counted_part(claim_.terms.buckets[i], shares_);
      if (counted.is_positive()) bound_by_bucket(i, claim_.rules.maxima.has(i), counted);
    }
  }

  // A bucket that only counts may run full without changing the line; one that applies may not.
  void bound_by_bucket(std::size_t bucket, bool applies, Money each) {
    const Money left = left_in(claim_.terms.buckets[bucket], claim_.place, bucket);
    if (!applies && left.is_zero()) return;
    bound(left.count_cents() / each.count_cents());
  }

  void fill(std::int32_t lines) {
    const Date date = claim_.line.date;
    if (shares_.deductible.is_positive()) {
      for (const std::size_t i : claim_.rules.deductibles_fed) {
        claim_.ledger.fill(claim_.place, i, date, shares_.deductible * lines);
      }
    }
    for (const std::size_t i : claim_.rules.maxima_fed) {
      const Money counted = counted_part(claim_.terms.buckets[i], shares_);
      if (counted.is_positive()) claim_.ledger.fill(claim_.place, i, date, counted * lines);
    }
    for (const std::size_t i : claim_.rules.limits) {
      claim_.ledger.use_limit(claim_.place, i, date, units_of(claim_.line, claim_.terms.limits[i].unit) * lines);
    }
    const std::int32_t units = claim_.line.units * lines;
    claim_.visits() += units;
    for (const std::size_t pool : claim_.rules.pools) claim_.place.own->pools[pool] += units;
    RowUse& use = claim_.row_use();
    const bool by_day = share().band_count > 0 || share().copay_per != CopayPer::admission;
    if (by_day && use.copay_of_day.is_positive()) {
      use.copay_days += days_of(claim_.line) * lines;
    }
  }

  const Claim& claim_;
  const Run& run_;
  Shares shares_;
  std::int32_t most_ = 0;
  std::int64_t limit_left_ = std::numeric_limits<std::int64_t>::max();
  bool past_limit_ = false;
};

}  // namespace

std::int32_t Adjudicator::repeat(const Run& run, const ServiceLine& line, std::int32_t most) {
  const Network network = network_of(line);
  const BenefitTerms& row = terms_.of(line.benefit, network);
  const MatteredMask mattered = result_.mattered;  // entering notes what it noted before
  const Place place = ledger_.enter(line, row_of(row, line.benefit), result_);
  result_.mattered = mattered;
  const Claim claim = {terms_, line, row, rules_of(line.benefit, network), network, ledger_, place, result_};
  Repetition repetition(claim, run);
  const std::int32_t lines = repetition.count(most);
  if (lines > 0) repetition.apply(lines);
  return lines;
}

RunTotals adjudicate_runs(std::span<const Run> runs, RunMerger& merger, Adjudicator& adjudicator) {
  RunTotals totals;
  RunTotals before;
  std::size_t run_before = runs.size();
  while (const ServiceLine* line = merger.next()) {
    const Adjudication& result = adjudicator.adjudicate(*line);
    totals.amounts += result.amounts;
    totals.mattered |= result.mattered;
    const std::size_t run = merger.run_index();
    const bool same = run == run_before && result.mattered == before.mattered && result.amounts == before.amounts;
    run_before = run;
    before = {result.amounts, result.mattered};
    if (!same) continue;
    const std::int32_t alone = merger.lines_alone();
    const std::int32_t repeated = alone > 1 ? adjudicator.repeat(runs[run], *line, alone) : 0;
    if (repeated == 0) continue;
    totals.amounts += result.amounts * repeated;
    merger.skip(repeated);
  }
  return totals;
}

}  // namespace preauth
