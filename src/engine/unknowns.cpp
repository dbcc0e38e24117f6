#include "engine/unknowns.h"

namespace preauth {

std::vector<std::int64_t> Unknown::candidates() const {
  std::vector<std::int64_t> values;
  if (kind == UnknownKind::choice) {
    for (std::int64_t i = low; i <= high; ++i) values.push_back(i);
    return values;
  }
  for (const std::int64_t value : {low, low + (likely - low) / 2, likely, likely + (high - likely) / 2, high}) {
    if (values.empty() || values.back() < value) values.push_back(value);
  }
  return values;
}

Assignment likely_assignment(const std::vector<Unknown>& unknowns) {
  Assignment assignment;
  assignment.reserve(unknowns.size());
  for (const Unknown& unknown : unknowns) assignment.push_back(unknown.likely);
  return assignment;
}

}  // namespace preauth
