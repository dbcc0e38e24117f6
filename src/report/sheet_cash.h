#pragma once
// When the money of the likely case is needed: a deposit before the step that asks for it, then what is owed for the
// care of each month, the deposit taken off. And what daily life costs beside it, as the treatment file states.

#include <cstdint>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "model/estimate.h"
#include "model/treatment.h"

namespace preauth {

struct MonthDue {
  Date month;  // its first day
  Money due;
};

struct CashPlan {
  Money before;                  // before the first day of care
  std::vector<MonthDue> months;  // every month of care in order, also those with nothing due
  Money unused;                  // of the deposits: more than is owed

  Money total() const;
};

// Pre: the option has its lines. before + months = patient amount + unused.
CashPlan cash_plan(const OptionEstimate& option, const Treatment& treatment);

struct LifeCost {
  std::int64_t days_off = 0;  // Monday to Friday with care
  std::int64_t trips = 0;     // days with care outside the home; one for an admission
  std::int64_t childcare_days = 0;
  Money total;
};

LifeCost life_cost(const OptionEstimate& option, const Life& life);

// Of a stated amount; the middle of a stated range; nothing when it is not known.
Money stated_amount(const Field<Money>& field);

}  // namespace preauth
