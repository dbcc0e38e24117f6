#include "engine/unknowns.h"

namespace preauth {

std::vector<std::int64_t> Unknown::candidates() const {
  std::vector<std::int64_t> values;
  if (kind == UnknownKind::choice) {
    for (std::int64_t i = low; i <= high; ++i) values.push_back(i);
    return values;
  }
  values = {low};
  if (likely != low) values.push_back(likely);
  if (high != likely) values.push_back(high);
  return values;
}

Assignment likely_assignment(const std::vector<Unknown>& unknowns) {
  Assignment assignment;
  assignment.reserve(unknowns.size());
  for (const Unknown& unknown : unknowns) assignment.push_back(unknown.likely);
  return assignment;
}

}  // namespace preauth
