#include "cli/help.h"

#include "cli/help_topics.h"
#include "messages/cli.h"
#include "reference/builtin.h"
#include "report/text_page.h"

#ifndef PREAUTH_VERSION
#error "PREAUTH_VERSION comes from the build"
#endif

namespace preauth {
namespace {

// "-o, --output FILE"; options without a short name are aligned with the others.
std::string option_words(const OptionSpec& option) {
  std::string words = option.short_name.empty() ? "    " : "-" + std::string(option.short_name) + ", ";
  words.append("--").append(option.name);
  if (!option.value.empty()) words.append(" ").append(option.value);
  return words;
}

TextTable two_columns() {
  TextTable table;
  table.columns = {{}, {}};
  table.flexible = 1;
  return table;
}

TextTable option_table(CommandMask wanted, Lang lang) {
  TextTable table = two_columns();
  for (const OptionSpec& option : options()) {
    if ((option.commands & wanted) == 0) continue;
    table.rows.push_back({option_words(option), msg::cli::by_id(lang, "option-" + std::string(option.name), {})});
  }
  return table;
}

TextTable command_table(Lang lang) {
  TextTable table = two_columns();
  for (const CommandSpec& command : commands()) {
    table.rows.push_back({std::string(command.name) + " " + std::string(command.arguments),
                          msg::cli::by_id(lang, "command-" + std::string(command.name), {})});
  }
  return table;
}

// The three commands to try, which the program's name alone shows.
TextTable start_table(Lang lang) {
  TextTable table = two_columns();
  table.rows = {{"preauth compare uhc-gold-standard-2026", msg::cli::try_compare(lang)},
                {"preauth new", msg::cli::try_new(lang)},
                {"preauth plans --search 'gold tx'", msg::cli::try_search(lang)}};
  return table;
}

TextTable topic_table(Lang lang) {
  TextTable table = two_columns();
  for (const HelpTopic& topic : help_topics()) {
    table.rows.push_back({std::string(topic.name), msg::cli::by_id(lang, "topic-" + std::string(topic.name), {})});
  }
  return table;
}

}  // namespace

std::string first_commands(const TextStyle& style) {
  TextPage page(style);
  page.table(start_table(style.lang));
  return page.take();
}

std::string general_help(const TextStyle& style) {
  constexpr int kIndent = 2;
  TextPage page(style);
  page.paragraph(msg::cli::help_opening(style.lang));
  page.gap();
  page.paragraph(msg::cli::help_usage(style.lang, "COMMAND", "[FILE or NAME]... [OPTION]..."));
  page.gap();
  page.heading(msg::cli::help_start(style.lang));
  page.table(start_table(style.lang), kIndent);
  page.gap();
  page.heading(msg::cli::help_commands(style.lang));
  page.table(command_table(style.lang), kIndent);
  page.gap();
  page.heading(msg::cli::help_topics(style.lang));
  page.table(topic_table(style.lang), kIndent);
  page.gap();
  page.heading(msg::cli::help_options(style.lang));
  page.table(option_table((CommandMask{1} << kCommandCount) - 1, style.lang), kIndent);
  page.gap();
  page.paragraph(msg::cli::help_closing(style.lang));
  page.paragraph(msg::cli::help_crisis(style.lang));
  return page.take();
}

std::string command_help(Command command, const TextStyle& style) {
  TextPage page(style);
  const CommandSpec& about = spec(command);
  page.paragraph(msg::cli::help_usage(style.lang, about.name, std::string(about.arguments) + " [OPTION]..."));
  page.gap();
  page.paragraph(msg::cli::by_id(style.lang, "about-" + std::string(about.name), {}));
  page.gap();
  page.heading(msg::cli::help_options(style.lang));
  page.table(option_table(mask(command), style.lang), 2);
  return page.take();
}

std::string version_line(Lang lang) {
  return msg::cli::version(lang, PREAUTH_VERSION, builtin_reference().version) + "\n";
}

}  // namespace preauth
