#pragma once
// Which defaults mattered: every open value an option's amount depends on, every silent rule that took or spared a
// dollar on some line, and every stand-in of the treatment (schedule, price, network, start). Each names the path to
// state instead, the value used and its source.

#include <vector>

#include "engine/extremes.h"
#include "model/estimate.h"

namespace preauth {

// A value of an unknown as it would stand in the file.
std::string value_text(const Unknown& unknown, std::int64_t value);

void collect_assumptions(const EstimateModel& model, const PreparedOption& option, const Extremes& extremes,
                         MatteredMask mattered, std::vector<Assumption>& assumptions);

}  // namespace preauth
