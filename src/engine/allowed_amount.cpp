#include "engine/allowed_amount.h"

namespace preauth {
namespace {

// What the plan would allow if the billed charge were no lower.
Money stated_allowance(const OutOfNetworkTerms& out, const ServiceLine& line, Network network) {
  if (network != Network::out) return line.allowed;
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

// How much of the charge above the allowed amount may be billed to the patient.
Money balance_of(const OutOfNetworkTerms& out, Money allowed, Money above) {
  switch (out.balance_limit) {
    case BalanceLimit::none:
      return above;
    case BalanceLimit::percent_of_allowed:
      return least(above, not_below_zero(share_of(allowed, out.balance_percent) - allowed));
    case BalanceLimit::prohibited:
      break;
  }
  return Money();
}

}  // namespace

// The No Surprises Act leaves out ground ambulances, also in an emergency.
bool is_protected_emergency(const ServiceLine& line) { return line.emergency && line.benefit != Benefit::ambulance; }

Network network_of(const ServiceLine& line) {
  if (line.benefit == Benefit::ambulance) return line.network;
  if (line.emergency) return Network::in;
  return line.protected_from_balance && line.network == Network::out ? Network::in : line.network;
}

PricedLine price_line(const OutOfNetworkTerms& out, const ServiceLine& line, Network network) {
  const Money allowance = stated_allowance(out, line, network);
  PricedLine priced;
  priced.limited_by_charge = allowance > line.billed;
  priced.allowed = least(allowance, line.billed);
  const Money above = line.billed - priced.allowed;
  if (network == Network::out) priced.balance_bill = balance_of(out, priced.allowed, above);
  priced.write_off = above - priced.balance_bill;
  return priced;
}

void set_allowed_amount(Claim& claim) {
  const ServiceLine& line = claim.line;
  const PricedLine priced = price_line(claim.terms.out_of_network, line, claim.network);
  if (claim.network == Network::out) note(claim.result, Mattered::out_of_network_method);
  if (priced.limited_by_charge) note(claim.result, Mattered::allowed_capped_at_billed);
  claim.result.amounts.allowed = priced.allowed;
  claim.result.amounts.write_off = priced.write_off;
  claim.result.amounts.balance_bill = priced.balance_bill;
  const Rule in_network_loss = line.network == Network::out ? Rule::surprise_protected : Rule::discount;
  post(claim.result, Rule::balance_bill, priced.balance_bill);
  post(claim.result, claim.network == Network::out ? Rule::balance_limited : in_network_loss, priced.write_off);
}

}  // namespace preauth
