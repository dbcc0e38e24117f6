#pragma once
// Completion inside a prompt: which of the words that fit it goes on from what was typed. Cells of several words are
// completed from any word on: "20% coinsurance aft" goes on with "after deductible".

#include <string>
#include <string_view>
#include <vector>

namespace preauth {

struct Completion {
  std::string insert;                   // what to add to the line; may be empty
  std::vector<std::string> candidates;  // when several are possible and nothing can be added
};

Completion complete(std::string_view line, const std::vector<std::string>& words);

}  // namespace preauth
