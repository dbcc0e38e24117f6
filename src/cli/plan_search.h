#pragma once
// Finding a plan by words in any order: "blue gold tx". A pure function of what is known about each plan.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace preauth {

// What is searched of one plan, most telling first: id, name, issuer, kind, metal, state, year.
struct SearchablePlan {
  std::size_t position = 0;  // in the caller's list
  std::vector<std::string> texts;
};

struct PlanMatch {
  std::size_t position = 0;
  std::vector<std::string> words;  // those of the search that were found, in the order typed
};

// Words of a search: letters and digits, in lower case, no repeats. At most kMostSearchWords.
inline constexpr std::size_t kMostSearchWords = 20;
std::vector<std::string> search_words(std::string_view text);

// The plans in which at least one word stands, those with most words first; among them a whole word counts more than
// the beginning of one, and that more than a part. Ties keep the order of `plans`.
std::vector<PlanMatch> search_plans(const std::vector<SearchablePlan>& plans, const std::vector<std::string>& words);

}  // namespace preauth
