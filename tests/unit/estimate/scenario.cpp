#include "scenario.h"

#include <doctest/doctest.h>

#include "engine/runs.h"
#include "load/defaults.h"
#include "load/plan_loader.h"
#include "reference/builtin.h"

namespace preauth::test {
namespace {

void require_none(const Diagnostics& diagnostics, const SourceSet& sources) {
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity == Severity::error) FAIL(render(diagnostic, sources));
  }
}

Node read(std::string_view schema, std::string_view body, SourceSet& sources, Diagnostics& diagnostics) {
  const std::string text = "schema = \"" + std::string(schema) + "\"\n" + std::string(body);
  const std::int32_t file = sources.add("test.toml", text);
  const std::optional<Node> root = read_toml(sources, file, diagnostics);
  require_none(diagnostics, sources);
  return root.value();
}

}  // namespace

const Defaults& defaults() {
  static const Defaults read_once = [] {
    Diagnostics diagnostics;
    const Defaults values = read_defaults(builtin_reference(), diagnostics);
    require_none(diagnostics, SourceSet());
    return values;
  }();
  return read_once;
}

Plan plan(std::string_view body) {
  SourceSet sources;
  Diagnostics diagnostics;
  const Node root = read("preauth.plan/1", body, sources, diagnostics);
  Plan loaded = load_plan(root, sources, 0, diagnostics);
  require_none(diagnostics, sources);
  return loaded;
}

Treatment treatment(std::string_view body) {
  SourceSet sources;
  Diagnostics diagnostics;
  const Node root = read("preauth.treatment/1", body, sources, diagnostics);
  Treatment loaded = load_treatment(root, sources, 0, diagnostics);
  require_none(diagnostics, sources);
  return loaded;
}

std::string gold(std::string_view rows) {
  return R"(
[plan]
id = "gold"
name = "Gold"
kind = "hmo"
funding = "insured"
year = "2026-01-01..2026-12-31"
[deductible]
in = { individual = "$2,000" }
[out_of_pocket_max]
in = { individual = "$8,200" }
)" + std::string(rows);
}

std::string ppo(std::string_view allowed) {
  return R"(
[plan]
id = "ppo"
name = "PPO"
kind = "ppo"
funding = "insured"
year = "2026-01-01..2026-12-31"
[deductible]
in = { individual = "$1,000" }
out = { individual = "$3,000" }
[out_of_pocket_max]
in = { individual = "$5,000" }
out = { individual = "$10,000" }
[out_of_network]
allowed = ")" +
         std::string(allowed) + R"("
[benefits.residential]
in = "20% coinsurance after deductible"
out = "40% coinsurance after deductible"
)";
}

std::string mental_health_client() {
  return R"(
[client]
id = "C-1"
coverage = "individual"
condition = "mental health"
start = 2026-02-02
[so_far]
as_of = 2026-02-01
deductible = { in = "$0" }
)";
}

Date day(std::string_view iso) { return parse_date(iso).value(); }

std::vector<ServiceLine> Lines::of(Benefit benefit) const {
  std::vector<ServiceLine> found;
  for (const ServiceLine& line : all) {
    if (line.benefit == benefit) found.push_back(line);
  }
  return found;
}

Lines lines(const Plan& plan, const Treatment& treatment, std::size_t option, Date as_of) {
  const EstimateModel model = build_model(plan, treatment, defaults(), as_of);
  Evaluator evaluator(model);
  Lines result;
  evaluator.evaluate(option, likely_assignment(model.unknowns), {},
                     [&](const ServiceLine& line, std::size_t, const Adjudication&, const Adjudicator&) {
                       result.all.push_back(line);
                     });
  return result;
}

Comparison estimate(const Plan& plan, const Treatment& treatment, Date as_of) {
  CompareRequest request;
  request.plans = {&plan, 1};
  request.treatment = &treatment;
  request.defaults = &defaults();
  request.as_of = as_of;
  request.want_lines = true;
  return compare(request);
}

}  // namespace preauth::test
