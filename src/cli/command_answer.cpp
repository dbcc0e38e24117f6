#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/answer_files.h"
#include "cli/commands.h"
#include "cli/estimate.h"
#include "engine/question_stop.h"
#include "load/worksheet_answers.h"
#include "load/worksheet_loader.h"
#include "messages/answers.h"
#include "messages/cli.h"
#include "reference/builtin.h"

namespace preauth {
namespace {

constexpr std::size_t kNextQuestions = 3;

void check_files(const Request& request, const Inputs& inputs, Diagnostics& diagnostics) {
  const auto plans = static_cast<std::int64_t>(inputs.plans.size());
  const auto sheets = static_cast<std::int64_t>(inputs.worksheets.size());
  if (sheets == 1) check_worksheet(inputs.worksheets.front(), builtin_reference(), request.as_of, diagnostics);
  if (diagnostics.has_errors()) return;
  if (plans == 0) diagnostics.add(diag::usage_needs_plan({}, spec(request.command).name));
  if (plans > 1) diagnostics.add(diag::usage_one_plan({}, spec(request.command).name, plans));
  if (sheets == 0) diagnostics.add(diag::usage_needs_worksheet({}));
  if (sheets > 1) diagnostics.add(diag::usage_one_worksheet({}, sheets));
}

std::int32_t file_of(const Treatment& treatment) { return treatment.built_in ? kNoFile : treatment.file; }

std::vector<AnswerTarget> targets_of(const SourceSet& sources, const Plan& plan, const Treatment& treatment,
                                     const Answered& answered) {
  const std::int32_t file = file_of(treatment);
  return {{false, sources[plan.file].name(), sources[plan.file].bytes(), answered.plan.text},
          {true, file == kNoFile ? "" : sources[file].name(), file == kNoFile ? "" : sources[file].bytes(),
           answered.treatment.text}};
}

// The same estimate from the texts with the answers. Problems would have been found before.
std::optional<Estimated> estimate_after(Context& context, const std::vector<AnswerTarget>& targets) {
  Inputs inputs;
  for (const AnswerTarget& target : targets) {
    if (target.after.empty()) continue;
    const std::int32_t file = context.sources.add(target.name.empty() ? "treatment" : target.name, target.after);
    load_input(context.request, file, context.sources, inputs, context.diagnostics);
  }
  return estimate_inputs(context, std::move(inputs), false);
}

std::int64_t count_unanswered(const Worksheet& sheet) {
  return std::count_if(sheet.answers.begin(), sheet.answers.end(),
                       [](const SheetAnswer& answer) { return !answer.answered; });
}

std::string rendered(const Context& context, const AnswerReport& report) {
  return context.request.format == Format::json ? answer_json(report) : answer_text(report, context.style());
}

}  // namespace

Outcome command_answer(Context& context) {
  const Request& request = context.request;
  Inputs inputs = load_inputs(request, context.files, context.sources, context.diagnostics);
  check_files(request, inputs, context.diagnostics);
  if (context.diagnostics.has_errors()) return failed(context);
  const Worksheet sheet = inputs.worksheets.front();
  const Plan plan = inputs.plans.front();
  const Treatment treatment =
      inputs.treatment ? *inputs.treatment : built_in_treatment(request, context.sources, context.diagnostics);
  const Answered answered = write_answers(
      {sheet, plan, treatment, plan.file, file_of(treatment), request.replace_stronger, builtin_reference()},
      context.sources, context.diagnostics);
  if (context.diagnostics.has_errors()) return failed(context);
  const std::vector<AnswerTarget> targets = targets_of(context.sources, plan, treatment, answered);
  AnswerReport report;
  report.files = report_files(request, targets, context.diagnostics);
  if (context.diagnostics.has_errors()) return failed(context);
  std::optional<Estimated> before = estimate_inputs(context, std::move(inputs), false);
  if (!before) return failed(context);
  Context with_answers(request, context.surroundings);
  std::optional<Estimated> after = estimate_after(with_answers, targets);
  if (!after) return failed(with_answers);
  report.outcomes = answered.outcomes;
  report.unanswered = count_unanswered(sheet);
  report.dry_run = request.dry_run;
  report.before = std::move(before->comparison);
  report.after = after->comparison;
  report.next = choose_questions(report.after, request.worth, kNextQuestions);
  Outcome outcome = estimated_outcome(context, *after, rendered(context, report));
  outcome.files = files_to_write(request, targets);
  return outcome;
}

}  // namespace preauth
