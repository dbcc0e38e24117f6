#pragma once
// The books of one line: adjustments are posted with the group and reason code of their rule, and the check that ends
// every line proves that billed charge, plan payment, write-off and patient responsibility agree. It runs in every
// build: a line that fails throws BooksDoNotBalance, which is our bug and never the user's.

#include <cstdint>
#include <stdexcept>

#include "base/money.h"
#include "model/adjudication.h"
#include "model/terms.h"

namespace preauth {

class BooksDoNotBalance : public std::logic_error {
 public:
  BooksDoNotBalance() : std::logic_error("the books do not balance") {}
};

// Adds an adjustment under the rule's own group and code; nothing when the amount is zero. `provision` is the index of
// the bucket, limit or pool that the rule stands in, or kNone.
void post_amount(Adjudication& result, Rule rule, Money amount, std::int8_t provision);
inline void post(Adjudication& result, Rule rule, Money amount, std::int8_t provision = kNone) {
  if (!amount.is_zero()) post_amount(result, rule, amount, provision);
}

constexpr void note(Adjudication& result, Mattered what) { result.mattered |= static_cast<MatteredMask>(what); }

// Throws BooksDoNotBalance unless every identity of model/adjudication.h holds and no amount is negative.
void check_books(const Adjudication& result);
// The same of amounts without adjustments: one line's, or the sum of several.
void check_books(const Amounts& amounts);

}  // namespace preauth
