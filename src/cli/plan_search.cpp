#include "cli/plan_search.h"

#include <algorithm>

#include "base/text.h"

namespace preauth {
namespace {

// Every byte of a letter beyond ASCII belongs to its word.
bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : lower_ascii(text) + " ") {
    if (is_word_character(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

// Two letters may be a state, and stand inside many words: only longer words are looked for inside others.
int strength(const std::string& wanted, const std::string& found) {
  constexpr std::size_t kLeastPart = 3;
  if (wanted == found) return 4;
  if (wanted.size() < kLeastPart) return 0;
  if (found.starts_with(wanted)) return 2;
  return found.find(wanted) == std::string::npos ? 0 : 1;
}

int strength(const std::string& wanted, const SearchablePlan& plan) {
  int best = 0;
  for (const std::string& text : plan.texts) {
    for (const std::string& word : words_of(text)) best = std::max(best, strength(wanted, word));
  }
  return best;
}

struct Ranked {
  PlanMatch match;
  int strength = 0;
};

}  // namespace

std::vector<std::string> search_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::string& word : words_of(text)) {
    const bool is_new = std::find(words.begin(), words.end(), word) == words.end();
    if (is_new && words.size() < kMostSearchWords) words.push_back(std::move(word));
  }
  return words;
}

std::vector<PlanMatch> search_plans(const std::vector<SearchablePlan>& plans, const std::vector<std::string>& words) {
  std::vector<Ranked> found;
  for (const SearchablePlan& plan : plans) {
    Ranked ranked{{plan.position, {}}, 0};
    for (const std::string& word : words) {
      const int of_word = strength(word, plan);
      if (of_word == 0) continue;
      ranked.match.words.push_back(word);
      ranked.strength += of_word;
    }
    if (!ranked.match.words.empty()) found.push_back(std::move(ranked));
  }
  std::stable_sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) {
    if (a.match.words.size() != b.match.words.size()) return a.match.words.size() > b.match.words.size();
    return a.strength > b.strength;
  });
  std::vector<PlanMatch> matches;
  for (Ranked& ranked : found) matches.push_back(std::move(ranked.match));
  return matches;
}

}  // namespace preauth
