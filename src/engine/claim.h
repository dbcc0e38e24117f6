#pragma once
// Claim is one service line with everything it is decided by: its terms, the row and network whose rules hold, where
// its amounts are counted, and the result that the steps fill in. It lives for one call of Adjudicator::adjudicate.

#include "engine/books.h"
#include "engine/cost_split.h"
#include "engine/ledger.h"
#include "engine/row_rules.h"
#include "model/adjudication.h"
#include "model/line.h"
#include "model/terms.h"

namespace preauth {

// Medicaid in network: what the plan does not pay is the provider's loss.
constexpr bool held_harmless(const Terms& terms, Network network) {
  return terms.hold_harmless && (mask(network) & kInNetworks) != 0;
}

struct Claim {
  const Terms& terms;
  const ServiceLine& line;
  const BenefitTerms& row;
  const RowRules& rules;
  Network network;  // whose share and accumulators hold; `in` for an emergency, whatever the line says
  Ledger& ledger;
  Place place;
  Adjudication& result;

  RowUse& row_use() const { return *place.row; }
  Money& year_cap() const { return place.own->caps[row_of(row, line.benefit)]; }
  std::int32_t& visits() const { return place.own->visits[row_of(row, line.benefit)]; }
  bool held_harmless() const { return preauth::held_harmless(terms, network); }
};

// The patient's share of a covered line, before and after the out-of-pocket maximum.
struct Shares : Split {
  Rule deductible_rule = Rule::deductible;
  Rule coinsurance_rule = Rule::coinsurance;
  std::int8_t deductible_bucket = kNone;
};

}  // namespace preauth
