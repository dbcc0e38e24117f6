#include "batch/built_in.h"

#include <stdexcept>

#include "base/diagnostic.h"
#include "load/defaults.h"
#include "reference/builtin.h"

namespace preauth {

Defaults typed_defaults(const ReferenceData& reference) {
  Diagnostics problems;
  Defaults defaults = read_defaults(reference, problems);
  if (problems.has_errors()) throw std::logic_error(problems.all().front().message);
  return defaults;
}

const Defaults& builtin_defaults() {
  static const Defaults defaults = typed_defaults(builtin_reference());
  return defaults;
}

}  // namespace preauth
