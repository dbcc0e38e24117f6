#include "engine/authorization_penalty.h"

#include "engine/allowed_amount.h"

namespace preauth {
namespace {

// What was taken so far of a flat amount or cap, or nullptr when every line starts anew. Within an admission all rows
// share one figure, because facility and professional lines break the same provision; outside one, each benefit is a
// course of its own.
Money* taken_so_far(Claim& claim, PenaltyPer per) {
  switch (per) {
    case PenaltyPer::admission:
      return claim.place.admission->number != 0 ? &claim.place.admission->penalty : &claim.row_use().penalty;
    case PenaltyPer::episode:
      return &claim.place.person->episode_penalty;
    case PenaltyPer::line:
      break;
  }
  return nullptr;
}

// A flat amount that one line's payment does not cover is taken from the next lines: it belongs to the admission.
Money reduction_due(Claim& claim, const PenaltyTerms& penalty, Money taken) {
  const Amounts& amounts = claim.result.amounts;
  switch (penalty.kind) {
    case PenaltyKind::percent: {
      note(claim.result, Mattered::penalty_base);
      const Money base = penalty.base == PenaltyBase::allowed ? amounts.allowed : amounts.plan_pays;
      const Money cut = share_of(base, penalty.percent);
      return penalty.has_cap ? least(cut, penalty.cap - taken) : cut;
    }
    case PenaltyKind::flat:
      return penalty.flat - taken;
    case PenaltyKind::none:
    case PenaltyKind::denied:
      break;
  }
  return Money();
}

}  // namespace

// Nothing is broken where no authorization was required; a refusal as not necessary needs no such rule.
const PenaltyTerms* penalty_of(const Claim& claim) {
  if (is_protected_emergency(claim.line)) return nullptr;
  const AuthorizationTerms& authorization = claim.row.authorization;
  switch (claim.line.auth) {
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

void reduce_plan_payment(Claim& claim) {
  const PenaltyTerms* penalty = penalty_of(claim);
  if (penalty == nullptr) return;
  Amounts& amounts = claim.result.amounts;
  Money* taken = taken_so_far(claim, penalty->per);
  const Money due = reduction_due(claim, *penalty, taken != nullptr ? *taken : Money());
  const Money cut = least(not_below_zero(due), amounts.plan_pays);
  if (taken != nullptr) *taken += cut;
  amounts.plan_pays -= cut;
  if (claim.held_harmless()) {
    amounts.allowed -= cut;
    amounts.write_off += cut;
    post(claim.result, Rule::no_liability, cut);
    return;
  }
  amounts.penalty = cut;
  post(claim.result, penalty->kind == PenaltyKind::flat ? Rule::reduction_flat : Rule::reduction_percent, cut);
}

}  // namespace preauth
