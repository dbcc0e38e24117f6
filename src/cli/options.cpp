#include "cli/options.h"

#include <algorithm>

#include "base/text.h"

namespace preauth {
namespace {

constexpr CommandMask kAll = (CommandMask{1} << kCommandCount) - 1;
constexpr CommandMask kEstimates =
    mask(Command::compare) | mask(Command::explain) | mask(Command::questions) | mask(Command::answer) |
    mask(Command::sheet);
constexpr CommandMask kBatch = mask(Command::batch);
constexpr CommandMask kReaders = kEstimates | mask(Command::check);
constexpr CommandMask kLists =
    mask(Command::plans) | mask(Command::levels) | mask(Command::limits) | mask(Command::prices);
constexpr CommandMask kResults = kReaders | kBatch | mask(Command::verify) | kLists;
constexpr CommandMask kNew = mask(Command::new_file);

constexpr std::array<CommandSpec, kCommandCount> kCommands = {{
    {Command::compare, "compare", "PLAN... [TREATMENT]", ArgumentKind::files, std::nullopt, "text json csv md"},
    {Command::explain, "explain", "PLAN [TREATMENT]", ArgumentKind::files, std::nullopt, "text json csv md"},
    {Command::questions, "questions", "PLAN [TREATMENT]", ArgumentKind::files, std::nullopt, "text json csv md"},
    {Command::answer, "answer", "PLAN [TREATMENT] SHEET", ArgumentKind::files, std::nullopt, "text json"},
    {Command::sheet, "sheet", "PLAN [TREATMENT]", ArgumentKind::files, std::nullopt, "html md text"},
    {Command::check, "check", "FILE...", ArgumentKind::files, std::nullopt, "text json"},
    {Command::new_file, "new", "[FILE]", ArgumentKind::files, 1, ""},
    {Command::batch, "batch", "ROWS...", ArgumentKind::files, std::nullopt, "text json csv md"},
    {Command::verify, "verify", "STAMP", ArgumentKind::files, 1, "text json"},
    {Command::plans, "plans", "[NAME]", ArgumentKind::plan, 1, "text json csv md"},
    {Command::levels, "levels", "[LEVEL]", ArgumentKind::level, 1, "text json csv md"},
    {Command::limits, "limits", "[YEAR]", ArgumentKind::year, 1, "text json csv md"},
    {Command::prices, "prices", "[LEVEL]", ArgumentKind::benefit, 1, "text json csv md"},
    {Command::upgrade, "upgrade", "FILE...", ArgumentKind::files, std::nullopt, ""},
    {Command::completions, "completions", "SHELL", ArgumentKind::shell, 1, ""},
    {Command::help, "help", "[COMMAND|TOPIC]", ArgumentKind::command, 1, ""},
}};

constexpr std::array<OptionSpec, kOptionCount> kOptions = {{
    {OptionId::format, "format", "", "FORMAT", "text json csv md html", kResults},
    {OptionId::output, "output", "o", "FILE", "", kAll},
    {OptionId::set, "set", "", "PATH=VALUE", "", kReaders | kBatch},
    {OptionId::as_of, "as-of", "", "DATE", "", kReaders | kNew | kBatch},
    {OptionId::option, "option", "", "ID", "", mask(Command::explain)},
    {OptionId::lines, "lines", "", "", "", mask(Command::compare) | kBatch},
    {OptionId::budget, "budget", "", "AMOUNT", "", kEstimates | kBatch},
    {OptionId::draws, "draws", "", "NUMBER", "", kEstimates | kNew | kBatch},
    {OptionId::seed, "seed", "", "NUMBER", "", kEstimates | kNew | kBatch},
    {OptionId::chart, "chart", "", "", "", mask(Command::compare)},
    {OptionId::top, "top", "", "NUMBER", "", mask(Command::questions)},
    {OptionId::worth, "worth", "", "AMOUNT", "", mask(Command::questions) | mask(Command::answer)},
    {OptionId::worksheet, "worksheet", "", "FILE", "", mask(Command::questions)},
    {OptionId::calendar, "calendar", "", "FILE", "", mask(Command::questions)},
    {OptionId::dry_run, "dry-run", "", "", "", mask(Command::answer) | mask(Command::upgrade)},
    {OptionId::replace_stronger, "replace-stronger", "", "", "", mask(Command::answer)},
    {OptionId::plan_output, "plan-output", "", "FILE", "", mask(Command::answer)},
    {OptionId::treatment_output, "treatment-output", "", "FILE", "", mask(Command::answer)},
    {OptionId::pdf, "pdf", "", "FILE", "", mask(Command::sheet)},
    {OptionId::name_file, "name-file", "", "FILE", "", mask(Command::sheet)},
    {OptionId::part2_notice, "part2-notice", "", "", "", mask(Command::sheet) | kBatch},
    {OptionId::treatment, "treatment", "", "", "", kNew},
    {OptionId::from, "from", "", "PLAN", "", kNew},
    {OptionId::with, "with", "", "FILE", "", kNew},
    {OptionId::answers, "answers", "", "FILE", "", kNew},
    {OptionId::answer, "answer", "", "ID=TEXT", "", kNew},
    {OptionId::on_interrupt, "on-interrupt", "", "WHAT", "keep discard", kNew},
    {OptionId::force, "force", "", "", "", kNew},
    {OptionId::map, "map", "", "COLUMN=PATH", "", kBatch},
    {OptionId::columns, "columns", "", "", "", kBatch},
    {OptionId::template_rows, "template", "", "", "", kBatch},
    {OptionId::base, "base", "", "FOLDER", "", kBatch},
    {OptionId::allow_identifiers, "allow-identifiers", "", "", "", kBatch},
    {OptionId::rows, "rows", "", "FIRST:LAST", "", kBatch},
    {OptionId::jobs, "jobs", "", "NUMBER", "", kBatch | mask(Command::verify)},
    {OptionId::bands, "bands", "", "", "", kBatch},
    {OptionId::top_questions, "top-questions", "", "NUMBER", "", kBatch},
    {OptionId::summary, "summary", "", "FILE", "", kBatch},
    {OptionId::rejects, "rejects", "", "FILE", "", kBatch},
    {OptionId::rejects_with_rows, "rejects-with-rows", "", "", "", kBatch},
    {OptionId::sheets, "sheets", "", "FOLDER", "", kBatch},
    {OptionId::max_errors, "max-errors", "", "NUMBER", "", kBatch},
    {OptionId::strict, "strict", "", "", "", kBatch},
    {OptionId::resume, "resume", "", "", "", kBatch},
    {OptionId::csv_safe, "csv-safe", "", "WHEN", "on off", kBatch},
    {OptionId::detail, "detail", "", "HOW", "brief full", kBatch},
    {OptionId::no_header, "no-header", "", "", "", kBatch},
    {OptionId::no_row_numbers, "no-row-numbers", "", "", "", kBatch},
    {OptionId::fail_on, "fail-on", "", "WHAT", "warning unknown budget", kReaders},
    {OptionId::lang, "lang", "", "LANGUAGE", "en es", kAll},
    {OptionId::color, "color", "", "WHEN", "auto always never", kAll},
    {OptionId::width, "width", "", "COLUMNS", "", kResults | kNew},
    {OptionId::ascii, "ascii", "", "", "", kResults | kNew},
    {OptionId::search, "search", "", "WORDS", "", mask(Command::plans)},
    {OptionId::help, "help", "h", "", "", kAll},
    {OptionId::version, "version", "", "", "", kAll},
}};

}  // namespace

std::span<const CommandSpec, kCommandCount> commands() { return kCommands; }
std::span<const OptionSpec, kOptionCount> options() { return kOptions; }
const CommandSpec& spec(Command command) { return kCommands[static_cast<std::size_t>(command)]; }
const OptionSpec& spec(OptionId option) { return kOptions[static_cast<std::size_t>(option)]; }

std::optional<Command> find_command(std::string_view name) {
  const auto found = std::find_if(kCommands.begin(), kCommands.end(),
                                  [name](const CommandSpec& command) { return command.name == name; });
  if (found == kCommands.end()) return std::nullopt;
  return found->command;
}

std::string nearest_command(std::string_view word) {
  std::array<std::string_view, kCommandCount> names{};
  std::transform(kCommands.begin(), kCommands.end(), names.begin(),
                 [](const CommandSpec& command) { return command.name; });
  return std::string(nearest_word(word, names));
}

bool has_option(Command command, OptionId option) { return (spec(option).commands & mask(command)) != 0; }

bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::string_view first = words.substr(0, words.find(' '));
    if (first == word) return true;
    words.remove_prefix(std::min(first.size() + 1, words.size()));
  }
  return false;
}

}  // namespace preauth
