#pragma once
// What the sample says beside low and high: where most cases lie, and how often an option goes above the budget.

#include <string>
#include <vector>

#include "messages/lang.h"
#include "model/estimate.h"

namespace preauth {

// For the options of one plan: a sentence of the usual ranges, where they are clearly narrower than "could be", and one
// of the budget. None without a sample.
std::vector<std::string> sample_sentences(const Comparison& comparison, std::size_t plan, Lang lang);

}  // namespace preauth
