#include "report/check_report.h"

#include <string>

#include <doctest/doctest.h>

namespace preauth {
namespace {

// "coinsurance" stands at line 2, column 1; its value at column 15.
constexpr std::string_view kText = "[plan]\ncoinsurance = \"150%\"\n";

Diagnostic problem(std::int32_t file) {
  Diagnostic diagnostic;
  diagnostic.id = "plan.rate-range";
  diagnostic.at = {file, 21, 27};  // 7 bytes of the first line, then 14
  diagnostic.message = "coinsurance must be between 0% and 100%";
  diagnostic.help = "write the share YOU pay";
  return diagnostic;
}

TEST_CASE("check_as_json_gives_every_problem_its_place") {
  SourceSet sources;
  const std::int32_t file = sources.add("plans/acme.toml", std::string(kText));
  Diagnostics diagnostics;
  diagnostics.add(problem(file));
  Diagnostic placeless;
  placeless.severity = Severity::warning;
  placeless.id = "usage.x";
  placeless.message = "a \"quoted\" word";
  diagnostics.add(placeless);
  CHECK(check_json(diagnostics, sources) == R"({
  "schema": "preauth.check/1",
  "errors": 1,
  "warnings": 1,
  "left_out": 0,
  "problems": [
    {"file": "plans/acme.toml", "line": 2, "column": 15, "severity": "error", "id": "plan.rate-range", )"
                                            R"("message": "coinsurance must be between 0% and 100%", )"
                                            R"("help": "write the share YOU pay", "related": []},
    {"file": null, "line": null, "column": null, "severity": "warning", "id": "usage.x", )"
                                            R"("message": "a \"quoted\" word", "help": "", "related": []}
  ]
}
)");
}

TEST_CASE("check_as_text_ends_with_the_counts") {
  SourceSet sources;
  const std::int32_t file = sources.add("plans/acme.toml", std::string(kText));
  Diagnostics diagnostics;
  CHECK(check_text(diagnostics, sources, 1, {}) == "1 file checked: nothing to correct\n");
  diagnostics.add(problem(file));
  const std::string text = check_text(diagnostics, sources, 1, {});
  CHECK(text.find("plans/acme.toml:2:15: error: coinsurance must be between 0% and 100% [plan.rate-range]\n") == 0);
  CHECK(text.ends_with("\n\n1 error, 0 warnings\n"));
}

}  // namespace
}  // namespace preauth
