#pragma once
// Step 4: the allowed amount of a covered line and what becomes of the charge above it: written off in network, balance
// billed out of network unless a limiting charge or the law on surprise bills stops it.

#include "base/money.h"
#include "engine/claim.h"

namespace preauth {

// Whose share and accumulators hold for a line: in network for an emergency and for an out-of-network professional at
// an in-network hospital.
Network network_of(const ServiceLine& line);

// An emergency that the No Surprises Act protects: not a ground ambulance.
bool is_protected_emergency(const ServiceLine& line);

// A covered line before anybody's share: billed = allowed + write_off + balance_bill.
struct PricedLine {
  Money allowed;
  Money write_off;
  Money balance_bill;
  bool limited_by_charge = false;  // the plan would have allowed more than is billed
};

// `network` is that of network_of(line).
PricedLine price_line(const OutOfNetworkTerms& out, const ServiceLine& line, Network network);

// Sets allowed, write_off and balance_bill of the result and posts their adjustments.
void set_allowed_amount(Claim& claim);

}  // namespace preauth
