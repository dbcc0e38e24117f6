#pragma once
// The parts of preparing and resolving a plan, one file each: shares (rows of the benefit table), amounts (deductibles
// and maxima), rules (limits, authorization, out-of-network method). Each asks the chooser in a fixed order.

#include <span>

#include "engine/resolve.h"

namespace preauth {

void prepare_shares(PreparedPlan& prepared);
void resolve_shares(const PreparedPlan& prepared, BenefitMask needed, Chooser& chooser, ResolvedPlan& resolved);
void resolve_amounts(const ResolveInput& input, Chooser& chooser, ResolvedPlan& resolved);
void resolve_rules(const ResolveInput& input, BenefitMask needed, Chooser& chooser, ResolvedPlan& resolved);

// "benefits.iop.same_as"
std::string row_path(Benefit benefit, std::string_view key);

// A rule with a usual value that needs no question when the plan is silent: only an explicit "unknown" opens it.
// `texts` are the choices as they would stand in the file, in order of the enumerators.
template <class Enum>
Enum choose_rule(const Field<Enum>& field, Enum usual, std::string_view path, std::string_view question,
                 std::span<const std::string_view> texts, Chooser& chooser) {
  if (field.known.is_exact()) return field.known.value();
  if (!field.known.is_stated()) return usual;
  return static_cast<Enum>(chooser.choose([&] {
    Unknown unknown;
    unknown.path = std::string(path);
    unknown.question = std::string(question);
    unknown.choices.assign(texts.begin(), texts.end());
    unknown.high = static_cast<std::int64_t>(texts.size()) - 1;
    unknown.likely = static_cast<std::int64_t>(usual);
    return unknown;
  }));
}

}  // namespace preauth
