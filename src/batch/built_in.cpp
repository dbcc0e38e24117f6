#include "batch/built_in.h"

#include <stdexcept>

#include "base/diagnostic.h"
#include "load/defaults.h"
#include "reference/builtin.h"

namespace preauth {
namespace {

Defaults read_builtin_defaults() {
  Diagnostics problems;
  Defaults defaults = read_defaults(builtin_reference(), problems);
  if (problems.has_errors()) throw std::logic_error(problems.all().front().message);
  return defaults;
}

}  // namespace

const Defaults& builtin_defaults() {
  static const Defaults defaults = read_builtin_defaults();
  return defaults;
}

}  // namespace preauth
