#pragma once
// The sentences of a call script, shared by the renderers meant for people and by the worksheet: what a question
// settles, why it came up, what the file takes for an answer, what was left out.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "messages/lang.h"
#include "model/estimate.h"
#include "model/question_choice.h"

namespace preauth {

// A question with its place in the order, from 1.
struct RankedQuestion {
  std::size_t rank = 1;
  const Question* question = nullptr;
};

// One part of the script: the questions for one number to call.
struct QuestionGroup {
  std::string heading;
  std::vector<RankedQuestion> questions;
};

// "Ask the insurer"
std::string ask_heading(std::string_view ask, Lang lang);
// Whom to call, those with a question only; inside a group by rank.
std::vector<QuestionGroup> groups_of(const Comparison& comparison, const std::vector<std::size_t>& positions,
                                     Lang lang);
std::vector<RankedQuestion> ranked(const Comparison& comparison, const QuestionChoice& choice);

// "Settles up to $2,471, 68% of what is uncertain about IOP." One sentence each, without those that have nothing to
// say.
std::vector<std::string> worth_sentences(const Comparison& comparison, const Question& question, Lang lang);
// The catalogue's reason, and what in the files raised the question.
std::vector<std::string> why_sentences(const Question& question, Lang lang);
// What the file takes for an answer; empty when anything goes.
std::string answer_sentence(const AnswerField& field, Lang lang);
// The same for all fields of a question together.
std::vector<std::string> answer_sentences(const Question& question, Lang lang);

// Title, what the order means, where the budget stands.
std::string script_title(const Comparison& comparison, Lang lang);
std::vector<std::string> head_sentences(const Comparison& comparison, const QuestionChoice& choice, Lang lang);
std::vector<std::string> things_at_hand(const Comparison& comparison, const QuestionChoice& choice, Lang lang);
std::string opening_words(const Comparison& comparison, Lang lang);
std::vector<std::string> left_out_sentences(const QuestionChoice& choice, Lang lang);
std::vector<std::string> words_for_vague_answers(Lang lang);
// The dated tasks of every option, one sentence each.
std::vector<std::string> date_sentences(const Comparison& comparison, Lang lang);

}  // namespace preauth
