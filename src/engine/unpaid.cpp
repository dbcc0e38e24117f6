#include "engine/unpaid.h"

#include "engine/authorization_penalty.h"
#include "engine/limits.h"
#include "engine/medicare_part_a.h"

namespace preauth {
namespace {

void settle_past(Claim& claim, Rule rule, std::int8_t provision) {
  note(claim.result, Mattered::after_limit_rate);
  const NoncoveredRate rate = claim.held_harmless() ? NoncoveredRate::no_liability : claim.row.after_limit;
  settle_unpaid(claim, rule, Rule::no_liability, rate, provision);
}

}  // namespace

Money unpaid_price(const ServiceLine& line, NoncoveredRate rate) {
  switch (rate) {
    case NoncoveredRate::contracted:
      return least(line.allowed, line.billed);
    case NoncoveredRate::self_pay:
      return line.self_pay.is_positive() ? least(line.self_pay, line.billed) : line.billed;
    case NoncoveredRate::billed:
      return line.billed;
    case NoncoveredRate::no_liability:
      break;
  }
  return Money();
}

void settle_unpaid(Claim& claim, Rule rule, Rule loss, NoncoveredRate rate, std::int8_t provision) {
  Amounts& amounts = claim.result.amounts;
  amounts.not_covered = unpaid_price(claim.line, rate);
  amounts.write_off = claim.line.billed - amounts.not_covered;
  post(claim.result, rule, amounts.not_covered, provision);
  post(claim.result, rate == NoncoveredRate::no_liability ? loss : Rule::noncovered_discount, amounts.write_off);
}

// An opted-out clinician may not charge privately for an emergency, so the emergency comes first (42 CFR 405.440).
// Room and board outside the per diem, sober living and other extras are priced by whoever sells them, at the self-pay
// price when there is one. Holding patients harmless binds who bills the plan; an extra is sold beside it.
std::optional<Uncovered> uncovered(const Terms& terms, const BenefitTerms& row, const ServiceLine& line,
                                   Network network) {
  if (line.opted_out && !line.emergency) return Uncovered{Rule::opted_out, NoncoveredRate::billed, false};
  if (!line.covered_by_plan) return Uncovered{Rule::excluded, NoncoveredRate::self_pay, false};
  if (row.status == CoverageStatus::covered) return std::nullopt;
  const Rule rule = row.status == CoverageStatus::excluded ? Rule::excluded : Rule::not_covered;
  return Uncovered{rule, held_harmless(terms, network) ? NoncoveredRate::no_liability : row.noncovered_rate, true};
}

bool settle_not_covered(Claim& claim) {
  const std::optional<Uncovered> found = uncovered(claim.terms, claim.row, claim.line, claim.network);
  if (!found) return false;
  if (found->by_the_row) note(claim.result, Mattered::noncovered_rate);
  settle_unpaid(claim, found->rule, Rule::no_liability, found->rate);
  return true;
}

bool settle_past_limit(Claim& claim) {
  const std::int8_t limit = limit_passed(claim);
  if (limit != kNone) {
    settle_past(claim, Rule::limit_reached, limit);
    return true;
  }
  if (!claim.row.medicare_part_a) return false;
  switch (part_a_days_left(claim)) {
    case PartADaysLeft::enough:
      return false;
    case PartADaysLeft::psychiatric_exhausted:
      settle_past(claim, Rule::psychiatric_days_exhausted, kNone);
      break;
    case PartADaysLeft::exhausted:
      settle_past(claim, Rule::part_a_exhausted, kNone);
      break;
  }
  return true;
}

// A denial is the provider's loss or the patient's debt. Refused as not necessary after the patient agreed in writing
// to pay: always the patient's, also where the plan holds patients harmless, for that agreement is what lifts it.
bool settle_denied(Claim& claim) {
  const PenaltyTerms* penalty = penalty_of(claim);
  if (penalty == nullptr || penalty->kind != PenaltyKind::denied) return false;
  note(claim.result, Mattered::denial_liability);
  const bool agreed = claim.line.auth == AuthStatus::refused_agreed;
  const bool refused = agreed || claim.line.auth == AuthStatus::refused;
  const bool patient_owes = agreed || (penalty->liable == Liable::patient && !claim.held_harmless());
  settle_unpaid(claim, refused ? Rule::refused_patient_liable : Rule::denied_patient_liable,
                refused ? Rule::refused_provider_liable : Rule::denied_provider_liable,
                patient_owes ? penalty->patient_rate : NoncoveredRate::no_liability);
  return true;
}

}  // namespace preauth
