// Service lines adjudicated per second, line by line with all checks on, and the same as a multiple of the time that a
// loop takes which only adds up the lines' amounts: the ratio compares machines, the rate compares versions.

#include <cstdint>
#include <ctime>
#include <vector>

#include <benchmark/benchmark.h>

#include "engine/adjudicate.h"
#include "engine/runs.h"

namespace preauth {
namespace {

Date on(int month, int day) { return *Date::from_civil(2026, month, day); }

ShareTerms share(DeductibleOrder order, Money copay, Rate rate) {
  ShareTerms terms;
  terms.deductible = order;
  terms.copay = copay;
  terms.coinsurance = rate;
  return terms;
}

BucketTerms& bucket(Terms& terms, BucketKind kind, Money person, NetworkMask networks) {
  BucketTerms& bucket = terms.buckets[terms.bucket_count++];
  bucket.kind = kind;
  bucket.person = person;
  bucket.applies = networks;
  bucket.feeds = networks;
  return bucket;
}

// An ordinary plan: deductible and maximum per network, a visit limit, a flat penalty, tiers and a per-stay copay.
Terms plan() {
  Terms terms;
  terms.year = {on(1, 1), on(12, 31)};
  const NetworkMask out = mask(Network::out);
  bucket(terms, BucketKind::deductible, Money::dollars(2'000), kInNetworks);
  bucket(terms, BucketKind::deductible, Money::dollars(4'000), out);
  bucket(terms, BucketKind::out_of_pocket, Money::dollars(8'200), kInNetworks);
  bucket(terms, BucketKind::out_of_pocket, Money::dollars(16'400), out);
  for (auto& row : terms.benefits) {
    for (BenefitTerms& network : row) {
      network.tiers[0] = share(DeductibleOrder::deductible_first, Money(), Rate::percent(25));
    }
  }
  for (BenefitTerms& network : terms.benefits[index(Benefit::residential)]) {
    network.tiers[0] = share(DeductibleOrder::deductible_first, Money::dollars(850), Rate::percent(10));
    network.tiers[0].copay_per = CopayPer::admission;
  }
  for (BenefitTerms& network : terms.benefits[index(Benefit::outpatient)]) {
    network.tier_count = 2;
    network.tier_visits[0] = 3;
    network.tiers[0] = share(DeductibleOrder::does_not_apply, Money(), Rate());
    network.tiers[1] = share(DeductibleOrder::does_not_apply, Money::dollars(40), Rate());
  }
  LimitTerms& limit = terms.limits[terms.limit_count++];
  limit.benefits = mask(Benefit::iop) | mask(Benefit::php);
  limit.quantity = 60;
  return terms;
}

Run run(Benefit benefit, Level level, Date first, std::int32_t count, std::int32_t every_days, Money allowed) {
  Run run;
  run.line.date = first;
  run.line.benefit = benefit;
  run.line.level = level;
  run.line.allowed = allowed;
  run.line.billed = allowed * 2;
  run.count = count;
  run.every_days = every_days;
  return run;
}

Run stay(Date first, std::int32_t days, Money allowed) {
  Run nights = run(Benefit::residential, Level::residential, first, days, 1, allowed);
  nights.line.order = DayOrder::facility;
  nights.line.admission = 1;
  nights.line.day_of_admission = 1;
  return nights;
}

std::vector<Run> iop() {
  Run days = run(Benefit::iop, Level::iop, on(1, 12), 27, 1, Money::cents(31'938));
  days.weekdays = 0b0010101;
  return {days};
}

std::vector<Run> residential() { return {stay(on(1, 12), 28, Money::dollars(600))}; }

// A stay with a doctor and tests beside it, then a day program, then weekly visits: 100 lines.
std::vector<Run> mixed() {
  std::vector<Run> runs = {stay(on(1, 12), 28, Money::dollars(600))};
  runs.push_back(run(Benefit::inpatient_professional, Level::residential, on(1, 12), 4, 7, Money::cents(13'561)));
  runs.back().line.network = Network::out;
  runs.push_back(run(Benefit::laboratory, Level::residential, on(1, 13), 8, 3, Money::dollars(60)));
  runs.push_back(run(Benefit::php, Level::php, on(2, 9), 20, 1, Money::cents(41'845)));
  runs.push_back(run(Benefit::outpatient, Level::outpatient, on(3, 9), 40, 7, Money::cents(16'700)));
  return runs;
}

std::vector<ServiceLine> lines_of(const std::vector<Run>& runs) {
  std::vector<ServiceLine> lines;
  RunMerger merger(runs);
  while (const ServiceLine* line = merger.next()) lines.push_back(*line);
  return lines;
}

Money sum(const std::vector<ServiceLine>& lines) {
  Money total;
  for (const ServiceLine& line : lines) total += line.allowed;
  return total;
}

Money adjudicate(const Terms& terms, const std::vector<ServiceLine>& lines) {
  Adjudicator adjudicator(terms, Start());
  Money total;
  for (const ServiceLine& line : lines) total += adjudicator.adjudicate(line).amounts.patient();
  return total;
}

// Nanoseconds of processor time that this process has used: other work on the machine does not count.
double processor_time() { return static_cast<double>(std::clock()) * 1e9 / CLOCKS_PER_SEC; }

// Nanoseconds that one pass of the adding loop takes, measured over many million lines.
double nanoseconds_to_sum(const std::vector<ServiceLine>& lines) {
  const std::size_t passes = 50'000'000 / lines.size();
  const double begin = processor_time();
  for (std::size_t i = 0; i < passes; ++i) {
    benchmark::DoNotOptimize(lines.data());
    Money total = sum(lines);
    benchmark::DoNotOptimize(total);
    benchmark::ClobberMemory();
  }
  return (processor_time() - begin) / static_cast<double>(passes);
}

void report(benchmark::State& state, const std::vector<ServiceLine>& lines, double nanoseconds) {
  const double passes = static_cast<double>(state.iterations());
  const double base = nanoseconds_to_sum(lines);
  state.counters["lines"] = static_cast<double>(lines.size());
  state.counters["lines_per_s"] = static_cast<double>(lines.size()) * passes * 1e9 / nanoseconds;
  state.counters["sum_ns"] = base;
  state.counters["ratio"] = nanoseconds / passes / base;
}

template <class Pass>
void measure(benchmark::State& state, const std::vector<ServiceLine>& lines, const Pass& pass) {
  const double begin = processor_time();
  for (auto _ : state) {
    Money total = pass();
    benchmark::DoNotOptimize(total);
  }
  report(state, lines, processor_time() - begin);
}

// A whole course: a fresh adjudicator and all its lines.
void course(benchmark::State& state, std::vector<Run> (*make)()) {
  const Terms terms = plan();
  const std::vector<ServiceLine> lines = lines_of(make());
  measure(state, lines, [&] { return adjudicate(terms, lines); });
}

// The same with the lines made on the fly from their runs.
void course_from_runs(benchmark::State& state, std::vector<Run> (*make)()) {
  const Terms terms = plan();
  const std::vector<Run> runs = make();
  const std::vector<ServiceLine> lines = lines_of(runs);
  RunMerger merger(runs);
  measure(state, lines, [&] {
    merger.restart();
    Adjudicator adjudicator(terms, Start());
    Money total;
    while (const ServiceLine* line = merger.next()) total += adjudicator.adjudicate(*line).amounts.patient();
    return total;
  });
}

BENCHMARK_CAPTURE(course, iop_27_days, iop);
BENCHMARK_CAPTURE(course, residential_28_days, residential);
BENCHMARK_CAPTURE(course, mixed_100_lines, mixed);
BENCHMARK_CAPTURE(course_from_runs, iop_27_days, iop);
BENCHMARK_CAPTURE(course_from_runs, mixed_100_lines, mixed);

}  // namespace
}  // namespace preauth

BENCHMARK_MAIN();
