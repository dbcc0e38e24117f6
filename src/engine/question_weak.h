#pragma once
// Stated values that an estimate rests on although the evidence for them is weak: a call, a portal or an assumption, or
// amounts used so far that were read long before the treatment.

#include "engine/ask.h"
#include "engine/question_fields.h"
#include "engine/situation.h"

namespace preauth {

// Of the plan and treatment as a whole.
void raise_weak_amounts(const PlanAnalysis& analysis, const FieldMaker& fields, QuestionList& questions);
// Of one step: the row that applies, its authorization, the facility and its prices.
void raise_weak_values(const Situation& situation, QuestionList& questions);

}  // namespace preauth
