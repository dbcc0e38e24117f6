#pragma once
// The lines in which two versions of a text differ, as a person would mark them: the line that was there with its
// number, and the line that stands there now.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace preauth {

struct ChangedLine {
  std::int64_t number = 0;  // of the line in the version before; of the line above a new one
  bool added = false;       // else it was taken away
  std::string text;
};

std::vector<ChangedLine> changed_lines(std::string_view before, std::string_view after);

}  // namespace preauth
