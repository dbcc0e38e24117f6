#pragma once
// From what was typed to an outcome: check the request, show help, or run the command.

#include <string_view>

#include "base/diagnostic.h"
#include "cli/outcome.h"
#include "cli/raw_options.h"
#include "cli/surroundings.h"

namespace preauth {

// What is thrown while a command runs becomes ExitCode::bug, or `invalid_input` when amounts were too large to add up.
Outcome run(const RawOptions& raw, const Surroundings& surroundings);
// The outcome of a command line that could not even be taken apart.
Outcome wrong_usage(const Diagnostic& problem);
// Writes the outcome to standard output or --output and standard error; gives the exit code of the program.
int finish(const Outcome& outcome, const RawOptions& raw);
// The last resort of main: says that the mistake is ours and gives ExitCode::bug.
int report_bug(std::string_view what) noexcept;

}  // namespace preauth
