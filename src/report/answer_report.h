#pragma once
// What `preauth answer` did: which answers went into which file, which did not and why, what each option costs before
// and after, and what is worth asking now. Text for people, JSON for programs (schema preauth.answer/1).

#include <optional>
#include <string>
#include <vector>

#include "model/estimate.h"
#include "model/question_choice.h"
#include "model/worksheet.h"
#include "report/text_style.h"

namespace preauth {

struct AnswerReport {
  struct File {
    bool in_treatment = false;
    std::string path;    // where it goes; empty with --dry-run of a file that has no place yet
    std::string name;    // of the file that was read; empty: there was none
    std::string before;  // the whole texts
    std::string after;
  };

  std::vector<AnswerOutcome> outcomes;
  std::vector<File> files;      // those that change, plan first
  std::int64_t unanswered = 0;  // questions of the sheet that were left open
  bool dry_run = false;
  Comparison before;
  Comparison after;
  QuestionChoice next;  // of after.questions
};

std::string answer_text(const AnswerReport& report, const TextStyle& style);
std::string answer_json(const AnswerReport& report);

}  // namespace preauth
