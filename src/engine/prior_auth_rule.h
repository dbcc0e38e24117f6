#pragma once
// Which of a plan's rules on asking first holds for a benefit: that of its own row, else of the row its words stand in,
// else of the plan as a whole.

#include <cstdint>
#include <optional>

#include "model/plan.h"

namespace preauth {

struct PriorAuthPlace {
  const PriorAuthRule& rule;
  std::optional<Benefit> row;  // where it stands; none: it is the plan's
};

// `words` is the row whose words apply, as BenefitTerms::row has it: kNone means the benefit's own.
PriorAuthPlace prior_auth_for(const Plan& plan, Benefit benefit, std::int8_t words);

}  // namespace preauth
