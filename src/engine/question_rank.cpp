#include "engine/question_rank.h"

namespace preauth {

bool asked_before(const Rank& a, const Rank& b) {
  if (a.blocks != b.blocks) return a.blocks;
  if (a.dollars != b.dollars) return a.dollars > b.dollars;
  if (a.swing != b.swing) return a.swing > b.swing;
  if (a.contradicts != b.contradicts) return a.contradicts;
  if (a.priority != b.priority) return a.priority < b.priority;
  return a.catalogue < b.catalogue;
}

// What contradicts a rule before what stands on weak evidence, what the situation calls for, and what is only silent.
int strength(QuestionReason reason) {
  switch (reason) {
    case QuestionReason::contradiction:
      return 4;
    case QuestionReason::weak:
      return 3;
    case QuestionReason::situation:
      return 2;
    case QuestionReason::open:
      return 1;
    case QuestionReason::always:
      return 0;
  }
  return 0;
}

}  // namespace preauth
