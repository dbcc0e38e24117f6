#pragma once
// Writes a result whole or not at all: --output goes to a temporary file beside the target, which then takes its name,
// readable by its owner only (a cost estimate says much about a person). A reader that closes the pipe is not an error.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/outcome.h"

namespace preauth {

// Empty when everything was written, else the system's reason.
std::optional<std::string> write_descriptor(int descriptor, std::string_view text);
std::optional<std::string> write_file(const std::string& path, std::string_view text);

bool is_regular_file(const std::string& path);

struct WriteProblem {
  std::string path;
  std::string reason;
};
// All temporary files are written before the first takes its name, so that a full disk leaves every file as it was.
std::optional<WriteProblem> write_files(const std::vector<FileToWrite>& files);

}  // namespace preauth
