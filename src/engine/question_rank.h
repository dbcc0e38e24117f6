#pragma once
// In which order to ask: by the dollars that the answer moves, or that are at risk without it. What has no figure in
// dollars comes after what has one.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/money.h"
#include "model/estimate.h"

namespace preauth {

struct Rank {
  bool blocks = false;  // nothing can be estimated without the answer
  Money dollars;        // how far the estimate moves on average; without a sample, at most
  Money swing;
  bool contradicts = false;   // a rule, which is worth a word even without a figure
  std::int32_t priority = 2;  // of the catalogue
  std::size_t catalogue = 0;  // position
};

// True when `a` is asked before `b`. A total order, since no two questions have the same position.
bool asked_before(const Rank& a, const Rank& b);

// Ranks what is lost when nobody asks for authorization, or when a review ends it and no chance of that is published:
// 1 in 20, an assumption that orders questions and enters no amount.
inline constexpr Rate kAssumedMiss = Rate::percent(5);

// Question::reason_detail where an option has no figure at all without the answer.
inline constexpr std::string_view kBlockingDetail = "no-price";

int strength(QuestionReason reason);  // of several reasons, the strongest is named

}  // namespace preauth
