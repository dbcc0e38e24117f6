#pragma once
// When to stop asking: a question whose answer moves no option by a chosen amount is left out, unless it is one of the
// classic ones, always asked, about authorization, or points at a contradiction. What has no figure in dollars is kept
// for the end of the call when it can change the bill by thousands (priority 1), and counted otherwise.

#include <optional>

#include "model/estimate.h"
#include "model/question_choice.h"

namespace preauth {

// The larger of $50 and 2 % of the largest likely amount: less than that is not worth a call.
Money usual_stop(const Comparison& comparison);

// `worth`: stop below this; empty: usual_stop. Zero leaves nothing out. `top`: so many questions, and no others.
QuestionChoice choose_questions(const Comparison& comparison, std::optional<Money> worth,
                                std::optional<std::size_t> top);

}  // namespace preauth
