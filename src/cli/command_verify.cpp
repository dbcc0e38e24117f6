#include <algorithm>
#include <optional>
#include <string>
#include <thread>

#include "batch/built_in.h"
#include "batch/verify.h"
#include "cli/batch_files.h"
#include "cli/commands.h"
#include "cli/language.h"
#include "messages/batch.h"
#include "messages/cli.h"

namespace preauth {

Outcome command_verify(Context& context) {
  const Request& request = context.request;
  if (request.arguments.empty()) {
    context.diagnostics.add(diag::usage_needs_stamp({}, spec(request.command).name));
    return failed(context);
  }
  const std::string& path = request.arguments.front();
  const std::optional<std::int32_t> file = context.files.read(path);
  if (!file) return failed(context);
  const std::optional<Stamp> stamp = parse_stamp(context.sources[*file].bytes());
  if (!stamp) {
    context.diagnostics.add(diag::verify_not_a_stamp({}, path));
    return failed(context);
  }
  const Defaults& defaults = builtin_defaults();
  const unsigned jobs = request.batch.jobs.value_or(std::max(std::thread::hardware_concurrency(), 1U));
  const std::optional<SheetSettings>& sheet = stamp->settings.estimate.sheet;
  const Defaults& sheet_defaults = sheet ? defaults_in(sheet->lang) : defaults;
  const Diagnostics differences =
      verify_batch(*stamp, {output_file_of(path), PREAUTH_VERSION, &defaults, &sheet_defaults, jobs},
                   {file_access(context.surroundings), {}});
  for (const Diagnostic& difference : differences.all()) context.diagnostics.add(difference);
  const bool same = differences.all().empty();
  const auto rows = static_cast<std::int64_t>(stamp->result.estimated + stamp->result.rejected);
  return {same ? ExitCode::done : ExitCode::findings,
          same ? msg::batch::verified(request.lang, rows) + "\n" : std::string(), rendered_problems(context)};
}

}  // namespace preauth
