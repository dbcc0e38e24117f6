#pragma once
// Which questions of the catalogue an estimate raises: what is open and moves an amount, what stands on weak evidence,
// what contradicts a rule, what the situation calls for (authorization, a reset, a state's law), what is always asked.

#include "engine/analysis.h"
#include "engine/ask.h"

namespace preauth {

void raise_questions(const PlanAnalysis& analysis, QuestionList& questions);

}  // namespace preauth
