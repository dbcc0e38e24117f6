#include "engine/limits.h"

namespace preauth {

std::int64_t units_of(const ServiceLine& line, LimitUnit unit) {
  switch (unit) {
    case LimitUnit::visits:
    case LimitUnit::days:
      return line.units;
    case LimitUnit::hours:
      return line.minutes;
    case LimitUnit::dollars:
      break;
  }
  return 0;
}

namespace {

bool is_past(const LimitTerms& limit, std::int64_t used, const ServiceLine& line) {
  if (limit.unit == LimitUnit::dollars) return used >= limit.quantity;
  return used + units_of(line, limit.unit) > limit.quantity;
}

}  // namespace

std::int8_t limit_passed(Claim& claim) {
  for (const std::size_t i : claim.rules.limits) {
    const std::int64_t used = claim.ledger.limit_used(claim.place, i, claim.line.date);
    if (is_past(claim.terms.limits[i], used, claim.line)) return static_cast<std::int8_t>(i);
  }
  return kNone;
}

void stop_at_dollar_limits(Claim& claim) {
  Amounts& amounts = claim.result.amounts;
  std::int8_t crossed = kNone;
  Money most = amounts.plan_pays;
  for (const std::size_t i : claim.rules.limits) {
    const LimitTerms& limit = claim.terms.limits[i];
    if (limit.unit != LimitUnit::dollars) continue;
    const Money left = Money::cents(limit.quantity - claim.ledger.limit_used(claim.place, i, claim.line.date));
    if (left >= most) continue;
    most = left;
    crossed = static_cast<std::int8_t>(i);
  }
  if (crossed == kNone) return;
  // The line stays a contracted one, so the rest is owed at the allowed amount whatever the rate past the limit says,
  // unless nobody may ask for it.
  const Money rest = amounts.plan_pays - most;
  const bool owed = !claim.held_harmless() && claim.row.after_limit != NoncoveredRate::no_liability;
  note(claim.result, Mattered::after_limit_rate);
  amounts.plan_pays = most;
  amounts.allowed -= rest;
  (owed ? amounts.not_covered : amounts.write_off) += rest;
  post(claim.result, owed ? Rule::limit_reached : Rule::no_liability, rest, crossed);
}

void count_limits(Claim& claim) {
  for (const std::size_t i : claim.rules.limits) {
    const LimitUnit unit = claim.terms.limits[i].unit;
    const std::int64_t amount =
        unit == LimitUnit::dollars ? claim.result.amounts.plan_pays.count_cents() : units_of(claim.line, unit);
    claim.ledger.use_limit(claim.place, i, claim.line.date, amount);
  }
}

}  // namespace preauth
