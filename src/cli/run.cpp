#include "cli/run.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include <unistd.h>

#include "base/money.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/request.h"
#include "messages/cli.h"
#include "report/check_report.h"

namespace preauth {
namespace {

bool wants_json(const RawOptions& raw) {
  return raw.has(OptionId::format) && raw.of(OptionId::format).back() == "json";
}

// Usage errors are told in the form that was asked for, even though there is no request yet.
Outcome usage_outcome(const RawOptions& raw, const Diagnostics& diagnostics) {
  Outcome outcome{ExitCode::usage, {}, {}};
  const SourceSet no_sources;
  if (wants_json(raw)) {
    outcome.err = check_json(diagnostics, no_sources);
    return outcome;
  }
  for (const Diagnostic& diagnostic : diagnostics.all()) outcome.err += render(diagnostic, no_sources);
  return outcome;
}

Outcome dispatch(Context& context) {
  switch (context.request.command) {
    case Command::compare:
      return command_compare(context);
    case Command::explain:
      return command_explain(context);
    case Command::questions:
      return command_questions(context);
    case Command::answer:
      return command_answer(context);
    case Command::sheet:
      return command_sheet(context);
    case Command::batch:
      return command_batch(context);
    case Command::verify:
      return command_verify(context);
    case Command::check:
      return command_check(context);
    case Command::new_file:
      return command_new(context);
    case Command::plans:
      return command_plans(context);
    case Command::levels:
      return command_levels(context);
    case Command::limits:
      return command_limits(context);
    case Command::prices:
      return command_prices(context);
    case Command::upgrade:
      return command_upgrade(context);
    case Command::completions:
      return command_completions(context);
    case Command::help:
      return command_help_text(context);
  }
  return {};
}

Outcome run_request(const Request& request, const Surroundings& surroundings) {
  Context context(request, surroundings);
  try {
    if (request.version) return {ExitCode::done, version_line(request.lang), {}};
    if (request.help) {
      return {ExitCode::done,
              request.command_named ? command_help(request.command, context.style()) : general_help(context.style()),
              {}};
    }
    return dispatch(context);
  } catch (const MoneyOverflow&) {
    context.diagnostics.add(diag::input_amount_too_large({}));
    return failed(context);
  } catch (const std::exception& problem) {
    context.diagnostics.add(diag::internal_bug({}, problem.what()));
    return {ExitCode::bug, {}, rendered_problems(context)};
  }
}

}  // namespace

Outcome run(const RawOptions& raw, const Surroundings& surroundings) {
  Diagnostics diagnostics;
  const std::optional<Request> request = make_request(raw, surroundings, diagnostics);
  if (!request.has_value()) return usage_outcome(raw, diagnostics);
  return run_request(*request, surroundings);
}

Outcome wrong_usage(const Diagnostic& problem) { return {ExitCode::usage, {}, render(problem, SourceSet())}; }

int finish(const Outcome& outcome, const RawOptions& raw) {
  // Problems first, so that on a terminal the result is the last thing seen.
  write_descriptor(STDERR_FILENO, outcome.err);
  const std::string file = raw.has(OptionId::output) ? raw.of(OptionId::output).back() : "-";
  std::optional<std::string> problem;
  std::string name = file == "-" ? msg::cli::output_stdout(Lang::en) : "`" + file + "`";
  if (!outcome.files.empty()) {
    if (std::optional<WriteProblem> failed = write_files(outcome.files)) {
      problem = failed->reason;
      name = "`" + failed->path + "`";
    }
  }
  if (!problem.has_value() && !outcome.out.empty()) {
    problem = file == "-" ? write_descriptor(STDOUT_FILENO, outcome.out) : write_file(file, outcome.out);
  }
  if (!problem.has_value()) {
    write_descriptor(STDERR_FILENO, outcome.closing);
    return static_cast<int>(outcome.code);
  }
  write_descriptor(STDERR_FILENO, render(diag::output_cannot_write({}, name, *problem), SourceSet()));
  return static_cast<int>(ExitCode::cannot_write);
}

int report_bug(std::string_view what) noexcept {
  try {
    write_descriptor(STDERR_FILENO, render(diag::internal_bug({}, what), SourceSet()));
  } catch (const std::exception&) {
    // Not even the message can be made; the exit code still says whose mistake it is.
  }
  return static_cast<int>(ExitCode::bug);
}

std::string rendered_problems(Context& context) {
  context.diagnostics.sort_by_place();
  if (context.diagnostics.all().empty()) return {};
  if (context.request.format == Format::json) return check_json(context.diagnostics, context.sources);
  std::string text;
  for (const Diagnostic& diagnostic : context.diagnostics.all()) {
    text += render(diagnostic, context.sources, context.request.color_err);
  }
  return text;
}

Outcome failed(Context& context) {
  const std::vector<Diagnostic>& all = context.diagnostics.all();
  const bool wrong_command_line = std::any_of(
      all.begin(), all.end(), [](const Diagnostic& diagnostic) { return diagnostic.id.starts_with("usage."); });
  return {wrong_command_line ? ExitCode::usage : ExitCode::invalid_input, {}, rendered_problems(context)};
}

}  // namespace preauth
