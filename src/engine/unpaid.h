#pragma once
// Steps 1 to 3, the ways in which a plan pays nothing for a line: excluded or not covered, past a limit, denied.
// Nothing accrues, allowed is zero, and who owes what follows from the rate that the plan states for the case.

#include <optional>

#include "engine/claim.h"

namespace preauth {

// Never more than the billed charge. Who states no self-pay price asks for the billed charge.
Money unpaid_price(const ServiceLine& line, NoncoveredRate rate);

// A line that the plan does not cover, whatever was used so far.
struct Uncovered {
  Rule rule = Rule::not_covered;
  NoncoveredRate rate = NoncoveredRate::billed;
  bool by_the_row = false;  // it is the benefit row that says so, and its rate that holds
};
// Nothing for a covered one. `network` is that of network_of(line).
std::optional<Uncovered> uncovered(const Terms& terms, const BenefitTerms& row, const ServiceLine& line,
                                   Network network);

// Each settles the line and returns true when the case holds.
bool settle_not_covered(Claim& claim);
bool settle_past_limit(Claim& claim);
bool settle_denied(Claim& claim);

// Books the whole line as unpaid at a rate. What the rate leaves is a discount, or under no liability the provider's
// loss by `loss`.
void settle_unpaid(Claim& claim, Rule rule, Rule loss, NoncoveredRate rate, std::int8_t provision = kNone);

}  // namespace preauth
