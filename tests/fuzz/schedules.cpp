// Any bytes as a schedule and as what a line repeats on: reading never crashes, problems point into the text, counts
// stay small, and the canonical form reads back to the same schedule.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "load/phrase.h"

namespace {

using namespace preauth;

constexpr std::int32_t kMostCount = 20'000;
constexpr std::int32_t kMostPerWeek = 35;  // five visits a day

void require(bool holds) {
  if (!holds) __builtin_trap();
}

void check(const PhraseResult<Schedule>& result, std::size_t size, PhraseResult<Schedule> (*parse)(std::string_view)) {
  require(result.value.has_value() == result.problems.empty());
  for (const PhraseProblem& problem : result.problems) require(problem.offset + problem.length <= size);
  if (!result.value) return;
  const Schedule& schedule = *result.value;
  require(schedule.every_days >= 1 && schedule.per_week >= 0 && schedule.per_week <= kMostPerWeek);
  if (!schedule.count.is_unknown()) require(schedule.count.low() >= 1 && schedule.count.high() <= kMostCount);
  const PhraseResult<Schedule> again = parse(canonical(schedule));
  require(again.value && *again.value == schedule);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(parse_schedule(text), size, parse_schedule);
  check(parse_every(text), size, parse_every);
  return 0;
}
