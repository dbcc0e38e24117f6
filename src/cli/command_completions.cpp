#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/help_topics.h"
#include "messages/cli.h"
#include "model/vocabulary.h"
#include "reference/builtin.h"
#include "reference/library.h"

namespace preauth {
namespace {

constexpr std::string_view kShells = "bash zsh fish";

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

std::string sentence(std::string_view kind, std::string_view name) {
  return msg::cli::by_id(Lang::en, fmt::format("{}-{}", kind, name), {});
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const CommandSpec& command : commands()) names.emplace_back(command.name);
  return names;
}

std::vector<std::string> names_with(OptionId option) {
  std::vector<std::string> names;
  for (const CommandSpec& command : commands()) {
    if (has_option(command.command, option)) names.emplace_back(command.name);
  }
  return names;
}

std::string_view choices_of(const CommandSpec& command, const OptionSpec& option) {
  return option.id == OptionId::format ? command.formats : option.choices;
}

template <class Enum>
std::string id_words() {
  return fmt::format("{}", fmt::join(ids<Enum>(), " "));
}

std::string plan_words() {
  std::vector<std::string> names;
  for (const LibraryFile& plan : library_plans()) names.emplace_back(plan.name);
  return joined(names, " ");
}

std::string year_words() {
  std::vector<std::string> years;
  for (const YearLimits& limits : builtin_reference().years) years.push_back(std::to_string(limits.year));
  return joined(years, " ");
}

// A topic that is also a command stands among the commands.
std::string topic_words() {
  std::vector<std::string> names;
  for (const HelpTopic& topic : help_topics()) {
    if (!find_command(topic.name)) names.emplace_back(topic.name);
  }
  return joined(names, " ");
}

// The words an argument of a command can be, besides files.
std::string argument_words(ArgumentKind kind) {
  switch (kind) {
    case ArgumentKind::files:
    case ArgumentKind::plan:
      return plan_words();
    case ArgumentKind::level:
      return id_words<Level>();
    case ArgumentKind::benefit:
      return id_words<Benefit>();
    case ArgumentKind::year:
      return year_words();
    case ArgumentKind::shell:
      return std::string(kShells);
    case ArgumentKind::command:
      return joined(command_names(), " ") + " " + topic_words();
  }
  return {};
}

bool takes_files(ArgumentKind kind) { return kind == ArgumentKind::files || kind == ArgumentKind::plan; }

// The dashed names of the options of a command.
std::string option_words(Command command) {
  std::vector<std::string> words;
  for (const OptionSpec& option : options()) {
    if (!has_option(command, option.id)) continue;
    words.push_back("--" + std::string(option.name));
    if (!option.short_name.empty()) words.push_back("-" + std::string(option.short_name));
  }
  return joined(words, " ");
}

std::string bash_values() {
  std::string text;
  for (const OptionSpec& option : options()) {
    if (option.value.empty()) continue;
    std::string names = "--" + std::string(option.name);
    if (!option.short_name.empty()) names += "|-" + std::string(option.short_name);
    const std::string reply = option.id == OptionId::output ? "compgen -f"
                              : option.choices.empty()      ? "true"
                                                            : fmt::format("compgen -W '{}'", option.choices);
    text += fmt::format("    {}) COMPREPLY=($({} -- \"$cur\")); return ;;\n", names, reply);
  }
  return text;
}

std::string bash_commands() {
  std::string text;
  for (const CommandSpec& command : commands()) {
    text += fmt::format("    {}) options='{}'; words='{}'; files={} ;;\n", command.name, option_words(command.command),
                        argument_words(command.argument_kind), takes_files(command.argument_kind) ? "yes" : "no");
  }
  return text;
}

std::string bash_script() {
  return fmt::format(R"(# bash completion for preauth: made by `preauth completions bash`
_preauth() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}}
  local command= options='--help --version' words='{0}' files=no i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${{COMP_WORDS[i]}} in
      {1}) command=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  case $prev in
{2}  esac
  case $command in
{3}  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ $files == yes ]]; then COMPREPLY+=($(compgen -f -- "$cur")); fi
}}
complete -o filenames -F _preauth preauth
)",
                     joined(command_names(), " "), joined(command_names(), "|"), bash_values(), bash_commands());
}

// Inside single quotes of zsh or fish.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// _arguments reads brackets and colons as its own.
std::string zsh_plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_option(const CommandSpec& command, const OptionSpec& option) {
  const std::string about = zsh_plain(sentence("option", option.name));
  const std::string_view choices = choices_of(command, option);
  std::string value;
  if (!option.value.empty()) {
    const std::string action = option.id == OptionId::output ? "_files"
                               : choices.empty()             ? ""
                                                             : fmt::format("({})", choices);
    value = fmt::format(":{}:{}", option.value, action);
  }
  std::string text = "        " + quoted(fmt::format("*--{}[{}]{}", option.name, about, value)) + " \\\n";
  if (!option.short_name.empty()) {
    text += "        " + quoted(fmt::format("*-{}[{}]{}", option.short_name, about, value)) + " \\\n";
  }
  return text;
}

std::string zsh_command(const CommandSpec& command) {
  std::string text = fmt::format("    {})\n      _arguments \\\n", command.name);
  for (const OptionSpec& option : options()) {
    if (has_option(command.command, option.id)) text += zsh_option(command, option);
  }
  const std::string words = fmt::format("({})", argument_words(command.argument_kind));
  const std::string action = takes_files(command.argument_kind)
                                 ? fmt::format("{{_alternative \"plans:plan:{}\" \"files:file:_files\"}}", words)
                                 : words;
  return text + "        " + quoted("*:argument:" + action) + " ;;\n";
}

std::string zsh_script() {
  std::string described;
  std::string cases;
  for (const CommandSpec& command : commands()) {
    const std::string about = zsh_plain(sentence("command", command.name));
    described += "    " + quoted(fmt::format("{}:{}", command.name, about)) + "\n";
    cases += zsh_command(command);
  }
  return fmt::format(R"(#compdef preauth
# zsh completion for preauth: made by `preauth completions zsh`
_preauth() {{
  local -a preauth_commands
  preauth_commands=(
{}  )
  if (( CURRENT == 2 )); then
    _describe -t commands command preauth_commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{}  esac
}}
_preauth "$@"
)",
                     described, cases);
}

std::string fish_option(const OptionSpec& option) {
  std::string text = fmt::format("complete -c preauth -n '__fish_seen_subcommand_from {}' -l {}",
                                 joined(names_with(option.id), " "), option.name);
  if (!option.short_name.empty()) text += fmt::format(" -s {}", option.short_name);
  if (option.id == OptionId::output) {
    text += " -r -F";
  } else if (!option.value.empty()) {
    text += option.choices.empty() ? " -x" : " -x -a " + quoted(option.choices);
  }
  return text + " -d " + quoted(sentence("option", option.name)) + "\n";
}

std::string fish_script() {
  std::string text =
      "# fish completion for preauth: made by `preauth completions fish`\n"
      "complete -c preauth -f\n"
      "complete -c preauth -n __fish_use_subcommand -l help -s h\n"
      "complete -c preauth -n __fish_use_subcommand -l version\n";
  for (const CommandSpec& command : commands()) {
    text += fmt::format("complete -c preauth -n __fish_use_subcommand -a {} -d {}\n", command.name,
                        quoted(sentence("command", command.name)));
    text += fmt::format("complete -c preauth -n '__fish_seen_subcommand_from {}' -a '{}'\n", command.name,
                        argument_words(command.argument_kind));
    if (takes_files(command.argument_kind)) {
      text += fmt::format("complete -c preauth -n '__fish_seen_subcommand_from {}' -F\n", command.name);
    }
  }
  for (const OptionSpec& option : options()) text += fish_option(option);
  return text;
}

}  // namespace

Outcome command_completions(Context& context) {
  const std::vector<std::string>& arguments = context.request.arguments;
  if (arguments.empty()) {
    context.diagnostics.add(diag::usage_needs_shell({}));
    return failed(context);
  }
  const std::string& shell = arguments.front();
  if (shell == "bash") return {ExitCode::done, bash_script(), {}};
  if (shell == "zsh") return {ExitCode::done, zsh_script(), {}};
  if (shell == "fish") return {ExitCode::done, fish_script(), {}};
  context.diagnostics.add(diag::usage_unknown_shell({}, shell));
  return failed(context);
}

}  // namespace preauth
