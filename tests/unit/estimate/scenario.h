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

// Dates of every line of the named option's run, likely.
struct Lines {
  std::vector<ServiceLine> all;
  std::vector<ServiceLine> of(Benefit benefit) const;
};
Lines lines(const Plan& plan, const Treatment& treatment, std::size_t option, Date as_of);

Comparison estimate(const Plan& plan, const Treatment& treatment, Date as_of);

}  // namespace preauth::test
