#pragma once
// What becomes of the authorization of each step of an option, and what to do by when. It never mixes into low, high or
// bands: each branch is the whole option with one step's authorization changed and everything else likely, with the
// liable party and the cost of each further unapproved day (the course as it is, less the same course without its last
// day). Where the plan does not say who bears a denial, both answers make the range.
//
// Models, where the texts leave a choice:
//   cut          one branch per review, the days from there on unapproved; of more than kMostCuts reviews that many,
//                spread evenly over the step. A branch takes two evaluations, four where the liable party is unknown.
//   late         the request is made when the first block (stated or the usual one) has passed; the days before it,
//   less
//                the plan's retro days, are late. The cost of a further day is that of asking one day later.
//   appeal       against a refusal at the first review, urgent, filed that day. The plan pays until the decision where
//                29 CFR 2560.503-1(f)(2)(ii) or 45 CFR 147.136(b)(2)(iii) binds it; only such plans have these
//                branches.
//   emergency    hospital and detox: as many days as the file says (one) are an emergency, notice is given in time.
// A state law that certainly applies takes the days it frees out of every branch.

#include <cstdint>
#include <vector>

#include "engine/evaluate.h"
#include "model/estimate.h"

namespace preauth {

inline constexpr std::size_t kMostCuts = 8;

struct AuthorizationOutlook {
  std::vector<StepAuthorization> steps;
  std::vector<Task> tasks;  // in order of day
};

AuthorizationOutlook authorization_outlook(const EstimateModel& model, std::size_t option, Evaluator& evaluator,
                                           const Amounts& likely);

}  // namespace preauth
