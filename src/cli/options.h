#pragma once
// The one table of commands and options. The parser, the help, the completion scripts and the tests that compare them
// with the manual page all read it, so none can know an option that another does not.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace preauth {

enum class Command : std::uint8_t {
  compare,
  explain,
  questions,
  answer,
  sheet,
  check,
  new_file,
  batch,
  verify,
  plans,
  levels,
  limits,
  prices,
  upgrade,
  completions,
  help
};
inline constexpr std::size_t kCommandCount = 16;

enum class Format : std::uint8_t { text, json, csv, md, html };

enum class OptionId : std::uint8_t {
  format,
  output,
  set,
  as_of,
  option,
  lines,
  budget,
  draws,
  seed,
  chart,
  top,
  worth,
  worksheet,
  calendar,
  dry_run,
  replace_stronger,
  plan_output,
  treatment_output,
  pdf,
  name_file,
  part2_notice,
  treatment,
  from,
  with,
  answers,
  answer,
  on_interrupt,
  force,
  map,
  columns,
  template_rows,
  base,
  allow_identifiers,
  rows,
  jobs,
  bands,
  top_questions,
  summary,
  rejects,
  rejects_with_rows,
  sheets,
  max_errors,
  strict,
  resume,
  csv_safe,
  detail,
  no_header,
  no_row_numbers,
  fail_on,
  lang,
  color,
  width,
  ascii,
  search,
  help,
  version
};
inline constexpr std::size_t kOptionCount = 56;

using CommandMask = std::uint32_t;
constexpr CommandMask mask(Command command) { return CommandMask{1} << static_cast<unsigned>(command); }

// What an argument of a command is, for completion.
enum class ArgumentKind : std::uint8_t { files, plan, level, benefit, year, shell, command };

struct CommandSpec {
  Command command;
  std::string_view name;
  std::string_view arguments;  // for the usage line: "PLAN... [TREATMENT]"
  ArgumentKind argument_kind;
  std::optional<std::size_t> most_arguments;
  std::string_view formats;  // separated by blanks; empty: the command has no --format
};

struct OptionSpec {
  OptionId id;
  std::string_view name;        // without dashes; "option-NAME" is its sentence in the catalogue
  std::string_view short_name;  // one letter, or empty
  std::string_view value;       // placeholder in help; empty: a flag
  std::string_view choices;     // separated by blanks; empty: free
  CommandMask commands;
};

std::span<const CommandSpec, kCommandCount> commands();
std::span<const OptionSpec, kOptionCount> options();  // in order of OptionId
const CommandSpec& spec(Command command);
const OptionSpec& spec(OptionId option);
std::optional<Command> find_command(std::string_view name);
bool has_option(Command command, OptionId option);
// The command spelled most like the word; may be empty.
std::string nearest_command(std::string_view word);
// The words of a list separated by single blanks.
bool has_word(std::string_view words, std::string_view word);

}  // namespace preauth
