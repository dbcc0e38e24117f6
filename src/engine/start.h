#pragma once
// What has been used up before the first day: [so_far] of a treatment put into the buckets, limits and pools of Terms.
// A deductible that is said to be partly met is also counted to the out-of-pocket maximum, unless that is stated too.

#include <optional>
#include <span>

#include "engine/expand.h"
#include "engine/unknowns.h"
#include "model/accumulators.h"
#include "model/terms.h"

namespace preauth {

// What of the terms it takes to say what is used up.
struct StartTerms {
  std::span<const BucketTerms> buckets;
  std::span<const LimitTerms> limits;
  std::span<const PoolTerms> pools;
  Money part_a_deductible;
};

StartTerms start_terms(const Terms& terms);

// The amounts used were read so long before the treatment starts that more may have been used since.
bool amounts_are_old(std::optional<Date> as_of, Date start, const Defaults& defaults);

// Asks the chooser how much of the deductible is met when the file does not say, or said so long ago (C2).
void resolve_start(const PreparedTreatment& prepared, const StartTerms& terms, Chooser& chooser, Start& start);

}  // namespace preauth
