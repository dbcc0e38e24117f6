#pragma once
// What was typed, stored and not yet judged. request.h turns it into a Request that needs no further checking.

#include <array>
#include <string>
#include <vector>

#include "cli/options.h"

namespace preauth {

struct RawOptions {
  std::vector<std::string> arguments;                         // the command first, then files and names
  std::array<std::vector<std::string>, kOptionCount> values;  // by OptionId, in the order typed; a flag gives ""
  std::vector<std::string> unknown;                           // words that look like options but are none

  const std::vector<std::string>& of(OptionId id) const { return values[static_cast<std::size_t>(id)]; }
  bool has(OptionId id) const { return !of(id).empty(); }
};

}  // namespace preauth
