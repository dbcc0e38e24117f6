#pragma once
// What a command leaves behind: the result for standard output (or --output), everything else for standard error, and
// the exit code. Commands write nothing themselves.

#include <cstdint>
#include <string>
#include <vector>

namespace preauth {

enum class ExitCode : std::uint8_t {
  done = 0,
  findings = 1,  // --fail-on was met
  usage = 2,
  invalid_input = 3,
  bug = 70,          // EX_SOFTWARE of sysexits.h
  cannot_write = 74  // EX_IOERR
};

// A file that a command wants written beside its result, whole or not at all.
struct FileToWrite {
  std::string path;
  std::string text;
  bool keeps_mode = false;  // a file of the user's that is written again stays as readable as it was
};

struct Outcome {
  ExitCode code = ExitCode::done;
  std::string out;
  std::string err;
  std::vector<FileToWrite> files = {};  // written before `out`: all of them, or none
  std::string closing = {};             // for standard error, after the result: what to do next
};

}  // namespace preauth
