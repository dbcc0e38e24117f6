#include "cli/answer_files.h"

#include <algorithm>

#include "cli/input_files.h"
#include "messages/answers.h"

namespace preauth {
namespace {

const std::optional<std::string>& output_of(const Request& request, const AnswerTarget& target) {
  return target.in_treatment ? request.treatment_output : request.plan_output;
}

// A library plan and standard input cannot be changed.
bool is_in_place(const AnswerTarget& target) {
  return !target.name.empty() && target.name != "-" && !target.name.starts_with(kLibraryPrefix);
}

// As it was typed.
std::string_view typed_name(std::string_view name) {
  if (name.starts_with(kLibraryPrefix)) name.remove_prefix(kLibraryPrefix.size());
  return name;
}

std::string path_of(const Request& request, const AnswerTarget& target) {
  if (output_of(request, target)) return *output_of(request, target);
  return is_in_place(target) ? target.name : "";
}

void refuse_same_paths(const Request& request, Diagnostics& diagnostics) {
  std::vector<std::string> paths;
  for (const std::optional<std::string>& path : {request.plan_output, request.treatment_output, request.output_file}) {
    if (!path) continue;
    if (std::find(paths.begin(), paths.end(), *path) != paths.end()) {
      diagnostics.add(diag::usage_same_output({}, *path));
    }
    paths.push_back(*path);
  }
}

}  // namespace

std::vector<AnswerReport::File> report_files(const Request& request, const std::vector<AnswerTarget>& targets,
                                             Diagnostics& diagnostics) {
  refuse_same_paths(request, diagnostics);
  std::vector<AnswerReport::File> files;
  for (const AnswerTarget& target : targets) {
    if (!target.is_changed()) continue;
    const std::string path = path_of(request, target);
    if (path.empty() && !request.dry_run) {
      diagnostics.add(target.in_treatment ? diag::usage_treatment_output({})
                                          : diag::usage_plan_output({}, typed_name(target.name)));
    }
    files.push_back({target.in_treatment, path, std::string(typed_name(target.name)), target.before, target.after});
  }
  return files;
}

std::vector<FileToWrite> files_to_write(const Request& request, const std::vector<AnswerTarget>& targets) {
  std::vector<FileToWrite> files;
  if (request.dry_run) return files;
  for (const AnswerTarget& target : targets) {
    const bool is_wanted = target.is_changed() || (output_of(request, target) && !target.after.empty());
    if (is_wanted) files.push_back({path_of(request, target), target.after, !output_of(request, target)});
  }
  return files;
}

}  // namespace preauth
