#pragma once
// A plan and a treatment written as files in a test, loaded and ready to estimate.

#include <string>
#include <string_view>
#include <vector>

#include "engine/compare.h"
#include "engine/evaluate.h"
#include "model/plan.h"
#include "model/treatment.h"

namespace preauth::test {

// The built-in defaults. Fails the test when they do not read.
const Defaults& defaults();
// `body` follows the schema line. Fails the test, printing the diagnostics, when the text is not a valid file.
Plan plan(std::string_view body);
Treatment treatment(std::string_view body);
Date day(std::string_view iso);

// A gold plan of 2026 with $2,000 deductible and $8,200 maximum; `rows` follow.
std::string gold(std::string_view rows);
// A PPO of 2026: in network $1,000, $5,000 and 20 %; out of network $3,000, $10,000 and 40 % of what `allowed` says.
std::string ppo(std::string_view allowed);
// From 2 February 2026, nothing met so far; options follow.
std::string mental_health_client();

// Dates of every line of the named option's run, likely.
struct Lines {
  std::vector<ServiceLine> all;
  std::vector<ServiceLine> of(Benefit benefit) const;
};
Lines lines(const Plan& plan, const Treatment& treatment, std::size_t option, Date as_of);

Comparison estimate(const Plan& plan, const Treatment& treatment, Date as_of);

}  // namespace preauth::test
