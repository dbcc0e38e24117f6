#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/estimate.h"
#include "cli/output.h"
#include "cli/stated_text.h"
#include "engine/question_stop.h"
#include "messages/cli.h"
#include "report/calendar.h"
#include "report/questions_report.h"
#include "report/worksheet.h"

namespace preauth {
namespace {

std::string rendered(const Context& context, const Comparison& comparison, const QuestionChoice& choice) {
  switch (context.request.format) {
    case Format::text:
      return questions_text(comparison, choice, context.style());
    case Format::json:
      return questions_json(comparison, choice);
    case Format::csv:
      return questions_csv(comparison, choice, CsvGuard::spreadsheet);
    case Format::md:
      return questions_md(comparison, choice, context.request.lang);
    case Format::html:
      break;  // refused by make_request
  }
  return {};
}

std::string written_sheet(const Context& context, const Comparison& comparison, const QuestionChoice& choice) {
  const StatedTexts texts(context.sources);
  const auto stated = [&](bool in_treatment, std::string_view path) { return texts.at(in_treatment, path); };
  return worksheet(comparison, choice, stated, context.request.text_lang());
}

}  // namespace

Outcome command_questions(Context& context) {
  const std::optional<Estimated> estimated = make_estimate(context, false);
  if (!estimated.has_value()) return failed(context);
  const Request& request = context.request;
  const Comparison& comparison = estimated->comparison;
  if (comparison.plans.size() > 1) {
    context.diagnostics.add(
        diag::usage_one_plan({}, spec(request.command).name, static_cast<std::int64_t>(comparison.plans.size())));
    return failed(context);
  }
  // A sheet that was filled in during a call must not be lost to the next command.
  if (request.worksheet_file && is_regular_file(*request.worksheet_file)) {
    context.diagnostics.add(diag::usage_sheet_exists({}, *request.worksheet_file));
    return failed(context);
  }
  const QuestionChoice choice = choose_questions(comparison, request.worth, request.top);
  Outcome outcome = estimated_outcome(context, *estimated, rendered(context, comparison, choice));
  if (request.worksheet_file) {
    outcome.files.push_back({*request.worksheet_file, written_sheet(context, comparison, choice)});
  }
  if (request.calendar_file)
    outcome.files.push_back({*request.calendar_file, calendar(comparison, request.text_lang())});
  return outcome;
}

}  // namespace preauth
