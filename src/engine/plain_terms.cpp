#include "engine/plain_terms.h"

#include <algorithm>

#include "engine/allowed_amount.h"
#include "engine/ledger.h"
#include "engine/unpaid.h"

namespace preauth {
namespace {

bool comes_daily(const Run& run) { return run.weekdays == 0 && run.every_days == 1; }

class PlainMaker {
 public:
  PlainMaker(const Terms& terms, std::span<const Run> runs, PlainTerms& plain)
      : terms_(terms), runs_(runs), plain_(plain) {}

  bool make() {
    if (!is_plain_plan() || runs_.size() > kMostPlainRuns) return false;
    plain_ = PlainTerms();
    plain_.year = terms_.year;
    plain_.out_of_network = terms_.out_of_network;
    plain_.stays_keep_their_year = terms_.stay_across_years == StayAcrossYears::admission;
    plain_.bucket_count = terms_.bucket_count;
    std::copy_n(terms_.buckets.begin(), terms_.bucket_count, plain_.buckets.begin());
    plain_.limit_count = terms_.limit_count;
    std::copy_n(terms_.limits.begin(), terms_.limit_count, plain_.limits.begin());
    plain_.pool_count = terms_.pool_count;
    std::copy_n(terms_.pools.begin(), terms_.pool_count, plain_.pools.begin());
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (!add_run(i)) return false;
    }
    for (std::size_t i = 0; i < runs_.size(); ++i) note_fed_counters(i);
    plain_.rises = rises();
    return true;
  }

 private:
  bool is_plain_plan() const {
    const bool one_copay_a_day = terms_.same_day_copays == SameDayCopays::each || runs_.size() == 1;
    return terms_.reset_yearly && one_copay_a_day &&
           std::none_of(terms_.buckets.begin(), terms_.buckets.begin() + terms_.bucket_count,
                        [](const BucketTerms& bucket) { return bucket.carry_over_months > 0; });
  }

  bool add_run(std::size_t i) {
    const ServiceLine& line = runs_[i].line;
    PlainRow& row = plain_.rows[plain_.run_count++];
    row.network = network_of(line);
    if (line.auth != AuthStatus::as_required || line.person != 0) return false;
    const BenefitTerms& terms = terms_.of(line.benefit, row.network);
    if (const std::optional<Uncovered> unpaid = uncovered(terms_, terms, line, row.network)) {
      row.uncovered = unpaid->rate;
      return true;
    }
    return add_rules(line, row) && add_shares(i, terms, row);
  }

  bool add_rules(const ServiceLine& line, PlainRow& row) const {
    const RowRules rules = row_rules(terms_, line.benefit, row.network);
    for (const std::size_t i : rules.limits) {
      const bool spell = terms_.benefit_period_is_spell && terms_.limits[i].period == LimitPeriod::benefit_period;
      if (spell || terms_.limits[i].unit == LimitUnit::dollars) return false;
    }
    row.limits = rules.limits;
    row.past_limit = held_harmless(terms_, row.network) ? NoncoveredRate::no_liability
                                                        : terms_.of(line.benefit, row.network).after_limit;
    row.deductibles = rules.deductibles;
    row.deductibles_fed = rules.deductibles_fed;
    row.maxima = rules.maxima;
    row.maxima_fed = rules.maxima_fed;
    // Filled by what it stops: what a day takes of a bucket then tells whether the next day is like it.
    return (rules.deductibles & rules.deductibles_fed) == rules.deductibles &&
           (rules.maxima & rules.maxima_fed) == rules.maxima;
  }

  bool add_shares(std::size_t run, const BenefitTerms& terms, PlainRow& row) {
    row.first_share = plain_.share_count;
    row.share_count = terms.tier_count;
    if (terms.medicare_part_a || terms.tier_count < 1) return false;
    if (terms.tier_count == 1 && terms.tiers[0].band_count > 0) return add_bands(run, terms, row);
    if (plain_.share_count + terms.tier_count > kMostPlainShares) return false;
    for (std::size_t tier = 0; tier < terms.tier_count; ++tier) {
      PlainShare& share = plain_.shares[plain_.share_count++];
      share.visits = terms.tier_visits[tier];
      if (!add_share(run, terms, terms.tiers[tier], row, share)) return false;
    }
    return terms.tier_count == 1 || count_visits(run, terms, row);
  }

  // A schedule of days is a row of shares, one after another; days that it leaves out ask nothing.
  bool add_bands(std::size_t run, const BenefitTerms& terms, PlainRow& row) {
    const ServiceLine& line = runs_[run].line;
    const ShareTerms& share = terms.tiers[0];
    const bool by_day_of_stay = line.admission != 0 && comes_daily(runs_[run]) && days_of(line) == 1;
    const bool is_simple = !share.has_cap && share.copay_days == 0 && !terms.waived_if_admitted;
    if (!by_day_of_stay || !is_simple || shares_its_row(run, terms)) return false;
    if (plain_.share_count + 2U * share.band_count + 1U > kMostPlainShares) return false;
    std::int32_t day = 1;
    for (const DayBandTerms& band : std::span(share.bands).first(share.band_count)) {
      if (band.first_day < day || band.last_day < band.first_day) return false;
      if (band.first_day > day) add_days(share, Money(), Rate(), band.first_day - day);
      add_days(share, band.copay, band.coinsurance, band.last_day - band.first_day + 1);
      if (band.last_day == DayBand::kNoLastDay) break;
      day = band.last_day + 1;
    }
    add_days(share, Money(), Rate(), 0);
    row.share_count = static_cast<std::uint8_t>(plain_.share_count - row.first_share);
    VisitCounter counter;
    counter.run = static_cast<std::int8_t>(run);
    return count_by(counter, row);
  }

  void add_days(const ShareTerms& share, Money copay, Rate coinsurance, std::int32_t days) {
    PlainShare& plain = plain_.shares[plain_.share_count++];
    plain.rules = {share.deductible, terms_.crossing_copay, terms_.coinsurance_base};
    plain.due.copay = copay;
    plain.due.coinsurance = coinsurance;
    plain.visits = days;
  }

  bool add_share(std::size_t run, const BenefitTerms& terms, const ShareTerms& share, PlainRow& row,
                 PlainShare& plain) {
    const ServiceLine& line = runs_[run].line;
    if (share.has_cap || share.band_count > 0) return false;
    plain.rules = {share.deductible, terms_.crossing_copay, terms_.coinsurance_base};
    plain.due.coinsurance = share.coinsurance;
    if (share.copay.is_zero() || (terms.waived_if_admitted && line.admitted_after)) return true;
    plain.due.copay = share.copay;
    switch (share.copay_per) {
      case CopayPer::visit:
        break;
      case CopayPer::day:
        plain.due.copay = share.copay * days_of(line);
        if (shares_its_row(run, terms)) return false;
        break;
      case CopayPer::admission:
        row.stay = stay_of(run, terms, share.copay);
        return row.stay != kNone && terms.tier_count == 1 &&
               plain_.stay_copays[static_cast<std::size_t>(row.stay)] == share.copay;
    }
    if (share.copay_days == 0) return true;
    if (plain_.copay_days_count == kMostPlainCounters) return false;
    row.copay_days = static_cast<std::int8_t>(plain_.copay_days_count);
    plain_.copay_days[plain_.copay_days_count++] = share.copay_days;
    return terms.tier_count == 1 && days_of(line) == 1 && !shares_its_row(run, terms);
  }

  // Visits of the row itself, or of the pool that it belongs to.
  bool count_visits(std::size_t run, const BenefitTerms& terms, PlainRow& row) {
    VisitCounter counter;
    counter.pool = terms.pool;
    if (terms.pool == kNone) {
      const std::size_t own = row_of(terms, runs_[run].line.benefit);
      counter.row = static_cast<std::int8_t>(own);
      for (std::size_t b = 0; b < kBenefitCount; ++b) {
        const auto benefit = static_cast<Benefit>(b);
        if (row_of(terms_.of(benefit, Network::in), benefit) == own) counter.benefits |= mask(benefit);
      }
    }
    return count_by(counter, row);
  }

  bool count_by(const VisitCounter& counter, PlainRow& row) {
    const auto end = plain_.counters.begin() + plain_.counter_count;
    const auto found = std::find(plain_.counters.begin(), end, counter);
    row.visits = static_cast<std::int8_t>(found - plain_.counters.begin());
    if (found != end) return true;
    if (plain_.counter_count == kMostPlainCounters) return false;
    plain_.counters[plain_.counter_count++] = counter;
    return true;
  }

  void note_fed_counters(std::size_t run) {
    const ServiceLine& line = runs_[run].line;
    PlainRow& row = plain_.rows[run];
    if (row.uncovered || plain_.counter_count == 0) return;
    const std::size_t own = row_of(terms_.of(line.benefit, row.network), line.benefit);
    const IndexSet pools = row_rules(terms_, line.benefit, row.network).pools;
    for (std::size_t i = 0; i < plain_.counter_count; ++i) {
      const VisitCounter& counter = plain_.counters[i];
      const bool is_fed = counter.pool != kNone  ? pools.has(static_cast<std::size_t>(counter.pool))
                          : counter.run != kNone ? static_cast<std::size_t>(counter.run) == run
                                                 : static_cast<std::size_t>(counter.row) == own;
      if (is_fed) row.visits_fed.add(i);
    }
  }

  bool is_same_stay(std::size_t run, std::size_t other, const BenefitTerms& terms) const {
    const ServiceLine& line = runs_[other].line;
    const BenefitTerms& its = terms_.of(line.benefit, network_of(line));
    return line.admission == runs_[run].line.admission &&
           row_of(its, line.benefit) == row_of(terms, runs_[run].line.benefit);
  }

  // Lines of another run could take part of the day's copay.
  bool shares_its_row(std::size_t run, const BenefitTerms& terms) const {
    for (std::size_t other = 0; other < runs_.size(); ++other) {
      if (other != run && is_same_stay(run, other, terms)) return true;
    }
    return false;
  }

  std::int8_t stay_of(std::size_t run, const BenefitTerms& terms, Money copay) {
    for (std::size_t other = 0; other < run; ++other) {
      const std::int8_t stay = plain_.rows[other].stay;
      if (stay != kNone && is_same_stay(run, other, terms)) return stay;
    }
    if (plain_.stay_count == kMostPlainCounters) return kNone;
    plain_.stay_copays[plain_.stay_count] = copay;
    return static_cast<std::int8_t>(plain_.stay_count++);
  }

  // Where the same deductibles and maxima apply to all covered lines, and the maxima count every part, the least of
  // each kind rules, and what a year's lines cost up to the allowed amounts is the least of what is left of the maximum
  // and
  //   min(D, sum of b) + sum of h(r),   r = clamp(sum of b so far - D, 0, b)
  // where D is what is left of the deductible, b what a line holds for it, r what a line holds after it, and h its
  // copay and coinsurance, those of its visit. Each b rises with the line's allowed amount, each r with every allowed
  // amount, and h with r: the cost rises with allowed amounts. One cent more of D is one cent less of r on one line,
  // which lowers h by one cent at most: it rises with D. A copay by the stay takes its part of r as a deductible does
  // of b, as long as coinsurance is taken of what remains. Where no copay is due on the crossing line, a higher D can
  // save that copay, and where only the first days with a copay are charged, it can move them: such rows are left out.
  // Above the allowed amount, a balance bill rises with the charge; it rises with the allowed amount too where the
  // charge is a multiple of it, which Unknown::raises sees to.
  bool rises() const {
    const PlainRow* first = nullptr;
    for (const PlainRow& row : std::span(plain_.rows).first(plain_.run_count)) {
      if (row.uncovered) continue;
      if (first == nullptr) first = &row;
      if (!(row.deductibles == first->deductibles) || !(row.maxima == first->maxima)) return false;
      if (!count_every_part(row.maxima) || !has_usual_copays(row)) return false;
    }
    return true;
  }

  bool count_every_part(IndexSet maxima) const {
    for (const std::size_t i : maxima) {
      const BucketTerms& bucket = plain_.buckets[i];
      if (!bucket.counts_deductible || !bucket.counts_copay || !bucket.counts_coinsurance) return false;
    }
    return true;
  }

  bool has_usual_copays(const PlainRow& row) const {
    const std::span shares = std::span(plain_.shares).subspan(row.first_share, row.share_count);
    return std::all_of(shares.begin(), shares.end(), [&row](const PlainShare& share) {
      if (share.due.copay.is_zero()) return true;
      if (share.rules.order == DeductibleOrder::deductible_first &&
          (share.rules.crossing == CrossingCopay::not_charged || row.copay_days != kNone)) {
        return false;
      }
      return row.stay == kNone || share.due.coinsurance.is_zero() || share.rules.base == CoinsuranceBase::net_of_copay;
    });
  }

  const Terms& terms_;
  std::span<const Run> runs_;
  PlainTerms& plain_;
};

}  // namespace

std::uint64_t plain_shape(const Run& run) {
  const ServiceLine& line = run.line;
  std::uint64_t shape = 0;
  const auto append = [&shape](std::uint64_t value, unsigned bits) { shape = shape << bits | value; };
  append(static_cast<std::uint64_t>(line.benefit), 6);
  append(static_cast<std::uint64_t>(line.network), 2);
  append(static_cast<std::uint64_t>(line.auth), 3);
  for (const bool flag : {line.emergency, line.protected_from_balance, line.opted_out, line.admitted_after,
                          line.covered_by_plan, line.person != 0}) {
    append(flag ? 1 : 0, 1);
  }
  append(comes_daily(run) ? 1 : 0, 1);
  append(line.admission, 16);
  append(static_cast<std::uint64_t>(std::clamp(days_of(line), 0, 0x3FFFFFFF)), 30);
  return shape;
}

bool make_plain(const Terms& terms, std::span<const Run> runs, PlainTerms& plain) {
  return PlainMaker(terms, runs, plain).make();
}

}  // namespace preauth
