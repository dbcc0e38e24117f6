#pragma once
// Answers that were given before the conversation: an answers file (TOML: one line  ID = "words"  for each prompt) and
// words of the command line.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "interview/prompts.h"

namespace preauth {

struct GivenAnswer {
  std::string id;
  Typed typed;
};

// Problems (interview.unknown-prompt and those of TOML) go to `diagnostics`. The words stand in file `file` of
// `sources`.
std::vector<GivenAnswer> read_answers_file(InterviewKind kind, const SourceSet& sources, std::int32_t file,
                                           Diagnostics& diagnostics);
// ID=TEXT; the words become a source of their own.
std::optional<GivenAnswer> read_answer_option(InterviewKind kind, std::string_view text, SourceSet& sources,
                                              Diagnostics& diagnostics);

}  // namespace preauth
