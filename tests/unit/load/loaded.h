#pragma once
// A file given as text, read and loaded, with everything that was said about it.

#include <string>
#include <string_view>
#include <vector>

#include "load/plan_loader.h"
#include "model/reference.h"

namespace preauth::test {

struct LoadedPlan {
  SourceSet sources;
  Diagnostics diagnostics;
  Plan plan;
  std::string_view text(Span at) const { return sources.text(at); }
};

struct LoadedTreatment {
  SourceSet sources;
  Diagnostics diagnostics;
  Treatment treatment;
  std::string_view text(Span at) const { return sources.text(at); }
};

// The text is loaded as it stands, behind a schema line.
LoadedPlan load_plan_text(std::string_view text);
LoadedTreatment load_treatment_text(std::string_view text);

// "plan.unknown-key", in the order in which they were added.
std::vector<std::string> ids_of(const Diagnostics& diagnostics);
// The diagnostic of that id; fails the test when there is none.
const Diagnostic& find(const Diagnostics& diagnostics, std::string_view id);
// The federal limits of 2026 and 2027 as officially published, enough for the checks.
ReferenceData limits_2026_2027();

}  // namespace preauth::test
