#pragma once
// Which of an estimate's questions are worth a call, once a stop rule has been applied: positions in
// Comparison::questions, in the order to ask them, and how many are left out and why.

#include <cstddef>
#include <vector>

#include "base/money.h"

namespace preauth {

struct QuestionChoice {
  std::vector<std::size_t> asked;
  std::vector<std::size_t> if_time;  // without a figure in dollars; worth a word once the others are answered
  std::size_t below = 0;             // left out: each moves the answer by less than stop_at
  std::size_t unpriced = 0;          // left out: no figure in dollars
  std::size_t beyond_top = 0;        // left out: beyond the number that was asked for
  Money stop_at;
  bool settled = false;  // no answer moves the estimate by stop_at or more

  std::size_t left_out() const { return below + unpriced + beyond_top; }
};

}  // namespace preauth
