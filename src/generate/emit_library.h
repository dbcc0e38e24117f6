#pragma once
// The plan library to C++: every plans/NAME.toml as text, in order of name.

#include <string>
#include <vector>

namespace preauth {

struct PlanText {
  std::string name;  // file stem
  std::string bytes;
};

std::string emit_library(std::vector<PlanText> plans);

}  // namespace preauth
