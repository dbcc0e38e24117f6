#pragma once
// What `preauth new` reads before the first question, so that nobody answers a dozen prompts and is then told that a
// file cannot be used: the file that will be written, --from, --with, --answers and --answer.

#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "interview/conversation.h"

namespace preauth {

struct NewFiles {
  std::string target;
  Inputs with;  // the plan or treatment to compare with
  std::optional<StartFrom> start;
  SourceSet words;  // of the given answers
  std::vector<GivenAnswer> given;
};

// Use the result only when the context's diagnostics have no errors. Problems of the answers go to `of_answers`, whose
// places are in `words`.
NewFiles read_new_files(Context& context, Diagnostics& of_answers);

}  // namespace preauth
