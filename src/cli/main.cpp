// preauth: insurance pre-authorization and cost estimator for addiction and mental-health treatment.

#include <csignal>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include "base/diagnostic.h"
#include "cli/run.h"
#include "messages/cli.h"

namespace {

using preauth::OptionSpec;
using preauth::RawOptions;

std::string flag_names(const OptionSpec& option) {
  const std::string name = "--" + std::string(option.name);
  return option.short_name.empty() ? name : "-" + std::string(option.short_name) + "," + name;
}

// Only stores what was typed; request.h judges it. The help is our own, so CLI11's is switched off.
void define(CLI::App& app, RawOptions& raw) {
  app.set_help_flag();
  app.allow_extras();
  app.add_option("arguments", raw.arguments);
  for (const OptionSpec& option : preauth::options()) {
    std::vector<std::string>& values = raw.values[static_cast<std::size_t>(option.id)];
    if (option.value.empty()) {
      app.add_flag_function(flag_names(option), [&values](std::int64_t) { values.emplace_back(); })
          ->disable_flag_override();
    } else {
      app.add_option(flag_names(option), values)->allow_extra_args(false);
    }
  }
}

// CLI11's own messages begin with the option's name; the sentence is ours.
preauth::Diagnostic explain(const CLI::ParseError& problem) {
  const std::string text = problem.what();
  const std::string name = text.substr(0, text.find_first_of(": "));
  for (const OptionSpec& option : preauth::options()) {
    const std::string dashed = "--" + std::string(option.name);
    if (name != dashed && name != option.name) continue;  // CLI11 writes a flag's name without its dashes
    if (option.value.empty()) return preauth::diag::usage_takes_no_value({}, dashed);
    return preauth::diag::usage_needs_value({}, dashed, option.value);
  }
  return preauth::diag::usage_cannot_parse({}, text);
}

std::optional<preauth::Diagnostic> parse(int argc, char** argv, RawOptions& raw) {
  CLI::App app;
  define(app, raw);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    return explain(problem);
  }
  raw.unknown = app.remaining();
  return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));  // a closed pipe shows as EPIPE, which is not an error
  try {
    RawOptions raw;
    if (const std::optional<preauth::Diagnostic> problem = parse(argc, argv, raw)) {
      return preauth::finish(preauth::wrong_usage(*problem), raw);
    }
    return preauth::finish(preauth::run(raw, preauth::read_surroundings()), raw);
  } catch (const std::exception& problem) {
    return preauth::report_bug(problem.what());
  }
}
