#pragma once
// Adjudicator takes the service lines of one course of treatment in date order and decides each one as an insurer does:
// benefit, benefit year, authorization, allowed amount, copay / deductible / coinsurance, out-of-pocket maximum,
// reductions, accumulators. Integer cents, no allocation per line, no files, no clock. Rules: DESIGN.md, "Adjudication".
// A line that does not balance throws BooksDoNotBalance, in release builds too: it is our bug, never the user's.

#include <span>
#include <stdexcept>

#include "engine/ledger.h"
#include "model/accumulators.h"
#include "model/adjudication.h"
#include "model/line.h"
#include "model/terms.h"

namespace preauth {

class BooksDoNotBalance : public std::logic_error {
 public:
  BooksDoNotBalance() : std::logic_error("the books do not balance") {}
};

class Adjudicator {
 public:
  // Terms must outlive the adjudicator.
  Adjudicator(const Terms& terms, const Start& start);

  // Pre: line.date is not before the date of the line before. The result is valid until the next call.
  const Adjudication& adjudicate(const ServiceLine& line);

  // What is used up after the last line, in the benefit year of that line, for its person.
  BucketUse used() const;

 private:
  const Terms& terms_;
  Ledger ledger_;
  Adjudication result_;
};

}  // namespace preauth
