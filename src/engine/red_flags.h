#pragma once
// What is worth asking about in a plan beside its amounts: a behavioral rule with no medical twin (parity), a
// contradiction with what an HSA-qualified plan may do, a kind of plan outside parity or essential benefits, a limit
// that the treatment will hit, coverage that ends inside the treatment. "Worth asking", never "illegal".

#include "engine/analysis.h"

namespace preauth {

void find_red_flags(const PlanAnalysis& analysis, std::vector<RedFlag>& flags);

}  // namespace preauth
