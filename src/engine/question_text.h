#pragma once
// The words of a question: the catalogue's sentence with the levels of care it is about. One level stands in the
// sentence; several stand before it: "For IOP, PHP and residential: which line of the benefit table is each paid
// under?"

#include <string>
#include <string_view>
#include <vector>

#include "model/estimate.h"
#include "model/reference.h"

namespace preauth {

std::string question_text(std::string_view sentence, BenefitMask benefits, const ReferenceData& reference);
// The rows of a set that are levels of care, in order.
std::vector<Level> levels_in(BenefitMask benefits);

}  // namespace preauth
