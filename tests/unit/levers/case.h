#pragma once
// What an estimate without a sample says about levers and red flags.

#include <string>
#include <string_view>
#include <vector>

#include "model/estimate.h"
#include "unit/estimate/scenario.h"

namespace preauth::test {

// An estimate without a sample: quick, and everything that levers and flags need.
Comparison quick_estimate(const Plan& plan, const Treatment& treatment, std::string_view as_of);

// Fails the test when there is not exactly one.
const Lever& lever(const Comparison& comparison, std::string_view id, std::string_view option);
bool has_lever(const Comparison& comparison, std::string_view id);
const RedFlag& flag(const Comparison& comparison, std::string_view id);
std::vector<std::string> flag_ids(const Comparison& comparison);

// A file of the plan library or of examples/, without its schema line.
std::string without_schema(std::string_view text);

}  // namespace preauth::test
