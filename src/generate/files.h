#pragma once
// Reading inputs, and writing outputs only when their bytes change, so that nothing is built again for nothing.

#include <string>
#include <string_view>

namespace preauth {

// False when the file could not be written.
bool write_if_changed(const std::string& path, std::string_view bytes);
// False when the file cannot be read.
bool read_whole_file(const std::string& path, std::string& bytes);

}  // namespace preauth
