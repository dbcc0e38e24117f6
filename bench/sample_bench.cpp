// Speed of the sample behind the bands: 10,000 draws of every option, and the shares of the spread of every unknown.
// Arguments are plan and treatment names; the time is that of one whole plan, on one thread and on two.

#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>

#include "engine/evaluate.h"
#include "engine/sample.h"
#include "load/defaults.h"
#include "load/plan_loader.h"
#include "load/toml_doc.h"
#include "reference/builtin.h"
#include "reference/library.h"

namespace preauth {
namespace {

const Defaults& defaults() {
  static const Defaults values = [] {
    Diagnostics diagnostics;
    return read_defaults(builtin_reference(), diagnostics);
  }();
  return values;
}

// A plan of the library with the treatment's four default options.
struct Case {
  Plan plan;
  Treatment treatment;
};

Case load(std::string_view name) {
  SourceSet sources;
  Diagnostics diagnostics;
  Case loaded;
  for (const LibraryFile& entry : library_plans()) {
    if (entry.name != name) continue;
    const std::int32_t file = sources.add(std::string(name), std::string(entry.text));
    loaded.plan = load_plan(read_toml(sources, file, diagnostics).value(), sources, file, diagnostics);
  }
  const std::int32_t file =
      sources.add("treatment", "schema = \"preauth.treatment/1\"\n[client]\nstart = 2026-01-12\n");
  loaded.treatment = load_treatment(read_toml(sources, file, diagnostics).value(), sources, file, diagnostics);
  if (diagnostics.has_errors() || loaded.plan.id.empty()) throw std::runtime_error("no such plan");
  return loaded;
}

void sample_plan(benchmark::State& state, std::string_view name) {
  const Case loaded = load(name);
  const EstimateModel model = build_model(loaded.plan, loaded.treatment, defaults(), *Date::from_civil(2026, 1, 12));
  SampleRequest request;
  request.threads = static_cast<unsigned>(state.range(0));
  std::int64_t draws = 0;
  for (auto _ : state) {
    Sampler sampler(model, request);
    for (std::size_t option = 0; option < model.treatment.options.size(); ++option) {
      const Sample sample = sampler.draw(option);
      for (const SampledUnknown& unknown : sample.unknowns) {
        const std::size_t alone[] = {unknown.unknown};
        benchmark::DoNotOptimize(spread_removed(sample, alone));
      }
      benchmark::DoNotOptimize(bands_of(sample));
      draws += request.draws;
    }
  }
  state.counters["draws/s"] = benchmark::Counter(static_cast<double>(draws), benchmark::Counter::kIsRate);
}

BENCHMARK_CAPTURE(sample_plan, uhc_gold_standard, "uhc-gold-standard-2026")
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sample_plan, self_funded_ppo, "example-self-funded-ppo-2026")
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sample_plan, blank, "blank")->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace preauth
