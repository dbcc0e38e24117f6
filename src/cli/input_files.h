#pragma once
// Arguments to bytes: a file, `-` for standard input, or the name of a plan in the user's folder or in the built-in
// library. Never reads more than a plan or treatment file may have. Every failure is one diagnostic (input.…).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace preauth {

// The name a plan of the library has as a file: "builtin:NAME".
inline constexpr std::string_view kLibraryPrefix = "builtin:";

class InputFiles {
 public:
  // `plan_folder`: the user's own plans; empty when there is none. References must outlive this object.
  InputFiles(std::string plan_folder, SourceSet& sources, Diagnostics& diagnostics);

  // The index of the file in the SourceSet; empty when it cannot be used.
  std::optional<std::int32_t> read(const std::string& argument);
  // The same for the name of a plan alone, whatever files there are.
  std::optional<std::int32_t> read_plan_name(const std::string& name);
  // Names of the plans in the user's folder, sorted.
  std::vector<std::string> own_plan_names() const;

 private:
  std::string own_plan_path(const std::string& name) const;
  std::optional<std::int32_t> read_standard_input();
  std::optional<std::int32_t> read_path(const std::string& path, const std::string& shown);
  std::optional<std::int32_t> read_descriptor(int descriptor, const std::string& shown);
  std::optional<std::int32_t> keep(const std::string& shown, std::string bytes);
  std::string advice_on(const std::string& name) const;

  std::string plan_folder_;
  SourceSet& sources_;
  Diagnostics& diagnostics_;
  bool standard_input_used_ = false;
};

}  // namespace preauth
