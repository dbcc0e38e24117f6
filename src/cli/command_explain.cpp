#include <algorithm>
#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/estimate.h"
#include "messages/cli.h"
#include "report/explain_report.h"

namespace preauth {
namespace {

std::string rendered(const Context& context, const Comparison& comparison) {
  const std::string& option = context.request.option_id;
  switch (context.request.format) {
    case Format::text:
      return explain_text(comparison, option, context.style());
    case Format::json:
      return explain_json(comparison, option);
    case Format::csv:
      return explain_csv(comparison, option, CsvGuard::spreadsheet);
    case Format::md:
      return explain_md(comparison, option, context.request.lang);
    case Format::html:
      break;  // refused by make_request
  }
  return {};
}

bool has_option_id(const Comparison& comparison, const std::string& id) {
  return std::any_of(comparison.options.begin(), comparison.options.end(),
                     [&id](const OptionEstimate& option) { return option.id == id; });
}

std::string option_ids(const Comparison& comparison) {
  std::string ids;
  for (const OptionEstimate& option : comparison.options) ids += (ids.empty() ? "" : ", ") + option.id;
  return ids;
}

}  // namespace

Outcome command_explain(Context& context) {
  const std::optional<Estimated> estimated = make_estimate(context, true);
  if (!estimated.has_value()) return failed(context);
  const Comparison& comparison = estimated->comparison;
  const std::string& wanted = context.request.option_id;
  if (!wanted.empty() && !has_option_id(comparison, wanted)) {
    context.diagnostics.add(diag::usage_unknown_option_id({}, wanted, option_ids(comparison)));
    return failed(context);
  }
  return estimated_outcome(context, *estimated, rendered(context, comparison));
}

}  // namespace preauth
