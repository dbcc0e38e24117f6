#pragma once
// Answers of a worksheet into the files they belong to: each is compared with what the file says now, written where the
// file knows less, and the files that come out are read and checked like any other. A problem points at the sheet.

#include <string>
#include <vector>

#include "load/write_back.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/treatment.h"
#include "model/worksheet.h"

namespace preauth {

struct AnswerRequest {
  const Worksheet& sheet;
  const Plan& plan;
  const Treatment& treatment;  // built_in: no treatment file was named
  std::int32_t plan_file = kNoFile;
  std::int32_t treatment_file = kNoFile;  // kNoFile with a built-in treatment
  bool replace_stronger = false;
  const ReferenceData& reference;
};

struct AnsweredFile {
  std::string text;  // with the answers; empty when there is no such file and no answer for it
  std::vector<TextEdit> edits;
};

struct Answered {
  std::vector<AnswerOutcome> outcomes;  // in the order of the sheet
  AnsweredFile plan;
  AnsweredFile treatment;  // a new file when the treatment is built in
};

// Use the result only when `diagnostics` has no errors.
Answered write_answers(const AnswerRequest& request, SourceSet& sources, Diagnostics& diagnostics);

}  // namespace preauth
