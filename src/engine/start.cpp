#include "engine/start.h"

#include <algorithm>

namespace preauth {
namespace {

// The sum of what is stated for the networks that fill a bucket.
Money stated_for(const UsedAmounts& amounts, NetworkMask feeds) {
  Money sum;
  for (std::size_t n = 0; n < kNetworkCount; ++n) {
    if ((feeds & mask(static_cast<Network>(n))) != 0) sum += amounts[n];
  }
  return sum;
}

// The in-network deductible of the person: the one everybody asks about.
const BucketTerms* first_deductible(const StartTerms& terms) {
  for (const BucketTerms& bucket : terms.buckets) {
    if (bucket.kind == BucketKind::deductible && (bucket.applies & mask(Network::in)) != 0) return &bucket;
  }
  return nullptr;
}

// Amounts read long before the treatment starts may have grown since, and so may unknown ones.
bool may_have_grown(const PreparedTreatment& prepared) {
  const SoFar& so_far = prepared.treatment->so_far;
  if (so_far.deductible[index(Network::in)].known.is_unknown()) return true;
  const std::optional<Date> as_of =
      so_far.as_of.known.is_exact() ? std::optional(so_far.as_of.known.value()) : std::nullopt;
  return amounts_are_old(as_of, prepared.start, *prepared.defaults);
}

Unknown describe_met(const BucketTerms& deductible) {
  Unknown unknown;
  unknown.path = "so_far.deductible.in";
  unknown.question = "C2";
  unknown.networks = deductible.feeds;
  unknown.assumed = true;
  return unknown;
}

// How much more of the in-network deductible is met than the file states. Unknown or out of date: nothing more is
// likely (and the dearest), all of it is the best case, as a share of what is left of it.
Money choose_met(const PreparedTreatment& prepared, const StartTerms& terms, Chooser& chooser) {
  const BucketTerms* deductible = first_deductible(terms);
  if (deductible == nullptr) return Money();
  const Known<Money>& stated = prepared.treatment->so_far.deductible[index(Network::in)].known;
  if (stated.is_range()) {
    return Money::cents(chooser.choose([&] {
      Unknown unknown = describe_met(*deductible);
      unknown.kind = UnknownKind::cents;
      unknown.likely = unknown.low = 0;
      unknown.high = (stated.high() - stated.low()).count_cents();
      const std::int64_t low = stated.low().count_cents();
      unknown.shown = ShownRange{UnknownKind::cents, low, low, stated.high().count_cents()};
      unknown.source = "the least of the stated range";
      return unknown;
    }));
  }
  if (!may_have_grown(prepared)) return Money();
  const Money whole = deductible->has_person ? deductible->person : deductible->family;
  const Money left = not_below_zero(whole - stated.value_or(Money()));
  const std::int64_t share = chooser.choose([&] {
    Unknown unknown = describe_met(*deductible);
    unknown.kind = UnknownKind::parts_per_million;
    unknown.spread = Spread::skewed;
    unknown.high = Rate::percent(100).parts();
    const std::int64_t met = stated.value_or(Money()).count_cents();
    unknown.shown = ShownRange{UnknownKind::cents, met, met, (stated.value_or(Money()) + left).count_cents()};
    unknown.source =
        stated.is_exact() ? "no more used since the amounts were read" : "nothing used yet this benefit year";
    return unknown;
  });
  return share_of(left, Rate::parts_per_million(share));
}

void fill_bucket(const UsedSoFar& so_far, const BucketTerms& bucket, Money chosen, Money& person, Money& family) {
  const bool is_deductible = bucket.kind == BucketKind::deductible;
  if (is_deductible && bucket.benefits != kAllBenefits && (bucket.benefits & mask(Benefit::outpatient)) == 0) {
    return;  // a deductible of its own, for drugs or the like: nothing is stated about it
  }
  const Money extra = (bucket.feeds & mask(Network::in)) != 0 ? chosen : Money();
  const Money deductible = stated_for(so_far.deductible, bucket.feeds) + extra;
  const Money family_deductible = stated_for(so_far.family_deductible, bucket.feeds);
  if (is_deductible) {
    person = deductible;
    family = greatest(deductible, family_deductible);
    return;
  }
  const Money counted = bucket.counts_deductible ? deductible : Money();
  person = greatest(stated_for(so_far.out_of_pocket, bucket.feeds), counted);
  const Money family_counted = bucket.counts_deductible ? greatest(deductible, family_deductible) : Money();
  family = greatest(greatest(stated_for(so_far.family_out_of_pocket, bucket.feeds), family_counted), person);
}

void fill_used(const SoFar& so_far, const StartTerms& terms, Start& start) {
  for (const Used& used : so_far.used) {
    for (std::size_t i = 0; i < terms.limits.size(); ++i) {
      const LimitTerms& limit = terms.limits[i];
      if ((limit.benefits & mask(used.benefit)) != 0 && limit.unit == used.unit) start.limits[i] += used.quantity;
    }
    if (used.unit == LimitUnit::hours || used.unit == LimitUnit::dollars) continue;
    const std::int32_t visits = static_cast<std::int32_t>(std::min<std::int64_t>(used.quantity, 100'000));
    start.visits[index(used.benefit)] += visits;
    for (std::size_t i = 0; i < terms.pools.size(); ++i) {
      if ((terms.pools[i].benefits & mask(used.benefit)) != 0) start.pools[i] += visits;
    }
  }
}

}  // namespace

bool amounts_are_old(std::optional<Date> as_of, Date start, const Defaults& defaults) {
  return as_of && start - *as_of > defaults.fresh_days.value;
}

StartTerms start_terms(const Terms& terms) {
  return {{terms.buckets.data(), terms.bucket_count},
          {terms.limits.data(), terms.limit_count},
          {terms.pools.data(), terms.pool_count},
          terms.part_a.deductible};
}

void resolve_start(const PreparedTreatment& prepared, const StartTerms& terms, Chooser& chooser, Start& start) {
  const SoFar& so_far = prepared.treatment->so_far;
  start = Start();
  if (so_far.as_of.known.is_exact()) start.as_of = so_far.as_of.known.value();
  const Money chosen = choose_met(prepared, terms, chooser);
  for (std::size_t i = 0; i < terms.buckets.size(); ++i) {
    fill_bucket(prepared.used, terms.buckets[i], chosen, start.buckets.person[i], start.buckets.family[i]);
  }
  fill_used(so_far, terms, start);
  start.medicare.benefit_period_days = so_far.benefit_period_days.known.value_or(0);
  start.medicare.reserve_days_used = so_far.reserve_days_used.known.value_or(0);
  start.medicare.psychiatric_days_used = so_far.psychiatric_days_used.known.value_or(0);
  if (so_far.last_hospital_day.known.is_exact())
    start.medicare.last_hospital_day = so_far.last_hospital_day.known.value();
  if (start.medicare.benefit_period_days > 0) start.medicare.deductible_paid = terms.part_a_deductible;
}

}  // namespace preauth
