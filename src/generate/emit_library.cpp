#include "generate/emit_library.h"

#include <algorithm>

#include "generate/cpp_text.h"

namespace preauth {

std::string emit_library(std::vector<PlanText> plans) {
  std::sort(plans.begin(), plans.end(), [](const PlanText& a, const PlanText& b) { return a.name < b.name; });
  std::string text =
      "// Generated from plans. Do not edit.\n#include \"reference/library.h\"\n\n#include <array>\n\n"
      "namespace preauth {\nnamespace {\n\nconstexpr std::array<LibraryFile, " +
      std::to_string(plans.size()) + "> kPlans = {{\n";
  for (const PlanText& plan : plans) {
    text += "    {" + quoted(plan.name) + "," + quoted_lines(plan.bytes, "     ") + "},\n";
  }
  return text + "}};\n\n}\n\nstd::span<const LibraryFile> library_plans() { return kPlans; }\n\n}\n";
}

}  // namespace preauth
