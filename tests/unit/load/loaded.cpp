#include "loaded.h"

#include <array>
#include <stdexcept>

namespace preauth::test {
namespace {

template <class Loaded, class Load>
Loaded load_text(std::string_view name, std::string_view schema, std::string_view text, Load load) {
  Loaded loaded;
  const std::string bytes = "schema = \"" + std::string(schema) + "\"\n" + std::string(text);
  const std::int32_t file = loaded.sources.add(std::string(name), bytes);
  const std::optional<Node> root = read_toml(loaded.sources, file, loaded.diagnostics);
  if (root) load(loaded, *root, file);
  return loaded;
}

YearLimits limits(int year, std::int64_t aca, std::int64_t least_deductible, std::int64_t hsa_maximum) {
  const Citation citation{"Test citation", "", "2026", Grade::A};
  YearLimits limits;
  limits.year = year;
  limits.aca_self = {Money::dollars(aca), citation};
  limits.aca_family = {Money::dollars(2 * aca), citation};
  limits.hdhp_deductible_self = {Money::dollars(least_deductible), citation};
  limits.hdhp_deductible_family = {Money::dollars(2 * least_deductible), citation};
  limits.hdhp_max_self = {Money::dollars(hsa_maximum), citation};
  limits.hdhp_max_family = {Money::dollars(2 * hsa_maximum), citation};
  return limits;
}

}  // namespace

LoadedPlan load_plan_text(std::string_view text) {
  return load_text<LoadedPlan>("acme.toml", "preauth.plan/1", text,
                               [](LoadedPlan& loaded, const Node& root, std::int32_t file) {
                                 loaded.plan = load_plan(root, loaded.sources, file, loaded.diagnostics);
                               });
}

LoadedTreatment load_treatment_text(std::string_view text) {
  return load_text<LoadedTreatment>("alex.toml", "preauth.treatment/1", text,
                                    [](LoadedTreatment& loaded, const Node& root, std::int32_t file) {
                                      loaded.treatment = load_treatment(root, loaded.sources, file, loaded.diagnostics);
                                    });
}

std::vector<std::string> ids_of(const Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  for (const Diagnostic& diagnostic : diagnostics.all()) ids.push_back(diagnostic.id);
  return ids;
}

const Diagnostic& find(const Diagnostics& diagnostics, std::string_view id) {
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.id == id) return diagnostic;
  }
  throw std::logic_error("no diagnostic " + std::string(id));
}

// 2026: 10,600 / 21,200, HSA 1,700 / 3,400 and 8,500 / 17,000 (Rev. Proc. 2025-19).
// 2027: 12,000 / 24,000, HSA 1,750 / 3,500 and 8,700 / 17,400 (Rev. Proc. 2026-24).
ReferenceData limits_2026_2027() {
  static const std::array<YearLimits, 2> years = {limits(2026, 10'600, 1'700, 8'500),
                                                  limits(2027, 12'000, 1'750, 8'700)};
  ReferenceData reference;
  reference.years = years;
  return reference;
}

}  // namespace preauth::test
