#pragma once
// What the files of this run say at a path, for the worksheet: an answer is written back only where the file still says
// the same. What --set says does not count, since it stands in no file.

#include <optional>
#include <string>
#include <string_view>

#include "load/plan_loader.h"

namespace preauth {

class StatedTexts {
 public:
  // Reads the plan and the treatment among `sources` again, as they stand.
  explicit StatedTexts(const SourceSet& sources);

  // The value without quotes; empty when the file says nothing there, or a list.
  std::optional<std::string> at(bool in_treatment, std::string_view path) const;

 private:
  const SourceSet& sources_;
  std::optional<Node> plan_;
  std::optional<Node> treatment_;
};

}  // namespace preauth
