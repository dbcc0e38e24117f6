#pragma once
// What is known about a plan and its options once they are estimated, for those who look further: questions, levers,
// red flags. Everything refers to storage that outlives it.

#include <optional>
#include <vector>

#include "engine/evaluate.h"
#include "engine/extremes.h"
#include "engine/sample.h"
#include "model/estimate.h"

namespace preauth {

struct OptionAnalysis {
  std::size_t index = 0;  // in PreparedTreatment::options
  const OptionEstimate* estimate = nullptr;
  Extremes extremes;  // empty when a price is missing
  Sample sample;      // empty when not wanted
};

struct PlanAnalysis {
  const Plan& plan;
  const Treatment& treatment;
  const EstimateModel& model;
  Evaluator& evaluator;
  CourseTotals& totals;
  Date as_of;
  std::optional<Money> budget;
  std::vector<OptionAnalysis> options;

  const PreparedOption& prepared(const OptionAnalysis& option) const { return model.treatment.options[option.index]; }
  const ReferenceData& reference() const { return *model.treatment.defaults->reference; }
};

// What the answer to a question is worth in one option.
struct Worth {
  Money swing;                       // between its best and worst answer, everything else likely
  Money typical;                     // how far the estimate moves on average; zero without a sample
  std::optional<Rate> spread_share;  // empty without a sample or without any spread
  std::optional<Rate> budget_share;  // empty without a budget or when there is no doubt
};

// `unknowns`: positions in EstimateModel::unknowns; those that do not touch the option count for nothing.
Worth worth_of(const PlanAnalysis& analysis, const OptionAnalysis& option, const std::vector<std::size_t>& unknowns);

}  // namespace preauth
