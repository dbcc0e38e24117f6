#pragma once
// What compare and explain share: named files to a Comparison, and the exit code its findings ask for.

#include <optional>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "model/estimate.h"

namespace preauth {

// Empty when an input is invalid; the context's diagnostics then say why. Warnings of the plan file itself belong to
// `check` and are counted but not kept.
struct Estimated {
  Comparison comparison;
  bool has_warnings = false;
};
std::optional<Estimated> make_estimate(Context& context, bool want_lines);
// The same from files that were read already.
std::optional<Estimated> estimate_inputs(Context& context, Inputs inputs, bool want_lines);
// The outcome of a finished estimate: result, remarks on standard error, exit code by --fail-on.
Outcome estimated_outcome(Context& context, const Estimated& estimated, std::string result);

}  // namespace preauth
