#pragma once
// The same steps arranged otherwise, as far as the reader can choose: started before or after the benefit year begins
// again, at another facility of the file, or with two facilities of one level in the other order. Each choice is a copy
// of the treatment in which one thing is changed; its steps keep their levels of care. The order of different levels is
// never changed: which care comes first is a clinical decision. A deposit is about timing only, so it is no choice
// here.

#include <string>
#include <vector>

#include "engine/analysis.h"

namespace preauth {

struct Choice {
  std::string id;     // as in model/estimate.h, Lever
  std::string value;  // the day (YYYY-MM-DD) or the facility
  Treatment treatment;
};

// Pre: the option's likely case was the last that the evaluator ran.
std::vector<Choice> choices_of(const PlanAnalysis& analysis, const OptionAnalysis& option);

// True when waiting, or another day, is nothing to offer: an emergency, detox, a hospital stay, medication treatment.
bool cannot_wait(const PreparedOption& option);

}  // namespace preauth
