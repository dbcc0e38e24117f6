#pragma once
// A plan, a treatment and a worksheet given as texts, and what comes of answering: the two files, what became of each
// answer, everything that was said.

#include <string>
#include <string_view>
#include <vector>

#include "load/worksheet_answers.h"
#include "load/worksheet_loader.h"

namespace preauth::test {

// Each behind its schema line; an empty treatment is a built-in one.
struct Desk {
  std::string plan = "[plan]\nid = \"acme\"\nyear = 2026\n";
  std::string treatment = "[client]\nid = \"alex\"\n";
  std::string as_of = "2026-01-05";
  bool replace_stronger = false;
};

struct Outcomes {
  Answered answered;
  SourceSet sources;
  Diagnostics diagnostics;
  std::string plan;  // without the schema line
  std::string treatment;
  std::vector<AnswerFate> fates;
  // "answer.stale", … in the order in which they were added.
  std::vector<std::string> ids() const;
  const Diagnostic& problem(std::string_view id) const;
  // The line of the sheet's text (as given) that a problem points at; empty when it points elsewhere.
  std::string sheet_line(const Diagnostic& problem) const;
  std::int32_t sheet_file = kNoFile;
};

// [sheet] and [call] as they usually are, for the desk's files.
std::string usual_head();
// One [[answers]] part; `value` is TOML text.
std::string answer_part(std::string_view id, std::string_view field, std::string_view was, std::string_view value,
                        std::string_view more = "");
Outcomes answer(const Desk& desk, std::string_view sheet);

}  // namespace preauth::test
