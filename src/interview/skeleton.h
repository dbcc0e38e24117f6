#pragma once
// The file before the first answer: its tables in the order of the page, with comments that say where each figure
// stands, and everything still unknown. Answers are then put into it like into any other file.

#include <string>
#include <string_view>

#include "base/date.h"
#include "interview/prompts.h"
#include "messages/lang.h"

namespace preauth {

struct SkeletonFacts {
  std::string id;  // of the plan or the client
  Date as_of;
  Lang lang = Lang::en;
};

std::string skeleton(InterviewKind kind, const SkeletonFacts& facts);
// Comment lines of at most 98 columns, each with its "# ".
std::string comment_lines(std::string_view text);

}  // namespace preauth
