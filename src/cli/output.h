#pragma once
// Writes a result whole or not at all: --output goes to a temporary file beside the target, which then takes its name,
// readable by its owner only (a cost estimate says much about a person). A reader that closes the pipe is not an error.

#include <optional>
#include <string>
#include <string_view>

namespace preauth {

// Empty when everything was written, else the system's reason.
std::optional<std::string> write_descriptor(int descriptor, std::string_view text);
std::optional<std::string> write_file(const std::string& path, std::string_view text);

}  // namespace preauth
