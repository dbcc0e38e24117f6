// Any bytes as a plan, a treatment and an override: loading reports problems and never crashes. The bytes up to the
// first line end are also tried as --set PATH=VALUE on the file that the rest makes.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "load/checks.h"
#include "load/overrides.h"
#include "load/plan_loader.h"

namespace {

void render_all(const preauth::Diagnostics& diagnostics, const preauth::SourceSet& sources) {
  for (const preauth::Diagnostic& diagnostic : diagnostics.all()) {
    if (preauth::render(diagnostic, sources).empty()) __builtin_trap();
  }
}

void load_both(std::string_view text, std::string_view setting) {
  preauth::SourceSet sources;
  preauth::Diagnostics diagnostics;
  const std::int32_t file = sources.add("fuzz.toml", std::string(text));
  std::optional<preauth::Node> root = preauth::read_toml(sources, file, diagnostics);
  if (!root) return render_all(diagnostics, sources);
  preauth::kind_of(*root, diagnostics);
  if (const auto typed = preauth::parse_override(setting, diagnostics)) {
    preauth::apply(*typed, *root, sources, diagnostics);
  }
  const preauth::ReferenceData no_reference;
  const preauth::Plan plan = preauth::load_plan(*root, sources, file, diagnostics);
  const preauth::Treatment treatment = preauth::load_treatment(*root, sources, file, diagnostics);
  preauth::check_plan(plan, no_reference, diagnostics);
  preauth::check_treatment(treatment, no_reference, diagnostics);
  preauth::check_together(plan, treatment, diagnostics);
  diagnostics.sort_by_place();
  render_all(diagnostics, sources);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string_view first_line = text.substr(0, text.find('\n'));
  load_both(text, first_line);
  if (first_line.size() < text.size()) load_both(text.substr(first_line.size() + 1), first_line);
  return 0;
}
