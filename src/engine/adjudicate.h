#pragma once
// Adjudicator takes the service lines of one course of treatment in date order and decides each one as an insurer does:
// benefit, benefit year, limits, authorization, allowed amount, copay / deductible / coinsurance, out-of-pocket
// maximum, reductions, accumulators. Integer cents, no allocation per line, no files, no clock. Rules: DESIGN.md,
// "Adjudication". A line that does not balance throws BooksDoNotBalance, in release builds too: it is our bug, never
// the user's.

#include <array>

#include "engine/books.h"
#include "engine/ledger.h"
#include "engine/row_rules.h"
#include "model/accumulators.h"
#include "model/adjudication.h"
#include "model/line.h"
#include "model/terms.h"

namespace preauth {

class Adjudicator {
 public:
  // Terms must outlive the adjudicator.
  Adjudicator(const Terms& terms, const Start& start);

  // Pre: line.date is not before the date of the line before; no amount of the line is negative. The result is valid
  // until the next call. After MoneyOverflow the accumulators are no longer meaningful.
  const Adjudication& adjudicate(const ServiceLine& line);

  // How many further lines of the run, identical to `line` but for the day, would be decided exactly as the last two
  // were; at most `most`. They are counted as decided. Zero where that cannot be told at a glance. Pre: `line` was the
  // last line adjudicated, the one before it was the line before it in the run with the same result, and no other run's
  // line falls on a day up to the last of them.
  std::int32_t repeat(const Run& run, const ServiceLine& line, std::int32_t most);

  // What is used up after the last line, in the benefit year of that line, for its person. Before the first line: what
  // was used at the start.
  BucketUse used() const { return ledger_.used(); }

 private:
  const RowRules& rules_of(Benefit benefit, Network network);

  const Terms& terms_;
  Ledger ledger_;
  Adjudication result_;
  std::array<std::array<RowRules, kNetworkCount>, kBenefitCount> rules_{};
};

}  // namespace preauth
