#pragma once
// Plain words for levels of care, rows of a benefit table, networks and kinds of plan, and the title of an option made
// of them: "IOP, 3 days a week, 9 weeks". People say "inpatient" for a 28-day rehab; the titles keep the two apart.

#include <string>

#include "messages/lang.h"
#include "model/estimate.h"
#include "model/vocabulary.h"

namespace preauth {

std::string level_title(Lang lang, Level level);        // "Program (residential)"
std::string benefit_words(Lang lang, Benefit benefit);  // inside a sentence: "the residential program"
std::string network_words(Lang lang, Network network);  // "in network"
std::string kind_words(Lang lang, PlanKind kind);       // "HMO"

// The option's own title, or one made of its levels and their likely schedule. One line, at most 100 columns.
std::string option_title(const OptionEstimate& option, Lang lang);
// The same without the schedule, for sentences: "Detox; then Program (residential)".
std::string option_name(const OptionEstimate& option, Lang lang);

// option_title, with the id behind it where another option of the plan has the same title.
std::string distinct_title(const Comparison& comparison, const OptionEstimate& option, Lang lang);
std::string distinct_name(const Comparison& comparison, const OptionEstimate& option, Lang lang);
// "UHC Gold Standard 2026": the plan's name with its year, unless the name has it.
std::string plan_title(const PlanSummary& plan);

}  // namespace preauth
