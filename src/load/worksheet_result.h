#pragma once
// The files that answers make, read and checked as if they had been written by hand. A problem with a value that came
// from the sheet points at the sheet, because that is where it can be put right.

#include <string>
#include <vector>

#include "load/worksheet_answers.h"

namespace preauth {

struct WrittenAnswer {
  std::string path;
  const SheetAnswer* answer = nullptr;
};

// Adds the problems that the files as they were did not have.
void check_result(const AnswerRequest& request, const Answered& answered, const std::vector<WrittenAnswer>& written,
                  SourceSet& sources, Diagnostics& diagnostics);

}  // namespace preauth
