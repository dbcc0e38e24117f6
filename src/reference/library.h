#pragma once
// The plans this build carries: the bytes of plans/NAME.toml, in order of name. Loaded like any other plan file, under
// the file name "builtin:NAME".

#include <span>
#include <string_view>

namespace preauth {

struct LibraryFile {
  std::string_view name;  // the file's stem, which is also its plan.id
  std::string_view text;
};

std::span<const LibraryFile> library_plans();

}  // namespace preauth
