#pragma once
// What is known about the authorization of a step, what can become of it, and what to do by when, in plain sentences.

#include <string>
#include <vector>

#include "messages/lang.h"
#include "model/estimate.h"

namespace preauth {

// Whether it is required and for which days.
std::string required_sentence(const StepAuthorization& step, Lang lang);
// The rest: a state law, cadence, reviews, who asks, published refusals. Empty where nothing is required.
std::vector<std::string> authorization_sentences(const StepAuthorization& step, Lang lang);
// How fast the plan must decide. Every step of an option has the clock of the plan.
std::vector<std::string> clock_sentences(const OptionEstimate& option, Lang lang);

// "cut from 19 Jan 2026"
std::string branch_words(const AuthorizationBranch& branch, Lang lang);
// "$2,180", or a range where either party may be liable.
std::string branch_patient(const AuthorizationBranch& branch, Lang lang);
// The cost of each further unapproved day; empty when there is none.
std::string branch_day(const AuthorizationBranch& branch, Lang lang);
// "the provider"; empty when there is nothing to bear.
std::string liable_words(LiableParty party, Lang lang);

// Without its day. `step` is the step of the task.
std::string task_sentence(const Task& task, const StepAuthorization& step, Lang lang);
// The step of a task; nullptr when the option has none of that number.
const StepAuthorization* step_of(const OptionEstimate& option, const Task& task);

}  // namespace preauth
