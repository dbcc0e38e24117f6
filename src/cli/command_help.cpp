#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/help_topics.h"
#include "messages/cli.h"

namespace preauth {
namespace {

std::string nearest_help(std::string_view word) {
  std::vector<std::string_view> names;
  for (const CommandSpec& command : commands()) names.push_back(command.name);
  for (const HelpTopic& topic : help_topics()) names.push_back(topic.name);
  return std::string(nearest_word(word, names));
}

}  // namespace

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
  context.diagnostics.add(diag::usage_unknown_topic({}, name, nearest_help(name)));
  return failed(context);
}

}  // namespace preauth
