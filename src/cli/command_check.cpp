#include <optional>
#include <string>

#include "batch/built_in.h"
#include "cli/commands.h"
#include "cli/estimate.h"
#include "cli/inputs.h"
#include "load/checks.h"
#include "load/worksheet_loader.h"
#include "messages/cli.h"
#include "reference/builtin.h"
#include "report/check_report.h"

namespace preauth {
namespace {

void check_inputs(const Request& request, const Inputs& inputs, const SourceSet& sources, Diagnostics& diagnostics) {
  for (const Worksheet& sheet : inputs.worksheets) {
    check_worksheet(sheet, builtin_reference(), request.as_of, diagnostics);
  }
  const Treatment* treatment = inputs.treatment.has_value() ? &*inputs.treatment : nullptr;
  for (const Plan& plan : inputs.plans) {
    check_plan(plan, builtin_reference(), diagnostics);
    check_plan_is_current(plan, treatment, is_of_library(plan, sources), request.as_of, diagnostics);
  }
  if (!inputs.treatment.has_value()) return;
  check_treatment(*treatment, builtin_reference(), diagnostics);
  check_amounts_are_current(*treatment, request.as_of, builtin_defaults().fresh_days.value, diagnostics);
  for (const Plan& plan : inputs.plans) check_together(plan, *treatment, diagnostics);
}

// A value that was set but belongs to none of the files would otherwise be lost without a word.
void refuse_unused(const Request& request, const Inputs& inputs, Diagnostics& diagnostics) {
  for (const Override& override_ : request.overrides) {
    const bool of_plan = kind_of_path(override_.path) == FileKind::plan;
    const bool used = of_plan ? !inputs.plans.empty() : inputs.treatment.has_value();
    if (!used) diagnostics.add(diag::usage_set_without_file({}, override_.path));
  }
}

std::string rendered(Context& context, int count_files) {
  context.diagnostics.sort_by_place();
  if (context.request.format == Format::json) return check_json(context.diagnostics, context.sources);
  return check_text(context.diagnostics, context.sources, count_files, context.style());
}

}  // namespace

Outcome command_check(Context& context) {
  const Request& request = context.request;
  if (request.arguments.empty()) {
    context.diagnostics.add(diag::usage_needs_file({}, spec(request.command).name));
    return failed(context);
  }
  const Inputs inputs = load_inputs(request, context.files, context.sources, context.diagnostics);
  if (!context.diagnostics.has_errors()) {
    refuse_unused(request, inputs, context.diagnostics);
    if (context.diagnostics.has_errors()) return failed(context);
  }
  // What does not load is not checked further: its values are not what the file says.
  if (!context.diagnostics.has_errors()) check_inputs(request, inputs, context.sources, context.diagnostics);
  Outcome outcome{ExitCode::done, rendered(context, inputs.count_files), {}};
  if (context.diagnostics.has_errors()) {
    outcome.code = ExitCode::invalid_input;
  } else if (request.fail_on.warning && context.diagnostics.count_warnings() > 0) {
    outcome.code = ExitCode::findings;
  }
  return outcome;
}

}  // namespace preauth
