#include "engine/plain_terms.h"

#include <algorithm>

#include "engine/allowed_amount.h"
#include "engine/ledger.h"
#include "engine/unpaid.h"

namespace preauth {
namespace {

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
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (!add_run(i)) return false;
    }
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
    return add_rules(line, row) && add_share(i, terms, row);
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
    row.deductibles_fed = rules.deductibles_fed;
    row.maxima_fed = rules.maxima_fed;
    return take_only(rules.deductibles, rules.deductibles_fed, row.deductible) &&
           take_only(rules.maxima, rules.maxima_fed, row.maximum);
  }

  // One at most, and filled by what it stops: what a day takes of it then tells whether the next day is like it.
  static bool take_only(IndexSet applying, IndexSet fed, std::int8_t& bucket) {
    for (const std::size_t i : applying) {
      if (bucket != kNone || !fed.has(i)) return false;
      bucket = static_cast<std::int8_t>(i);
    }
    return true;
  }

  bool add_share(std::size_t run, const BenefitTerms& terms, PlainRow& row) {
    const ServiceLine& line = runs_[run].line;
    const ShareTerms& share = terms.tiers[0];
    const bool simple = !terms.medicare_part_a && terms.tier_count <= 1 && !share.has_cap && share.band_count == 0 &&
                        share.copay_days == 0;
    if (!simple) return false;
    row.rules = {share.deductible, terms_.crossing_copay, terms_.coinsurance_base};
    row.due.coinsurance = share.coinsurance;
    if (share.copay.is_zero() || (terms.waived_if_admitted && line.admitted_after)) return true;
    row.due.copay = share.copay;
    switch (share.copay_per) {
      case CopayPer::visit:
        return true;
      case CopayPer::day:
        row.due.copay = share.copay * days_of(line);
        return !shares_its_row(run, terms);
      case CopayPer::admission:
        row.stay = stay_of(run, terms);
        return plain_.stay_copays[static_cast<std::size_t>(row.stay)] == share.copay;
    }
    return false;
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

  std::int8_t stay_of(std::size_t run, const BenefitTerms& terms) {
    for (std::size_t other = 0; other < run; ++other) {
      const std::int8_t stay = plain_.rows[other].stay;
      if (stay != kNone && is_same_stay(run, other, terms)) return stay;
    }
    plain_.stay_copays[plain_.stay_count] = terms.tiers[0].copay;
    return static_cast<std::int8_t>(plain_.stay_count++);
  }

  // With one deductible and one maximum for all covered lines, and a maximum that counts every part, what a year's
  // lines cost up to the allowed amounts is the least of what is left of the maximum and
  //   min(D, sum of b) + sum of h(r),   r = clamp(sum of b so far - D, 0, b)
  // where D is what is left of the deductible, b what a line holds for it, r what a line holds after it, and h its
  // copay and coinsurance. Each b rises with the line's allowed amount, each r with every allowed amount, and h with r:
  // the cost rises with allowed amounts. One cent more of D is one cent less of r on one line, which lowers h by one
  // cent at most: it rises with D. A copay by the stay takes its part of r as a deductible does of b, as long as
  // coinsurance is taken of what remains. Where no copay is due on the crossing line, a higher D can save that copay:
  // such rows are left out. Above the allowed amount, a balance bill rises with the charge; it rises with the allowed
  // amount too where the charge is a multiple of it, which Unknown::raises sees to.
  bool rises() const {
    const PlainRow* first = nullptr;
    for (const PlainRow& row : std::span(plain_.rows).first(plain_.run_count)) {
      if (row.uncovered) continue;
      if (first == nullptr) first = &row;
      if (row.deductible != first->deductible || row.maximum != first->maximum) return false;
      if (!counts_every_part(row.maximum) || !has_usual_copay(row)) return false;
    }
    return true;
  }

  bool counts_every_part(std::int8_t maximum) const {
    if (maximum == kNone) return true;
    const BucketTerms& bucket = plain_.buckets[static_cast<std::size_t>(maximum)];
    return bucket.counts_deductible && bucket.counts_copay && bucket.counts_coinsurance;
  }

  static bool has_usual_copay(const PlainRow& row) {
    if (row.due.copay.is_zero()) return true;
    if (row.rules.order == DeductibleOrder::deductible_first && row.rules.crossing == CrossingCopay::not_charged) {
      return false;
    }
    return row.stay == kNone || row.due.coinsurance.is_zero() || row.rules.base == CoinsuranceBase::net_of_copay;
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
  append(line.admission, 16);
  append(static_cast<std::uint64_t>(std::clamp(days_of(line), 0, 0x7FFFFFFF)), 31);
  return shape;
}

bool make_plain(const Terms& terms, std::span<const Run> runs, PlainTerms& plain) {
  return PlainMaker(terms, runs, plain).make();
}

}  // namespace preauth
