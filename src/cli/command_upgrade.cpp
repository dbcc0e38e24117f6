#include <optional>
#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/output.h"
#include "load/upgrade.h"
#include "messages/cli.h"
#include "report/text_page.h"

namespace preauth {
namespace {

// "plan.toml: preauth.plan/1 is today's version, nothing to change."
std::string sentence(const Request& request, const std::string& file, const Upgraded& upgraded) {
  const std::string& now = upgraded.schemas.back();
  if (upgraded.schemas.size() == 1) return msg::cli::upgrade_not_needed(request.lang, file, now);
  const std::string& before = upgraded.schemas.front();
  return request.dry_run ? msg::cli::upgrade_would(request.lang, file, before, now)
                         : msg::cli::upgrade_done(request.lang, file, before, now);
}

// Only a file of the user's own can be written again.
std::optional<Upgraded> upgraded_file(Context& context, const std::string& name) {
  if (!is_regular_file(name)) {
    context.diagnostics.add(diag::usage_upgrade_own_file({}, name));
    return std::nullopt;
  }
  const std::optional<std::int32_t> file = context.files.read(name);
  if (!file.has_value()) return std::nullopt;
  return upgrade(context.sources, *file, migrations(), context.diagnostics);
}

}  // namespace

Outcome command_upgrade(Context& context) {
  const Request& request = context.request;
  if (request.arguments.empty()) {
    context.diagnostics.add(diag::usage_needs_file({}, spec(request.command).name));
    return failed(context);
  }
  TextPage page(context.style());
  std::vector<FileToWrite> files;
  for (const std::string& name : request.arguments) {
    std::optional<Upgraded> upgraded = upgraded_file(context, name);
    if (!upgraded.has_value()) continue;
    page.paragraph(sentence(request, name, *upgraded));
    const bool is_changed = upgraded->schemas.size() > 1;
    if (is_changed && !request.dry_run) files.push_back({name, std::move(upgraded->text), true});
  }
  if (context.diagnostics.has_errors()) return failed(context);
  return {ExitCode::done, page.take(), rendered_problems(context), std::move(files)};
}

}  // namespace preauth
