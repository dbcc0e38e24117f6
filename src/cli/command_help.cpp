#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/help_topics.h"
#include "cli/usage_advice.h"
#include "messages/cli.h"

namespace preauth {
Outcome command_help_text(Context& context) {
  const std::vector<std::string>& arguments = context.request.arguments;
  if (!context.request.command_named) return {ExitCode::done, first_commands(context.style()), {}};
  if (arguments.empty()) return {ExitCode::done, general_help(context.style()), {}};
  const std::string& name = arguments.front();
  std::string text;
  if (const std::optional<Command> command = find_command(name)) text = command_help(*command, context.style());
  // `questions` is both: how the command is used, then how questions come about.
  if (const HelpTopic* topic = find_topic(name)) {
    text += (text.empty() ? "" : "\n") + topic_text(*topic, context.style());
  }
  if (!text.empty()) return {ExitCode::done, text, {}};
  context.diagnostics.add(diag::usage_unknown_topic({}, name, topic_advice(name)));
  return failed(context);
}

}  // namespace preauth
