#pragma once
// One function per command: a checked request in, an outcome out. Commands read files through the context and write
// nothing themselves.

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "cli/input_files.h"
#include "cli/outcome.h"
#include "cli/request.h"
#include "report/text_style.h"

namespace preauth {

// What the commands of one run share.
struct Context {
  Context(const Request& asked, const Surroundings& around)
      : request(asked), surroundings(around), files(around.plan_folder, sources, diagnostics) {}
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  TextStyle style() const { return {request.width, request.color_out, request.ascii, request.lang}; }

  const Request& request;
  const Surroundings& surroundings;
  SourceSet sources;
  Diagnostics diagnostics;
  InputFiles files;
};

Outcome command_compare(Context& context);
Outcome command_explain(Context& context);
Outcome command_questions(Context& context);
Outcome command_answer(Context& context);
Outcome command_sheet(Context& context);
Outcome command_batch(Context& context);
Outcome command_verify(Context& context);
Outcome command_check(Context& context);
Outcome command_new(Context& context);
Outcome command_plans(Context& context);
Outcome command_levels(Context& context);
Outcome command_limits(Context& context);
Outcome command_prices(Context& context);
Outcome command_upgrade(Context& context);
Outcome command_completions(Context& context);
Outcome command_help_text(Context& context);

// The diagnostics so far as people or programs read them, for standard error.
std::string rendered_problems(Context& context);
// Nothing on standard output, the diagnostics on standard error; the code is `usage` when one of them is about the
// command line (usage.…), else `invalid_input`.
Outcome failed(Context& context);

}  // namespace preauth
