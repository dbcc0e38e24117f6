#include "property/random_runs.h"

#include <algorithm>

namespace preauth {
namespace {

// A run of up to sixty lines like one line of the case, from its date on or right after the run before.
Run random_run(Dice& dice, const ServiceLine& line, Date from) {
  Run run;
  run.line = line;
  run.line.date = from + dice.small(0, 5);
  run.line.person = 0;
  run.line.day_of_admission = line.admission != 0 ? 1 : 0;
  if (!dice.chance(25)) run.line.auth = AuthStatus::as_required;
  run.count = dice.small(1, 60);
  if (dice.chance(50)) {
    const std::uint32_t days = static_cast<std::uint32_t>(dice.between(1, 127));
    run.weekdays = static_cast<std::uint8_t>(days);
    while ((days >> static_cast<unsigned>(run.line.date.weekday()) & 1U) == 0) run.line.date = run.line.date + 1;
  } else {
    run.every_days = dice.small(1, 8);
  }
  return run;
}

}  // namespace

void make_random_runs(std::uint64_t seed, RandomRuns& into) {
  make_random_case(seed, into.plan);
  Dice dice(seed ^ 0x5EEDU);
  into.runs.clear();
  into.after.clear();
  const std::vector<ServiceLine>& lines = into.plan.lines;
  Date from = lines.front().date;
  Date last = from;
  for (std::int32_t i = dice.small(1, 3); i > 0; --i) {
    const ServiceLine& line = lines[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(lines.size())))];
    into.runs.push_back(random_run(dice, line, from));
    last = std::max(last, last_date(into.runs.back()));
    if (dice.chance(60)) from = last + 1;
  }
  for (ServiceLine line : lines) {
    line.person = 0;
    line.date = last + dice.small(0, 3);
    last = line.date;
    into.after.push_back(line);
  }
}

}  // namespace preauth
