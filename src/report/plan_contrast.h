#pragma once
// Several plans in one comparison: each option under every plan, least likely cost first, and where the plans differ:
// which yearly figure, which row of the benefit table, which authorization rule. Options keep their order, since the
// level of care is not a choice of price.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "formats/json_writer.h"
#include "messages/lang.h"
#include "model/estimate.h"

namespace preauth {

// One option under the plans of the comparison.
struct OptionUnderPlans {
  std::vector<const OptionEstimate*>
      ranked;                   // least likely cost first; without a price last; ties in order of the plans
  Money lead;                   // by how much the first is likely less than the second
  bool ranges_overlap = false;  // of these two: an answer may turn the order
};
std::vector<OptionUnderPlans> options_under_plans(const Comparison& comparison);

// Place of an option's plan among the plans, from 1, and how much it is likely above the least; empty without a price.
struct Standing {
  std::size_t rank = 1;
  std::optional<Money> above_least;
};
Standing standing_of(const Comparison& comparison, const OptionEstimate& option);

struct PlanValue {
  std::size_t plan = 0;  // position in Comparison::plans
  std::string value;     // for machines: "2000.00", the words of a row, "unknown"
  std::string shown;     // for people
  std::string field;     // path in the plan file; may be empty
};
// Something in which not all plans are alike.
struct PlanDifference {
  std::string what;   // "deductible.in", "benefits.iop.in", "benefits.iop.prior_auth"
  std::string label;  // "Deductible", "Terms for IOP"
  std::vector<PlanValue> values;
};
std::vector<PlanDifference> plan_differences(const Comparison& comparison, Lang lang);

// Amounts paid so far count under more than one of the plans, which is true of one plan only.
bool is_met_under_several(const Comparison& comparison);

// For people: which plan is likely less for which option, then the differences.
std::vector<std::string> contrast_sentences(const Comparison& comparison, Lang lang);
// The member "side_by_side"; nothing for a single plan.
void write_contrast(JsonWriter& json, const Comparison& comparison);

}  // namespace preauth
