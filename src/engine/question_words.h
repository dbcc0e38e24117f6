#pragma once
// The words of the question catalogue's `when`: small predicates of a step in its surroundings ("residential",
// "no-facility", "crosses-reset"). A question is raised where all words of one of its alternatives hold.

#include <bitset>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/situation.h"

namespace preauth {

inline constexpr std::size_t kMostWords = 96;
using WordSet = std::bitset<kMostWords>;

struct QuestionWord {
  std::string_view name;
  // contradiction: what the files say conflicts with a rule. open: the plan is silent. Else situation.
  QuestionReason reason;
  bool (*holds)(const Situation&);
};

// Levels of care first, so that the first other word of an alternative says what is special.
std::span<const QuestionWord> question_words();
inline constexpr std::size_t kLevelWords = 12;

// The alternatives of `when`. One with a word that does not exist is left out; a test reads every `when`.
std::vector<WordSet> alternatives_of(std::string_view when);
WordSet words_that_hold(const Situation& situation);

struct WhenMatch {
  QuestionReason reason = QuestionReason::situation;
  std::string_view word;  // the most telling one; empty: only levels of care
};
// The strongest alternative that holds.
std::optional<WhenMatch> match(const std::vector<WordSet>& alternatives, const WordSet& holding);

}  // namespace preauth
