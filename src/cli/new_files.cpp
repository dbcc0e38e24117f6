#include "cli/new_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include "messages/cli.h"
#include "messages/interview.h"

namespace preauth {
namespace {

std::string target_of(const Request& request) {
  if (!request.arguments.empty()) return request.arguments.front();
  return request.new_treatment ? "my-treatment.toml" : "my-plan.toml";
}

bool is_in_writable_folder(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  return access(folder.c_str(), W_OK) == 0;
}

void check_target(const Request& request, const std::string& target, Diagnostics& diagnostics) {
  struct stat info {};
  const bool is_there = stat(target.c_str(), &info) == 0;
  const bool is_folder = target.ends_with('/') || (is_there && S_ISDIR(info.st_mode));
  if (target.empty() || target == "-" || is_folder || !is_in_writable_folder(target)) {
    diagnostics.add(diag::usage_new_not_a_file({}, target));
  } else if (is_there && !request.force) {
    diagnostics.add(diag::usage_new_file_exists({}, target));
  }
}

void read_with(Context& context, NewFiles& files) {
  const Request& request = context.request;
  for (const std::string& name : request.with) {
    const std::optional<std::int32_t> file = context.files.read(name);
    if (!file) continue;
    load_input(request, *file, context.sources, files.with, context.diagnostics);
  }
  const bool is_other_kind = request.new_treatment ? files.with.treatment.has_value() : !files.with.plans.empty();
  if (is_other_kind) context.diagnostics.add(diag::usage_with_other_kind({}, request.with.back()));
}

std::optional<StartFrom> read_start(Context& context) {
  const Request& request = context.request;
  if (!request.from) return std::nullopt;
  if (request.new_treatment) {
    context.diagnostics.add(diag::usage_from_treatment({}));
    return std::nullopt;
  }
  const std::optional<std::int32_t> file = context.files.read(*request.from);
  if (!file) return std::nullopt;
  Inputs read;
  load_input(request, *file, context.sources, read, context.diagnostics);
  if (read.plans.empty() && !context.diagnostics.has_errors()) {
    context.diagnostics.add(diag::usage_needs_plan({}, "new --from"));
  }
  return StartFrom{context.sources[*file].bytes(), *request.from};
}

void read_given(Context& context, NewFiles& files, Diagnostics& of_answers) {
  const Request& request = context.request;
  const InterviewKind kind = request.new_treatment ? InterviewKind::treatment : InterviewKind::plan;
  if (request.answers_file) {
    if (const std::optional<std::int32_t> file = context.files.read(*request.answers_file)) {
      const SourceFile& source = context.sources[*file];
      files.given = read_answers_file(kind, files.words, files.words.add(source.name(), source.bytes()), of_answers);
    }
  }
  for (const std::string& text : request.answers) {
    std::optional<GivenAnswer> answer = read_answer_option(kind, text, files.words, of_answers);
    if (answer) files.given.push_back(std::move(*answer));
  }
}

}  // namespace

NewFiles read_new_files(Context& context, Diagnostics& of_answers) {
  NewFiles files;
  files.target = target_of(context.request);
  check_target(context.request, files.target, context.diagnostics);
  files.start = read_start(context);
  read_with(context, files);
  read_given(context, files, of_answers);
  return files;
}

}  // namespace preauth
