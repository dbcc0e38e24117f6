// Adjudicating a line allocates nothing: ten thousand sessions cost no more memory than one.

#include <cstdlib>
#include <new>

#include "build_terms.h"
#include "engine/runs.h"

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

using namespace preauth;
using namespace preauth::testing;

TEST_CASE("no_line_allocates_not_even_under_a_rolling_limit_over_many_years") {
  Build plan = Build().deductible(usd(500)).maximum(usd(3000));
  plan.row(Benefit::outpatient, Pays().rate(percent(20)).after_deductible());
  plan.limit(Benefit::outpatient, LimitUnit::visits, LimitPeriod::rolling_months, 40).months = 3;
  plan.limit(Benefit::outpatient, LimitUnit::dollars, LimitPeriod::rolling_months, 1'000'000'000).months = 12;
  std::vector<Run> runs(2);
  runs[0].line = visit(day(2026, 1, 12), usd(150));
  runs[0].count = 10'000;
  runs[1].line = stay_day(day(2026, 1, 12), 1, usd(900));
  runs[1].count = 10'000;
  RunMerger merger(runs);
  Adjudicator adjudicator(plan.terms, Start());
  const std::size_t before = allocations;
  std::size_t lines = 0;
  while (const ServiceLine* line = merger.next()) {
    adjudicator.adjudicate(*line);
    ++lines;
  }
  CHECK(lines == 20'000);
  CHECK(allocations == before);
}
