#include "engine/question_stop.h"

#include "engine/question_rank.h"

namespace preauth {
namespace {

constexpr Money kLeastStop = Money::dollars(50);
constexpr Rate kStopShare = Rate::percent(2);

bool is_always_worth_it(const Question& question) {
  const bool authorization = question.id.starts_with('D') && question.priority == 1;
  return question.reason == QuestionReason::always || question.classic || authorization ||
         question.reason == QuestionReason::contradiction || question.reason_detail == kBlockingDetail;
}

void choose(const Question& question, std::size_t position, QuestionChoice& choice) {
  const bool moves = question.has_figure() && question.most_moved() >= choice.stop_at;
  if (moves || is_always_worth_it(question)) {
    choice.asked.push_back(position);
  } else if (question.has_figure()) {
    ++choice.below;
  } else if (question.priority == 1 || question.reason == QuestionReason::weak || choice.stop_at.is_zero()) {
    choice.if_time.push_back(position);
  } else {
    ++choice.unpriced;
  }
}

}  // namespace

Money usual_stop(const Comparison& comparison) {
  Money largest;
  for (const OptionEstimate& option : comparison.options) {
    if (option.unpriced.empty()) largest = greatest(largest, option.likely.patient());
  }
  return greatest(kLeastStop, share_of(largest, kStopShare));
}

QuestionChoice choose_questions(const Comparison& comparison, std::optional<Money> worth,
                                std::optional<std::size_t> top) {
  QuestionChoice choice;
  choice.stop_at = worth.value_or(usual_stop(comparison));
  choice.settled = true;
  for (std::size_t i = 0; i < comparison.questions.size(); ++i) {
    const Question& question = comparison.questions[i];
    choose(question, i, choice);
    if (question.has_figure() && question.most_moved().is_positive() && question.most_moved() >= choice.stop_at) {
      choice.settled = false;
    }
  }
  if (!top) return choice;
  choice.beyond_top = choice.if_time.size();
  choice.if_time.clear();
  if (choice.asked.size() > *top) {
    choice.beyond_top += choice.asked.size() - *top;
    choice.asked.resize(*top);
  }
  return choice;
}

}  // namespace preauth
