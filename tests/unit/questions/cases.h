#pragma once
// Plans and treatments that raise questions, put together from the part that a test is about and a usual rest.

#include <string>
#include <string_view>

#include "engine/compare.h"
#include "unit/estimate/scenario.h"

namespace preauth::test {

// What a test states; the rest is a PPO of 2026 with its amounts stated and a patient whose treatment starts
// 2026-01-12.
struct Case {
  std::string plan_keys;    // instead of kind, funding, state and year
  std::string plan_tables;  // instead of the amounts, when it has a [deductible]; else after them
  std::string client;       // instead of age, coverage, other_coverage, start
  std::string treatment;    // tables after [client], with at least one option
};

std::string plan_text(const Case& made);
std::string treatment_text(const Case& made);
// Estimated on 2026-01-05 with `draws` sampled cases.
Comparison compared(const Case& made, std::int32_t draws = 0);
Comparison compared(const Plan& plan, const Treatment& treatment, std::int32_t draws,
                    std::optional<Money> budget = std::nullopt);

// One option "x" with these steps: "{ level = \"iop\" }".
std::string option(std::string_view steps, std::string_view id = "x");
// A library plan, and a file of examples/.
Plan library_plan(std::string_view id);
Plan library_plan(std::string_view id, std::string_view replace, std::string_view with);
Treatment example(std::string_view name);
std::string example_text(std::string_view name);

// nullptr when it was not raised.
const Question* find(const Comparison& comparison, std::string_view id);
// Position in the order to ask, from 1; 0 when it was not raised.
std::size_t rank_of(const Comparison& comparison, std::string_view id);
std::string ids_of(const Comparison& comparison);
const AnswerField* field(const Question& question, std::string_view path);

}  // namespace preauth::test
