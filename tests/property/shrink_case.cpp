#include "property/shrink_case.h"

#include <utility>

namespace preauth {
namespace {

class Shrinker {
 public:
  Shrinker(RandomCase failing, const std::function<bool(const RandomCase&)>& fails)
      : best_(std::move(failing)), fails_(fails) {}

  RandomCase run() {
    do {
      progress_ = false;
      drop_lines();
      drop_entries();
      reset_plan_rules();
      for (auto& by_network : best_.terms.benefits) {
        for (BenefitTerms& row : by_network) reset_row(row);
      }
      for (std::size_t i = 0; i < best_.lines.size(); ++i) reset_line(best_.lines[i]);
      reset_start();
    } while (progress_);
    return best_;
  }

 private:
  // Sets a field of best_ and keeps the change only when the case still fails.
  template <class Value>
  void reset(Value& field, const Value& usual) {
    if (field == usual) return;
    const Value old = std::exchange(field, usual);
    if (fails_(best_)) {
      progress_ = true;
    } else {
      field = old;
    }
  }

  // The same for structs without an equality: told to be default by the caller.
  template <class Value>
  void reset_whole(Value& field, bool is_default) {
    if (is_default) return;
    const Value old = std::exchange(field, Value());
    if (fails_(best_)) {
      progress_ = true;
    } else {
      field = old;
    }
  }

  void drop_lines() {
    for (std::size_t i = best_.lines.size(); i-- > 0 && best_.lines.size() > 1;) {
      const ServiceLine dropped = best_.lines[i];
      best_.lines.erase(best_.lines.begin() + static_cast<std::ptrdiff_t>(i));
      if (fails_(best_)) {
        progress_ = true;
      } else {
        best_.lines.insert(best_.lines.begin() + static_cast<std::ptrdiff_t>(i), dropped);
      }
    }
  }

  void drop_entries() {
    Terms& terms = best_.terms;
    for (std::uint8_t* count : {&terms.bucket_count, &terms.limit_count}) {
      if (*count > 0) reset(*count, static_cast<std::uint8_t>(*count - 1));
    }
    for (std::size_t i = 0; i < terms.bucket_count; ++i) reset_bucket(terms.buckets[i]);
    for (std::size_t i = 0; i < terms.limit_count; ++i) {
      reset(terms.limits[i].benefits, BenefitMask{0});
      reset(terms.limits[i].networks, kAllNetworks);
    }
  }

  void reset_bucket(BucketTerms& bucket) {
    const BucketTerms usual;
    if (bucket.has_person) reset(bucket.has_family, false);
    if (bucket.has_person || bucket.has_family) reset(bucket.has_person_cap, false);
    reset(bucket.benefits, kAllBenefits);
    reset(bucket.applies, kAllNetworks);
    reset(bucket.feeds, kAllNetworks);
    reset(bucket.carry_over_months, usual.carry_over_months);
    reset(bucket.counts_deductible, true);
    reset(bucket.counts_copay, true);
    reset(bucket.counts_coinsurance, true);
  }

  void reset_plan_rules() {
    const Terms usual;
    Terms& terms = best_.terms;
    reset(terms.reset_yearly, true);
    reset(terms.coinsurance_base, usual.coinsurance_base);
    reset(terms.crossing_copay, usual.crossing_copay);
    reset(terms.same_day_copays, usual.same_day_copays);
    reset(terms.stay_across_years, usual.stay_across_years);
    reset(terms.hold_harmless, false);
    reset(terms.benefit_period_is_spell, false);
    reset(terms.out_of_network.method, usual.out_of_network.method);
    reset(terms.out_of_network.balance_limit, usual.out_of_network.balance_limit);
  }

  void reset_row(BenefitTerms& row) {
    const BenefitTerms usual;
    reset(row.status, usual.status);
    reset(row.medicare_part_a, false);
    reset(row.counts_to_oop, true);
    reset(row.waived_if_admitted, false);
    reset(row.pool, kNone);
    reset(row.row, kNone);
    if (row.tier_count > 1) reset(row.tier_count, static_cast<std::uint8_t>(row.tier_count - 1));
    reset(row.authorization.required, false);
    reset(row.noncovered_rate, NoncoveredRate::billed);
    reset(row.after_limit, NoncoveredRate::billed);
    for (std::size_t i = 0; i < row.tier_count; ++i) reset_share(row.tiers[i]);
    for (PenaltyTerms* penalty :
         {&row.authorization.never_requested, &row.authorization.late, &row.authorization.refused}) {
      if (row.authorization.required) reset_whole(*penalty, penalty->kind == PenaltyKind::none);
    }
  }

  void reset_share(ShareTerms& share) {
    reset(share.band_count, std::uint8_t{0});
    reset(share.has_cap, false);
    reset(share.copay_days, 0);
    reset(share.copay, Money());
    reset(share.coinsurance, Rate());
    reset(share.copay_per, CopayPer::visit);
    reset(share.deductible, DeductibleOrder::does_not_apply);
  }

  void reset_line(ServiceLine& line) {
    reset(line.network, Network::in);
    reset(line.auth, AuthStatus::as_required);
    reset(line.emergency, false);
    reset(line.protected_from_balance, false);
    reset(line.opted_out, false);
    reset(line.admitted_after, false);
    reset(line.covered_by_plan, true);
    reset(line.admission, std::uint16_t{0});
    reset(line.person, std::uint16_t{0});
    reset(line.minutes, 0);
    reset(line.units, 1);
    reset(line.self_pay, Money());
    reset(line.medicare, Money());
    reset(line.facility, std::uint16_t{0});
    reset(line.facility_kind, FacilityKind::unknown);
    reset(line.order, DayOrder::other);
    reset(line.billed, line.allowed);
  }

  void reset_start() {
    Start& start = best_.start;
    for (std::size_t i = 0; i < kMostBuckets; ++i) {
      reset(start.buckets.person[i], Money());
      reset(start.buckets.family[i], Money());
    }
    for (std::int64_t& used : start.limits) reset(used, std::int64_t{0});
    for (std::int32_t& used : start.pools) reset(used, 0);
    for (std::int32_t& used : start.visits) reset(used, 0);
    reset(start.medicare.benefit_period_days, 0);
    reset(start.medicare.deductible_paid, Money());
    reset(start.medicare.reserve_days_used, 0);
    reset(start.medicare.psychiatric_days_used, 0);
    reset(start.medicare.last_hospital_day, std::optional<Date>());
    reset(start.as_of, std::optional<Date>());
  }

  RandomCase best_;
  const std::function<bool(const RandomCase&)>& fails_;
  bool progress_ = true;
};

}  // namespace

RandomCase shrink(RandomCase failing, const std::function<bool(const RandomCase&)>& fails) {
  return Shrinker(std::move(failing), fails).run();
}

}  // namespace preauth
