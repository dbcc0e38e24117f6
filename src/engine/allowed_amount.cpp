#include "engine/allowed_amount.h"

namespace preauth {
namespace {

// What the plan would allow if the billed charge were no lower.
Money stated_allowance(const Claim& claim) {
  const ServiceLine& line = claim.line;
  if (claim.network != Network::out) return line.allowed;
  const OutOfNetworkTerms& out = claim.terms.out_of_network;
  note(claim.result, Mattered::out_of_network_method);
  switch (out.method) {
    case OutMethod::line_allowed:
      return line.allowed;
    case OutMethod::percent_of_medicare:
      // A service that Medicare does not price keeps the figure that came with the line, without the percentage.
      return line.medicare.is_positive() ? share_of(line.medicare, out.percent) : line.allowed;
    case OutMethod::percent_of_billed:
      return share_of(line.billed, out.percent);
    case OutMethod::stated_amount:
      return out.stated;
  }
  return line.allowed;
}

void bill_balance(Claim& claim, Money above) {
  const OutOfNetworkTerms& out = claim.terms.out_of_network;
  Amounts& amounts = claim.result.amounts;
  switch (out.balance_limit) {
    case BalanceLimit::none:
      amounts.balance_bill = above;
      break;
    case BalanceLimit::percent_of_allowed:
      amounts.balance_bill =
          least(above, not_below_zero(share_of(amounts.allowed, out.balance_percent) - amounts.allowed));
      break;
    case BalanceLimit::prohibited:
      break;
  }
  amounts.write_off = above - amounts.balance_bill;
  post(claim.result, Rule::balance_bill, amounts.balance_bill);
  post(claim.result, Rule::balance_limited, amounts.write_off);
}

}  // namespace

// The No Surprises Act leaves out ground ambulances, also in an emergency.
bool is_protected_emergency(const ServiceLine& line) { return line.emergency && line.benefit != Benefit::ambulance; }

Network network_of(const ServiceLine& line) {
  if (line.benefit == Benefit::ambulance) return line.network;
  if (line.emergency) return Network::in;
  return line.protected_from_balance && line.network == Network::out ? Network::in : line.network;
}

void set_allowed_amount(Claim& claim) {
  const ServiceLine& line = claim.line;
  Amounts& amounts = claim.result.amounts;
  const Money allowance = stated_allowance(claim);
  if (allowance > line.billed) note(claim.result, Mattered::allowed_capped_at_billed);
  amounts.allowed = least(allowance, line.billed);
  const Money above = line.billed - amounts.allowed;
  if (claim.network == Network::out) {
    bill_balance(claim, above);
    return;
  }
  amounts.write_off = above;
  post(claim.result, line.network == Network::out ? Rule::surprise_protected : Rule::discount, above);
}

}  // namespace preauth
