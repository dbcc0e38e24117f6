// A row of a batch is the estimate that `preauth compare --draws 0` makes of the same inputs.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "batch/built_in.h"
#include "batch/row_estimator.h"
#include "engine/compare.h"
#include "load/overrides.h"
#include "reference/library.h"

namespace preauth {
namespace {

struct Stated {
  std::string path;
  std::string value;
};

// Repeats: the same number of the same seed gives the same row.
class Choice {
 public:
  explicit Choice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 1) {}
  std::size_t below(std::size_t count) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::size_t>(state_ % count);
  }

 private:
  std::uint64_t state_;
};

std::vector<Stated> random_values(Choice& choice) {
  std::vector<Stated> values;
  const auto amount = [&](std::size_t most) { return "$" + std::to_string(choice.below(most)); };
  if (choice.below(4) > 0) {
    const std::string month = std::to_string(1 + choice.below(9));
    values.push_back({"client.start", "2026-0" + month + "-1" + std::to_string(choice.below(10))});
  }
  if (choice.below(2) > 0) values.push_back({"so_far.deductible.in", amount(2'000)});
  if (choice.below(2) > 0) values.push_back({"so_far.out_of_pocket.in", amount(4'000)});
  if (choice.below(3) == 0) values.push_back({"client.age", std::to_string(13 + choice.below(70))});
  if (choice.below(3) == 0) values.push_back({"client.coverage", choice.below(2) == 0 ? "individual" : "family"});
  if (choice.below(4) == 0) values.push_back({"deductible.in", amount(6'000)});
  return values;
}

std::string compared(const LibraryFile& library_plan, const std::vector<Stated>& values, const Defaults& defaults,
                     const BatchRowHead& head) {
  SourceSet plan_sources;
  SourceSet treatment_sources;
  Diagnostics diagnostics;
  plan_sources.add(std::string("builtin:") + std::string(library_plan.name), std::string(library_plan.text));
  treatment_sources.add(std::string(kBuiltInTreatmentName), std::string(kEmptyTreatment));
  Node plan_root = *read_toml(plan_sources, 0, diagnostics);
  Node treatment_root = *read_toml(treatment_sources, 0, diagnostics);
  for (const Stated& stated : values) {
    const bool of_plan = kind_of_path(stated.path) == FileKind::plan;
    apply({stated.path, stated.value}, of_plan ? plan_root : treatment_root, of_plan ? plan_sources : treatment_sources,
          diagnostics);
  }
  const Plan plan = load_plan(plan_root, plan_sources, 0, diagnostics);
  Treatment treatment = load_treatment(treatment_root, treatment_sources, 0, diagnostics);
  treatment.built_in = true;
  Comparison comparison =
      compare({{&plan, 1}, &treatment, &defaults, *parse_date("2026-01-05"), false, std::nullopt, {0, 1, 1}});
  return diagnostics.has_errors() ? std::string() : batch_json(comparison, head, {});
}

// Digests of the files and the version of the program are put in where files are read.
std::string without(std::string text, std::string_view key) {
  const std::string begin = "\"" + std::string(key) + "\": ";
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
    const std::size_t value = at + begin.size();
    text.erase(value, text.find_first_of(",}", value) - value);
  }
  return text;
}

FileAccess library_only() {
  const auto find = [](const std::string& name, Diagnostics&) -> std::optional<NamedText> {
    for (const LibraryFile& plan : library_plans()) {
      if (plan.name == name) return NamedText{"builtin:" + name, std::string(plan.text)};
    }
    return std::nullopt;
  };
  return {find, find};
}

TEST_CASE("a_row_equals_the_comparison_of_the_same_inputs") {
  const Defaults& defaults = builtin_defaults();
  EstimateSettings settings;
  settings.as_of = *parse_date("2026-01-05");
  settings.defaults = &defaults;
  CaseFiles files(".", library_only());
  RowEstimator estimator(settings, files);
  int estimated = 0;
  for (std::uint64_t i = 1; i <= 40; ++i) {
    CAPTURE(i);
    Choice choice(i);
    const LibraryFile& plan = library_plans()[choice.below(library_plans().size())];
    const std::vector<Stated> values = random_values(choice);
    std::vector<Column> columns;
    for (const Stated& stated : values) {
      const bool of_plan = kind_of_path(stated.path) == FileKind::plan;
      columns.push_back({stated.path, of_plan ? ColumnUse::plan_field : ColumnUse::treatment_field, stated.path, {}});
    }
    Row row;
    row.number = i;
    row.id = "C-1";
    row.plan = plan.name;
    for (std::size_t k = 0; k < values.size(); ++k) row.values.push_back({&columns[k], values[k].value});
    std::string out;
    RowProblems problems;
    if (!estimator.estimate(row, out, problems, nullptr)) continue;
    ++estimated;
    const std::string expected = compared(plan, values, defaults, {i, "C-1"});
    CHECK(without(without(out, "sha256"), "engine") == without(without(expected, "sha256"), "engine"));
  }
  CHECK(estimated > 25);
}

}  // namespace
}  // namespace preauth
