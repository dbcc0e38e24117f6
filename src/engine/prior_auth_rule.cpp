#include "engine/prior_auth_rule.h"

#include "model/terms.h"

namespace preauth {

PriorAuthPlace prior_auth_for(const Plan& plan, Benefit benefit, std::int8_t words) {
  const PriorAuthRule& own = plan.row(benefit).prior_auth;
  if (own.stated) return {own, benefit};
  if (words != kNone) {
    const Benefit row = static_cast<Benefit>(words);
    const PriorAuthRule& followed = plan.row(row).prior_auth;
    if (followed.stated) return {followed, row};
  }
  return {plan.prior_auth, std::nullopt};
}

}  // namespace preauth
