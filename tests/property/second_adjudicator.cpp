#include "property/second_adjudicator.h"

#include <algorithm>

namespace preauth {
namespace {

constexpr int kDeductibleCode = 1;
constexpr int kCoinsuranceCode = 2;
constexpr int kCopayCode = 3;
constexpr int kAboveAllowedCode = 45;
constexpr int kNotNecessaryCode = 50;
constexpr int kNotCoveredCode = 96;
constexpr int kLimitCode = 119;
constexpr int kNoAuthorizationCode = 197;
constexpr int kExcludedCode = 204;
constexpr int kHospitalDaysWithoutReserve = 90;

void adjust(Decided& now, Group group, int code, Money amount) {
  if (!amount.is_zero()) now.adjustments[{group, code}] += amount;
}

bool is_refused(AuthStatus status) { return status == AuthStatus::refused || status == AuthStatus::refused_agreed; }

}  // namespace

Money part_of(Money amount, Rate rate) {
  const WideInteger millionths = static_cast<WideInteger>(amount.count_cents()) * rate.parts();
  const WideInteger whole = millionths / 1'000'000;
  const WideInteger rest = millionths % 1'000'000;
  return Money::cents(static_cast<std::int64_t>(rest * 2 >= 1'000'000 ? whole + 1 : whole));
}

const Decided& SecondAdjudicator::decide(const ServiceLine& line) {
  Decided now;
  now.line = line;
  now.number = history_.count();
  now.network = is_protected(line) ? Network::in : line.network;
  now.amounts.billed = line.billed;
  history_.place_in_year(now);
  decide_coverage(now);
  history_.add(std::move(now));
  return history_.last();
}

BucketUse SecondAdjudicator::used() const {
  BucketUse use;
  if (history_.count() == 0) return use;
  const Decided& last = history_.last();
  for (std::size_t i = 0; i < terms_.bucket_count; ++i) {
    Filled filled = history_.filled(i, last.year);
    use.person[i] = filled.by_person[last.line.person];
    use.family[i] = filled.by_family;
  }
  return use;
}

// Emergencies, and out-of-network professionals at an in-network hospital; ground ambulances are not protected.
bool SecondAdjudicator::is_protected(const ServiceLine& line) const {
  if (line.benefit == Benefit::ambulance) return false;
  return line.emergency || (line.protected_from_balance && line.network == Network::out);
}

// Medicaid: a provider in the network may ask nothing for what is not covered.
bool SecondAdjudicator::is_held_harmless(const Decided& now) const {
  return terms_.hold_harmless && now.network != Network::out;
}

// Days of a stay in a hospital, also under rows that Part A does not price, where the plan counts spells of illness.
bool SecondAdjudicator::is_hospital_day(const Decided& now) const {
  if (row(now).medicare_part_a) return true;
  const FacilityKind kind = now.line.facility_kind;
  return terms_.benefit_period_is_spell && is_overnight(now.line.level) && now.line.order == DayOrder::facility &&
         (kind == FacilityKind::hospital || kind == FacilityKind::psychiatric_hospital);
}

void SecondAdjudicator::decide_coverage(Decided& now) const {
  const BenefitTerms& benefit = row(now);
  if (now.line.opted_out && !now.line.emergency) {
    now.amounts.not_covered = now.line.billed;
    return adjust(now, Group::PR, kNotCoveredCode, now.line.billed);
  }
  // Extras are priced by whoever sells them; a row that is not covered has its own rate.
  if (!now.line.covered_by_plan) return refuse_payment(now, NoncoveredRate::self_pay, kExcludedCode);
  if (benefit.status == CoverageStatus::excluded) return refuse_payment(now, benefit.noncovered_rate, kExcludedCode);
  if (benefit.status == CoverageStatus::not_covered) {
    return refuse_payment(now, benefit.noncovered_rate, kNotCoveredCode);
  }
  now.hospital_day = is_hospital_day(now);
  if (is_past_a_limit(now) || has_no_hospital_days_left(now)) {
    return refuse_payment(now, benefit.after_limit, kLimitCode);
  }
  const PenaltyTerms* penalty = broken_authorization(now);
  if (penalty != nullptr && deny(now, *penalty)) return;
  pay(now, penalty);
}

// Nothing accrues; what the patient does not owe is written off.
void SecondAdjudicator::refuse_payment(Decided& now, NoncoveredRate rate, int code) const {
  const bool held_harmless = now.line.covered_by_plan && is_held_harmless(now);
  const bool nothing_owed = held_harmless || rate == NoncoveredRate::no_liability;
  now.amounts.not_covered = nothing_owed ? Money() : owed_at(rate, now.line);
  now.amounts.write_off = now.line.billed - now.amounts.not_covered;
  adjust(now, Group::PR, code, now.amounts.not_covered);
  adjust(now, Group::CO, nothing_owed ? kNotCoveredCode : kAboveAllowedCode, now.amounts.write_off);
}

Money SecondAdjudicator::owed_at(NoncoveredRate rate, const ServiceLine& line) const {
  switch (rate) {
    case NoncoveredRate::contracted:
      return std::min(line.allowed, line.billed);
    case NoncoveredRate::self_pay:
      return line.self_pay.is_zero() ? line.billed : std::min(line.self_pay, line.billed);
    case NoncoveredRate::billed:
      return line.billed;
    case NoncoveredRate::no_liability:
      return Money();
  }
  return Money();
}

bool SecondAdjudicator::is_past_a_limit(const Decided& now) const {
  for (std::size_t i = 0; i < terms_.limit_count; ++i) {
    const LimitTerms& limit = terms_.limits[i];
    if ((limit.benefits & mask(now.line.benefit)) == 0 || (limit.networks & mask(now.network)) == 0) continue;
    const std::int64_t used = history_.used_of_limit(i, now);
    switch (limit.unit) {
      case LimitUnit::visits:
      case LimitUnit::days:
        if (used + now.line.units > limit.quantity) return true;
        break;
      case LimitUnit::hours:
        if (used + now.line.minutes > limit.quantity) return true;
        break;
      case LimitUnit::dollars:
        if (used >= limit.quantity) return true;
        break;
    }
  }
  return false;
}

bool SecondAdjudicator::has_no_hospital_days_left(const Decided& now) const {
  if (!row(now).medicare_part_a) return false;
  const HospitalDays used = history_.hospital_days_before(now);
  const int nights = now.line.units;
  const bool psychiatric = now.line.facility_kind == FacilityKind::psychiatric_hospital;
  if (psychiatric && used.psychiatric_days_used + nights > terms_.part_a.psychiatric_lifetime_days) return true;
  int reserve = 0;
  for (int night = 1; night <= nights; ++night) {
    if (used.period_days + night > kHospitalDaysWithoutReserve) ++reserve;
  }
  return reserve > 0 && used.reserve_days_used + reserve > terms_.part_a.reserve_days;
}

// Nothing is broken where no authorization was required; a refusal as not necessary needs no such rule.
const PenaltyTerms* SecondAdjudicator::broken_authorization(const Decided& now) const {
  const AuthorizationTerms& authorization = row(now).authorization;
  if (now.line.emergency && is_protected(now.line)) return nullptr;
  switch (now.line.auth) {
    case AuthStatus::as_required:
      return nullptr;
    case AuthStatus::never_requested:
      return authorization.required ? &authorization.never_requested : nullptr;
    case AuthStatus::late:
      return authorization.required ? &authorization.late : nullptr;
    case AuthStatus::refused:
    case AuthStatus::refused_agreed:
      return &authorization.refused;
  }
  return nullptr;
}

bool SecondAdjudicator::deny(Decided& now, const PenaltyTerms& penalty) const {
  if (penalty.kind != PenaltyKind::denied) return false;
  const bool agreed = now.line.auth == AuthStatus::refused_agreed;
  const bool patient_owes = (agreed || (penalty.liable == Liable::patient && !is_held_harmless(now))) &&
                            penalty.patient_rate != NoncoveredRate::no_liability;
  const int code = is_refused(now.line.auth) ? kNotNecessaryCode : kNoAuthorizationCode;
  now.amounts.not_covered = patient_owes ? owed_at(penalty.patient_rate, now.line) : Money();
  now.amounts.write_off = now.line.billed - now.amounts.not_covered;
  adjust(now, Group::PR, code, now.amounts.not_covered);
  adjust(now, Group::CO, patient_owes ? kAboveAllowedCode : code, now.amounts.write_off);
  return true;
}

void SecondAdjudicator::pay(Decided& now, const PenaltyTerms* penalty) const {
  now.covered = true;
  set_allowed_amount(now);
  if (row(now).medicare_part_a) {
    share_hospital_day(now);
  } else {
    share_cost(now);
  }
  stop_at_maximum(now);
  Amounts& amounts = now.amounts;
  amounts.plan_pays = amounts.allowed - amounts.deductible - amounts.copay - amounts.coinsurance;
  if (penalty != nullptr) reduce(now, *penalty);
  stop_at_dollar_limit(now);
  adjust(now, Group::PR, kDeductibleCode, amounts.deductible);
  adjust(now, Group::PR, kCopayCode, amounts.copay);
  adjust(now, Group::PR, kCoinsuranceCode, amounts.coinsurance);
}

void SecondAdjudicator::set_allowed_amount(Decided& now) const {
  const OutOfNetworkTerms& method = terms_.out_of_network;
  const bool out = now.network == Network::out;
  Money allowed = now.line.allowed;
  if (out) {
    switch (method.method) {
      case OutMethod::line_allowed:
        break;
      case OutMethod::percent_of_medicare:
        // A service without a Medicare price keeps the plan's own figure.
        if (!now.line.medicare.is_zero()) allowed = part_of(now.line.medicare, method.percent);
        break;
      case OutMethod::percent_of_billed:
        allowed = part_of(now.line.billed, method.percent);
        break;
      case OutMethod::stated_amount:
        allowed = method.stated;
        break;
    }
  }
  allowed = std::min(allowed, now.line.billed);
  const Money above = now.line.billed - allowed;
  Money balance;
  if (out) {
    switch (method.balance_limit) {
      case BalanceLimit::none:
        balance = above;
        break;
      case BalanceLimit::percent_of_allowed:
        balance = std::clamp(part_of(allowed, method.balance_percent) - allowed, Money(), above);
        break;
      case BalanceLimit::prohibited:
        break;
    }
  }
  now.amounts.allowed = allowed;
  now.amounts.balance_bill = balance;
  now.amounts.write_off = above - balance;
  adjust(now, Group::PR, kAboveAllowedCode, balance);
  adjust(now, Group::CO, kAboveAllowedCode, above - balance);
}

// Each part is kept as far as every maximum that counts it has room: the deductible first, then the copay, and the
// coinsurance is what gives way.
void SecondAdjudicator::stop_at_maximum(Decided& now) const {
  if (!row(now).counts_to_oop) return;
  std::map<std::size_t, Money> room;
  for (std::size_t i = 0; i < terms_.bucket_count; ++i) {
    const BucketTerms& bucket = terms_.buckets[i];
    if (bucket.kind != BucketKind::out_of_pocket) continue;
    if ((bucket.benefits & mask(now.line.benefit)) == 0 || (bucket.applies & mask(now.network)) == 0) continue;
    room[i] = history_.left_of_bucket(i, now);
  }
  const auto keep = [&](Money& part, bool BucketTerms::*counts) {
    for (const auto& [bucket, left] : room) {
      if (terms_.buckets[bucket].*counts) part = std::min(part, left);
    }
    for (auto& [bucket, left] : room) {
      if (terms_.buckets[bucket].*counts) left -= part;
    }
  };
  keep(now.amounts.deductible, &BucketTerms::counts_deductible);
  keep(now.amounts.copay, &BucketTerms::counts_copay);
  keep(now.amounts.coinsurance, &BucketTerms::counts_coinsurance);
}

// What the plan would pay beyond a limit in dollars is not covered; only the covered part stays allowed.
void SecondAdjudicator::stop_at_dollar_limit(Decided& now) const {
  Money pays = now.amounts.plan_pays;
  for (std::size_t i = 0; i < terms_.limit_count; ++i) {
    const LimitTerms& limit = terms_.limits[i];
    if (limit.unit != LimitUnit::dollars) continue;
    if ((limit.benefits & mask(now.line.benefit)) == 0 || (limit.networks & mask(now.network)) == 0) continue;
    pays = std::min(pays, Money::cents(limit.quantity - history_.used_of_limit(i, now)));
  }
  const Money beyond = now.amounts.plan_pays - pays;
  now.amounts.plan_pays = pays;
  now.amounts.allowed -= beyond;
  if (is_held_harmless(now) || row(now).after_limit == NoncoveredRate::no_liability) {
    now.amounts.write_off += beyond;
    adjust(now, Group::CO, kNotCoveredCode, beyond);
  } else {
    now.amounts.not_covered = beyond;
    adjust(now, Group::PR, kLimitCode, beyond);
  }
}

void SecondAdjudicator::reduce(Decided& now, const PenaltyTerms& penalty) const {
  Money cut;
  switch (penalty.kind) {
    case PenaltyKind::none:
    case PenaltyKind::denied:
      return;
    case PenaltyKind::percent: {
      const bool of_allowed = penalty.base == PenaltyBase::allowed;
      cut = part_of(of_allowed ? now.amounts.allowed : now.amounts.plan_pays, penalty.percent);
      if (penalty.has_cap) cut = std::min(cut, penalty.cap - history_.penalty_taken(penalty.per, now));
      break;
    }
    case PenaltyKind::flat:
      cut = penalty.flat - history_.penalty_taken(penalty.per, now);
      break;
  }
  cut = std::clamp(cut, Money(), now.amounts.plan_pays);
  now.amounts.plan_pays -= cut;
  if (is_held_harmless(now)) {
    now.amounts.allowed -= cut;
    now.amounts.write_off += cut;
    adjust(now, Group::CO, kNotCoveredCode, cut);
  } else {
    now.amounts.penalty = cut;
    adjust(now, Group::PR, kNoAuthorizationCode, cut);
  }
  now.penalty_per = penalty.per;
  now.cut = cut;
}

}  // namespace preauth
