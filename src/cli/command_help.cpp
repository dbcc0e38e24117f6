#include <optional>
#include <string>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "messages/cli.h"

namespace preauth {

Outcome command_help_text(Context& context) {
  const std::vector<std::string>& arguments = context.request.arguments;
  if (arguments.empty()) return {ExitCode::done, general_help(context.style()), {}};
  if (const std::optional<Command> command = find_command(arguments.front())) {
    return {ExitCode::done, command_help(*command, context.style()), {}};
  }
  context.diagnostics.add(diag::usage_unknown_command({}, arguments.front(), nearest_command(arguments.front())));
  return failed(context);
}

}  // namespace preauth
