#include "interview/word_completion.h"

#include <algorithm>

#include "base/text.h"

namespace preauth {
namespace {

struct Match {
  std::string_view word;
  std::size_t typed = 0;  // bytes of the word that stand at the end of the line
};

// The longest end of the line, from the beginning of a word on, that begins one of the words.
std::vector<Match> matches_of(std::string_view line, const std::vector<std::string>& words) {
  for (std::size_t begin = 0; begin < line.size(); ++begin) {
    if (line[begin] == ' ' || (begin > 0 && line[begin - 1] != ' ')) continue;
    const std::string end = lower_ascii(line.substr(begin));
    std::vector<Match> matches;
    for (const std::string& word : words) {
      if (word.size() > end.size() && lower_ascii(word).starts_with(end)) matches.push_back({word, end.size()});
    }
    if (!matches.empty()) return matches;
  }
  return {};
}

}  // namespace

Completion complete(std::string_view line, const std::vector<std::string>& words) {
  const std::vector<Match> matches = matches_of(line, words);
  if (matches.empty()) return {};
  std::string_view common = matches.front().word.substr(matches.front().typed);
  for (const Match& match : matches) {
    const std::string_view rest = match.word.substr(match.typed);
    const auto [end, unused] = std::mismatch(common.begin(), common.end(), rest.begin(), rest.end());
    common = common.substr(0, static_cast<std::size_t>(end - common.begin()));
  }
  Completion completion{std::string(common), {}};
  if (!common.empty() || matches.size() == 1) return completion;
  for (const Match& match : matches) completion.candidates.emplace_back(match.word);
  return completion;
}

}  // namespace preauth
