// A random case as text, for the report of a disagreement: only what differs from the default is printed.

#include <string_view>

#include "property/random_case.h"

namespace preauth {
namespace {

std::string text_of(Money money) {
  const std::int64_t cents = money.count_cents();
  const std::string digits = std::to_string(cents % 100);
  return "$" + std::to_string(cents / 100) + "." + (digits.size() < 2 ? "0" : "") + digits;
}
std::string text_of(Rate rate) { return std::to_string(rate.parts()) + "ppm"; }
std::string text_of(bool value) { return value ? "true" : "false"; }
std::string text_of(Network network) { return std::string(id(network)); }
std::string text_of(Benefit benefit) { return std::string(id(benefit)); }
template <class Number>
std::string text_of(Number number) {
  return std::to_string(static_cast<std::int64_t>(number));
}

template <class Value>
void show(std::string& out, std::string_view name, const Value& value, const Value& usual) {
  if (value == usual) return;
  out += " ";
  out += name;
  out += "=" + text_of(value);
}

// One of a row of names, for enumerations without ids.
template <class Enum, std::size_t N>
void name(std::string& out, const std::array<std::string_view, N>& names, Enum value) {
  out += " ";
  out += names[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t N>
void name_unless(std::string& out, const std::array<std::string_view, N>& names, Enum value, Enum usual) {
  if (value != usual) name(out, names, value);
}

constexpr std::array<std::string_view, 3> kOrders = {"no-deductible", "deductible-first", "copay-first"};
constexpr std::array<std::string_view, 3> kCopayPer = {"per-visit", "per-day", "per-admission"};
constexpr std::array<std::string_view, 3> kCapPer = {"cap-per-admission", "cap-per-day", "cap-per-year"};
constexpr std::array<std::string_view, 3> kStatus = {"covered", "not-covered", "excluded"};
constexpr std::array<std::string_view, 4> kRates = {"contracted", "self-pay", "billed", "no-liability"};
constexpr std::array<std::string_view, 4> kPenalties = {"none", "denied", "percent", "flat"};
constexpr std::array<std::string_view, 3> kPenaltyPer = {"per-admission", "per-episode", "per-line"};
constexpr std::array<std::string_view, 4> kUnits = {"visits", "days", "minutes", "cents"};
constexpr std::array<std::string_view, 7> kPeriods = {"per-year",      "rolling-months",     "calendar-months",
                                                      "per-admission", "per-benefit-period", "per-episode",
                                                      "per-lifetime"};
constexpr std::array<std::string_view, 4> kMethods = {"line-allowed", "percent-of-medicare", "percent-of-billed",
                                                      "stated"};
constexpr std::array<std::string_view, 3> kBalances = {"no-balance-limit", "balance-percent-of-allowed",
                                                       "no-balance-bill"};
constexpr std::array<std::string_view, 5> kAuth = {"as-required", "never-requested", "late", "refused",
                                                   "refused-agreed"};

std::string describe_share(const ShareTerms& share) {
  const ShareTerms usual;
  std::string out = "copay=" + text_of(share.copay) + " coinsurance=" + text_of(share.coinsurance);
  name(out, kOrders, share.deductible);
  name_unless(out, kCopayPer, share.copay_per, usual.copay_per);
  show(out, "copay_days", share.copay_days, usual.copay_days);
  for (std::size_t i = 0; i < share.band_count; ++i) {
    const DayBandTerms& band = share.bands[i];
    out += " [days " + std::to_string(band.first_day) + "-" + std::to_string(band.last_day) + " " +
           text_of(band.copay) + " " + text_of(band.coinsurance) + "]";
  }
  if (share.has_cap) {
    out += " cap=" + text_of(share.cap);
    name(out, kCapPer, share.cap_per);
  }
  return out;
}

std::string describe_penalty(std::string_view broken, const PenaltyTerms& penalty) {
  if (penalty.kind == PenaltyKind::none) return "";
  std::string out = "\n    if ";
  out += broken;
  out += ":";
  name_unless(out, kPenalties, penalty.kind, PenaltyKind::none);
  name(out, std::array<std::string_view, 2>{"provider-liable", "patient-liable"}, penalty.liable);
  name(out, std::array<std::string_view, 2>{"of-plan-payment", "of-allowed"}, penalty.base);
  name(out, kPenaltyPer, penalty.per);
  out += " percent=" + text_of(penalty.percent) + " flat=" + text_of(penalty.flat);
  if (penalty.has_cap) out += " cap=" + text_of(penalty.cap);
  name(out, kRates, penalty.patient_rate);
  return out;
}

std::string describe_row(const BenefitTerms& row) {
  const BenefitTerms usual;
  std::string out;
  name_unless(out, kStatus, row.status, usual.status);
  show(out, "part_a", row.medicare_part_a, usual.medicare_part_a);
  show(out, "counts_to_oop", row.counts_to_oop, usual.counts_to_oop);
  show(out, "waived_if_admitted", row.waived_if_admitted, usual.waived_if_admitted);
  show(out, "row", row.row, usual.row);
  show(out, "pool", row.pool, usual.pool);
  out += " noncovered:";
  name(out, kRates, row.noncovered_rate);
  out += " after_limit:";
  name(out, kRates, row.after_limit);
  for (std::size_t i = 0; i < row.tier_count; ++i) {
    out += "\n    ";
    if (row.tier_count > 1) out += "tier of " + std::to_string(row.tier_visits[i]) + " visits: ";
    out += describe_share(row.tiers[i]);
  }
  if (!row.authorization.required) return out;
  return out + describe_penalty("never requested", row.authorization.never_requested) +
         describe_penalty("late", row.authorization.late) + describe_penalty("refused", row.authorization.refused);
}

std::string describe_bucket(const BucketTerms& bucket) {
  const BucketTerms usual;
  std::string out = bucket.kind == BucketKind::deductible ? "deductible" : "maximum";
  name(out, std::array<std::string_view, 3>{"embedded", "aggregate", "per-person"}, bucket.rule);
  if (bucket.has_person) out += " person=" + text_of(bucket.person);
  if (bucket.has_family) out += " family=" + text_of(bucket.family);
  if (bucket.has_person_cap) out += " person_cap=" + text_of(bucket.person_cap);
  show(out, "benefits", bucket.benefits, usual.benefits);
  show(out, "applies", bucket.applies, usual.applies);
  show(out, "feeds", bucket.feeds, usual.feeds);
  show(out, "counts_deductible", bucket.counts_deductible, usual.counts_deductible);
  show(out, "counts_copay", bucket.counts_copay, usual.counts_copay);
  show(out, "counts_coinsurance", bucket.counts_coinsurance, usual.counts_coinsurance);
  show(out, "carry_over_months", bucket.carry_over_months, usual.carry_over_months);
  return out;
}

std::string describe_limit(const LimitTerms& limit) {
  std::string out = "limit " + std::to_string(limit.quantity);
  name(out, kUnits, limit.unit);
  name(out, kPeriods, limit.period);
  out += " months=" + std::to_string(limit.months) + " benefits=" + std::to_string(limit.benefits);
  show(out, "networks", limit.networks, kAllNetworks);
  return out;
}

std::string describe_rules(const Terms& terms) {
  const Terms usual;
  std::string out = "year " + to_iso(terms.year.first) + ".." + to_iso(terms.year.last);
  show(out, "reset_yearly", terms.reset_yearly, usual.reset_yearly);
  if (terms.coinsurance_base == CoinsuranceBase::allowed) out += " coinsurance-on-allowed";
  if (terms.crossing_copay == CrossingCopay::not_charged) out += " no-crossing-copay";
  if (terms.same_day_copays == SameDayCopays::highest) out += " highest-copay-of-day";
  if (terms.stay_across_years == StayAcrossYears::admission) out += " stay-in-year-of-admission";
  show(out, "hold_harmless", terms.hold_harmless, usual.hold_harmless);
  show(out, "spell", terms.benefit_period_is_spell, usual.benefit_period_is_spell);
  const OutOfNetworkTerms& out_of = terms.out_of_network;
  out += "\nout of network:";
  name(out, kMethods, out_of.method);
  out += " " + text_of(out_of.percent) + " stated=" + text_of(out_of.stated);
  name(out, kBalances, out_of.balance_limit);
  out += " " + text_of(out_of.balance_percent);
  const MedicarePartATerms& part_a = terms.part_a;
  out += "\npart A: " + text_of(part_a.deductible) + " " + text_of(part_a.day_61_90) + " " +
         text_of(part_a.reserve_day) + " reserve_days=" + std::to_string(part_a.reserve_days) +
         " psychiatric=" + std::to_string(part_a.psychiatric_lifetime_days) + " gap=" + std::to_string(part_a.gap_days);
  return out;
}

std::string describe_start(const Start& start, const Terms& terms) {
  std::string out = "start as_of " + (start.as_of ? to_iso(*start.as_of) : "none");
  for (std::size_t i = 0; i < terms.bucket_count; ++i) {
    show(out, "bucket" + std::to_string(i), start.buckets.person[i], Money());
    show(out, "family" + std::to_string(i), start.buckets.family[i], Money());
  }
  for (std::size_t i = 0; i < terms.limit_count; ++i) {
    show(out, "limit" + std::to_string(i), start.limits[i], std::int64_t{0});
  }
  for (std::size_t i = 0; i < terms.pool_count; ++i) show(out, "pool" + std::to_string(i), start.pools[i], 0);
  for (std::size_t i = 0; i < kBenefitCount; ++i) {
    show(out, "visits:" + text_of(static_cast<Benefit>(i)), start.visits[i], 0);
  }
  const MedicareUse& medicare = start.medicare;
  show(out, "period_days", medicare.benefit_period_days, 0);
  show(out, "part_a_paid", medicare.deductible_paid, Money());
  show(out, "reserve_used", medicare.reserve_days_used, 0);
  show(out, "psychiatric_used", medicare.psychiatric_days_used, 0);
  if (medicare.last_hospital_day) out += " last_hospital_day=" + to_iso(*medicare.last_hospital_day);
  return out;
}

std::string describe_line(const ServiceLine& line) {
  const ServiceLine usual;
  std::string out = to_iso(line.date) + " " + text_of(line.benefit) + " " + text_of(line.network) +
                    " billed=" + text_of(line.billed) + " allowed=" + text_of(line.allowed);
  show(out, "medicare", line.medicare, usual.medicare);
  show(out, "self_pay", line.self_pay, usual.self_pay);
  name_unless(out, kAuth, line.auth, usual.auth);
  show(out, "emergency", line.emergency, usual.emergency);
  show(out, "protected", line.protected_from_balance, usual.protected_from_balance);
  show(out, "opted_out", line.opted_out, usual.opted_out);
  show(out, "admitted_after", line.admitted_after, usual.admitted_after);
  show(out, "covered_by_plan", line.covered_by_plan, usual.covered_by_plan);
  show(out, "facility", line.facility, usual.facility);
  if (line.facility_kind != FacilityKind::unknown) out += " at a " + std::string(id(line.facility_kind));
  if (line.order == DayOrder::facility) out += " facility-line";
  show(out, "admission", line.admission, usual.admission);
  show(out, "day", line.day_of_admission, usual.day_of_admission);
  show(out, "person", line.person, usual.person);
  show(out, "minutes", line.minutes, usual.minutes);
  show(out, "units", line.units, usual.units);
  return out;
}

}  // namespace

std::string describe(const RandomCase& shown) {
  const Terms& terms = shown.terms;
  std::string out = describe_rules(terms) + "\n";
  for (std::size_t i = 0; i < terms.bucket_count; ++i) {
    out += "bucket " + std::to_string(i) + ": " + describe_bucket(terms.buckets[i]) + "\n";
  }
  for (std::size_t i = 0; i < terms.limit_count; ++i) {
    out += "limit " + std::to_string(i) + ": " + describe_limit(terms.limits[i]) + "\n";
  }
  for (std::size_t i = 0; i < terms.pool_count; ++i) {
    out += "pool " + std::to_string(i) + ": benefits=" + std::to_string(terms.pools[i].benefits) +
           " networks=" + std::to_string(terms.pools[i].networks) + "\n";
  }
  std::array<std::array<bool, kNetworkCount>, kBenefitCount> used{};
  for (const ServiceLine& line : shown.lines) {
    used[index(line.benefit)][index(line.network)] = true;
    used[index(line.benefit)][index(Network::in)] = true;
  }
  for (std::size_t i = 0; i < kBenefitCount; ++i) {
    for (std::size_t j = 0; j < kNetworkCount; ++j) {
      if (!used[i][j]) continue;
      out += "row " + text_of(static_cast<Benefit>(i)) + " " + text_of(static_cast<Network>(j)) + ":" +
             describe_row(terms.benefits[i][j]) + "\n";
    }
  }
  out += describe_start(shown.start, terms) + "\n";
  for (const ServiceLine& line : shown.lines) out += "  " + describe_line(line) + "\n";
  return out;
}

}  // namespace preauth
