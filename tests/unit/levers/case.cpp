#include "case.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "engine/compare.h"

namespace preauth::test {

Comparison quick_estimate(const Plan& plan, const Treatment& treatment, std::string_view as_of) {
  CompareRequest request;
  request.plans = {&plan, 1};
  request.treatment = &treatment;
  request.defaults = &defaults();
  request.as_of = day(as_of);
  request.sample.draws = 0;
  return compare(request);
}

const Lever& lever(const Comparison& comparison, std::string_view id, std::string_view option) {
  const Lever* found = nullptr;
  for (const Lever& each : comparison.levers) {
    if (each.id != id || each.option != option) continue;
    REQUIRE(found == nullptr);
    found = &each;
  }
  REQUIRE(found != nullptr);
  return *found;
}

bool has_lever(const Comparison& comparison, std::string_view id) {
  return std::any_of(comparison.levers.begin(), comparison.levers.end(),
                     [id](const Lever& each) { return each.id == id; });
}

const RedFlag& flag(const Comparison& comparison, std::string_view id) {
  const auto found = std::find_if(comparison.flags.begin(), comparison.flags.end(),
                                  [id](const RedFlag& each) { return each.id == id; });
  REQUIRE(found != comparison.flags.end());
  return *found;
}

std::vector<std::string> flag_ids(const Comparison& comparison) {
  std::vector<std::string> ids;
  for (const RedFlag& each : comparison.flags) ids.push_back(each.id);
  return ids;
}

std::string without_schema(std::string_view text) {
  std::string body(text);
  const std::size_t begin = body.find("schema = ");
  body.erase(begin, body.find('\n', begin) - begin);
  return body;
}

}  // namespace preauth::test
