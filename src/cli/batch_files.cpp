#include "cli/batch_files.h"

#include "cli/input_files.h"

namespace preauth {
namespace {

using Read = std::optional<std::int32_t> (InputFiles::*)(const std::string&);

std::optional<NamedText> read_with(Read read, const std::string& plan_folder, const std::string& argument,
                                   Diagnostics& diagnostics) {
  SourceSet sources;
  InputFiles files(plan_folder, sources, diagnostics);
  const std::optional<std::int32_t> file = (files.*read)(argument);
  if (!file) return std::nullopt;
  return NamedText{sources[*file].name(), sources[*file].bytes()};
}

}  // namespace

FileAccess file_access(const Surroundings& surroundings) {
  const std::string folder = surroundings.plan_folder;
  return {[folder](const std::string& path, Diagnostics& diagnostics) {
            return read_with(&InputFiles::read, folder, path, diagnostics);
          },
          [folder](const std::string& name, Diagnostics& diagnostics) {
            return read_with(&InputFiles::read_plan_name, folder, name, diagnostics);
          }};
}

}  // namespace preauth
