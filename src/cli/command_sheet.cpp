#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/estimate.h"
#include "cli/pdf.h"
#include "engine/question_stop.h"
#include "messages/cli.h"
#include "messages/sheet.h"
#include "report/sheet.h"

namespace preauth {
namespace {

std::string rendered(const Context& context, const Sheet& sheet) {
  switch (context.request.format) {
    case Format::html:
      return sheet_html(sheet);
    case Format::md:
      return sheet_md(sheet);
    case Format::text:
      return sheet_text(sheet, context.style());
    case Format::json:
    case Format::csv:
      break;  // refused by make_request
  }
  return {};
}

// The first line of the file: a name stands in no command line, where others can see it.
std::string read_name(Context& context) {
  if (!context.request.name_file) return {};
  const std::optional<std::int32_t> file = context.files.read(*context.request.name_file);
  if (!file) return {};
  std::string name(trim(context.sources[*file].line_text(1)));
  if (name.empty()) context.diagnostics.add(diag::sheet_name_empty({*file, 0, 0}));
  return name;
}

// Everything that can be refused before anything is calculated.
std::optional<PdfConverter> converter_for(Context& context) {
  if (!context.request.pdf_file) return std::nullopt;
  if (context.request.format != Format::html) {
    context.diagnostics.add(diag::usage_pdf_format({}, context.request.format == Format::md ? "md" : "text"));
    return std::nullopt;
  }
  return find_pdf_converter(context.surroundings.search_path);
}

Outcome no_pdf(Context& context, const Diagnostic& problem) {
  context.diagnostics.add(problem);
  return {ExitCode::cannot_write, {}, rendered_problems(context)};
}

Outcome with_pdf(Context& context, const PdfConverter& converter, const Estimated& estimated, std::string html) {
  const Request& request = context.request;
  Pdf pdf = make_pdf(converter, {html, *request.pdf_file, context.surroundings.search_path, request.as_of});
  if (!pdf.problem.empty()) {
    return no_pdf(context, diag::sheet_converter_failed({}, converter.name(), pdf.problem));
  }
  context.diagnostics.add(diag::sheet_pdf_made({}, *request.pdf_file, converter.name()));
  if (!request.output_file) html.clear();  // the PDF is what was asked for
  Outcome outcome = estimated_outcome(context, estimated, std::move(html));
  outcome.files.push_back({*request.pdf_file, std::move(pdf.bytes)});
  return outcome;
}

}  // namespace

Outcome command_sheet(Context& context) {
  const Request& request = context.request;
  const std::optional<PdfConverter> converter = converter_for(context);
  const std::string name = read_name(context);
  if (context.diagnostics.has_errors()) return failed(context);
  if (request.pdf_file && !converter) return no_pdf(context, diag::sheet_no_converter({}));
  Inputs inputs = load_inputs(request, context.files, context.sources, context.diagnostics);
  const std::vector<Plan> plans = inputs.plans;
  const Treatment treatment = inputs.treatment.value_or(Treatment());
  const std::optional<Estimated> estimated = estimate_inputs(context, std::move(inputs), true);
  if (!estimated) return failed(context);
  const Comparison& comparison = estimated->comparison;
  const QuestionChoice questions = choose_questions(comparison, std::nullopt, std::nullopt);
  const Sheet sheet =
      make_sheet({comparison, plans.front(), treatment, questions, name, request.part2_notice, request.lang});
  std::string text = rendered(context, sheet);
  if (converter) return with_pdf(context, *converter, *estimated, std::move(text));
  return estimated_outcome(context, *estimated, std::move(text));
}

}  // namespace preauth
