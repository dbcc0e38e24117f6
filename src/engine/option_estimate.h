#pragma once
// One option of one plan: what it is, its likely, low and high amounts, what falls into which benefit year, every line
// when wanted, and what becomes of its authorization.

#include "engine/analysis.h"

namespace preauth {

struct OptionRequest {
  std::size_t option = 0;
  bool want_lines = false;
  bool want_rows = false;
  Sampler* sampler = nullptr;  // nullptr: no sample is wanted
  std::optional<Money> budget;
};

// What is known of an option before anything is computed.
OptionEstimate describe_option(const PreparedOption& option);

// `provisions` collects every rule that took a dollar. `analysis` receives the extremes and the sample.
OptionEstimate estimate_option(const EstimateModel& model, const OptionRequest& request, Evaluator& evaluator,
                               CourseTotals& totals, std::vector<Provision>& provisions, OptionAnalysis& analysis);

}  // namespace preauth
