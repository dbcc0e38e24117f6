#pragma once
// What a command leaves behind: the result for standard output (or --output), everything else for standard error, and
// the exit code. Commands write nothing themselves.

#include <cstdint>
#include <string>

namespace preauth {

enum class ExitCode : std::uint8_t {
  done = 0,
  findings = 1,  // --fail-on was met
  usage = 2,
  invalid_input = 3,
  bug = 70,          // EX_SOFTWARE of sysexits.h
  cannot_write = 74  // EX_IOERR
};

struct Outcome {
  ExitCode code = ExitCode::done;
  std::string out;
  std::string err;
};

}  // namespace preauth
