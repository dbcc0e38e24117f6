#pragma once
// What an out-of-network facility would cost if the insurer granted in-network terms there (a single-case agreement or
// a network gap exception): the share of the in-network column at the allowed amount as it is, and no balance bill,
// because such an agreement settles the price. It covers the facility's own days; what others bill beside them stays as
// planned.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analysis.h"

namespace preauth {

// Facilities of the option that are stated to be out of network, as ServiceLine::facility counts them. None under
// Original Medicare, which has no networks to make an exception from, and none for an emergency, which has in-network
// terms already.
std::vector<std::uint16_t> out_of_network_facilities(const PlanAnalysis& analysis, const OptionAnalysis& option);

// Likely patient amount of the whole option with the exception. Empty: nothing of it is billed there.
std::optional<Money> patient_with_exception(const PlanAnalysis& analysis, const OptionAnalysis& option,
                                            std::uint16_t facility);

}  // namespace preauth
