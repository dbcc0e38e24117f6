#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/estimate.h"
#include "messages/cli.h"
#include "report/compare_report.h"

namespace preauth {
namespace {

std::string rendered(const Context& context, const Comparison& comparison) {
  switch (context.request.format) {
    case Format::text:
      return compare_text(comparison, context.style(), context.request.chart);
    case Format::json:
      return compare_json(comparison, context.request.lines);
    case Format::csv:
      return compare_csv(comparison, CsvGuard::spreadsheet);
    case Format::md:
      return compare_md(comparison, context.request.lang, context.request.chart);
    case Format::html:
      break;  // refused by make_request
  }
  return {};
}

}  // namespace

Outcome command_compare(Context& context) {
  const Format format = context.request.format;
  if (context.request.chart && (format == Format::json || format == Format::csv)) {
    context.diagnostics.add(diag::usage_chart_not_here({}, format == Format::json ? "json" : "csv"));
    return failed(context);
  }
  const std::optional<Estimated> estimated = make_estimate(context, context.request.lines);
  if (!estimated.has_value()) return failed(context);
  return estimated_outcome(context, *estimated, rendered(context, estimated->comparison));
}

}  // namespace preauth
