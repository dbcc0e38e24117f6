#include "engine/adjudicate.h"

#include "engine/allowed_amount.h"
#include "engine/authorization_penalty.h"
#include "engine/claim.h"
#include "engine/cost_sharing.h"
#include "engine/limits.h"
#include "engine/medicare_part_a.h"
#include "engine/out_of_pocket.h"
#include "engine/unpaid.h"

namespace preauth {
namespace {

void post_shares(Claim& claim, const Shares& shares) {
  Amounts& amounts = claim.result.amounts;
  amounts.deductible = shares.deductible;
  amounts.copay = shares.copay;
  amounts.coinsurance = shares.coinsurance;
  post(claim.result, shares.deductible_rule, shares.deductible, shares.deductible_bucket);
  post(claim.result, Rule::copay, shares.copay, claim.row.tier_count > 1 ? claim.row.pool : kNone);
  post(claim.result, shares.coinsurance_rule, shares.coinsurance);
}

// Steps 4 to 8. The maximum comes before the reductions: a penalty cuts what the plan would really have paid. Dollar
// limits come last, because they count what it really pays.
void settle_covered(Claim& claim) {
  set_allowed_amount(claim);
  Shares shares = claim.row.medicare_part_a ? share_part_a(claim) : share_costs(claim);
  stop_at_maximum(claim, shares);
  post_shares(claim, shares);
  claim.result.amounts.plan_pays = claim.result.amounts.allowed - shares.total();
  reduce_plan_payment(claim);
  stop_at_dollar_limits(claim);
  fill_accumulators(claim, shares);
  count_limits(claim);
  count_visits(claim);
}

// A benefit period goes on while the patient is in hospital, whoever pays, so it is entered before anything can end
// the line.
void decide(Claim& claim) {
  if (settle_not_covered(claim)) return;
  enter_benefit_period(claim);
  if (settle_past_limit(claim) || settle_denied(claim)) return;
  settle_covered(claim);
}

}  // namespace

Adjudicator::Adjudicator(const Terms& terms, const Start& start) : terms_(terms), ledger_(terms, start) {}

const RowRules& Adjudicator::rules_of(Benefit benefit, Network network) {
  RowRules& rules = rules_[index(benefit)][index(network)];
  if (!rules.ready) rules = row_rules(terms_, benefit, network);
  return rules;
}

const Adjudication& Adjudicator::adjudicate(const ServiceLine& line) {
  result_.amounts = Amounts();
  result_.amounts.billed = line.billed;
  result_.mattered = 0;
  result_.adjustment_count = 0;
  const Network network = network_of(line);
  const BenefitTerms& row = terms_.of(line.benefit, network);
  const Place place = ledger_.enter(line, row_of(row, line.benefit), result_);
  Claim claim = {terms_, line, row, rules_of(line.benefit, network), network, ledger_, place, result_};
  decide(claim);
  check_books(result_);
  return result_;
}

}  // namespace preauth
