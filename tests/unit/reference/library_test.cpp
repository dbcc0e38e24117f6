#include "reference/library.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/checks.h"
#include "load/plan_loader.h"
#include "load/toml_doc.h"
#include "reference/builtin.h"

namespace preauth {
namespace {

struct Loaded {
  SourceSet sources;
  Diagnostics diagnostics;
  std::optional<Node> root;
};

void read(Loaded& loaded, const std::string& name, std::string bytes) {
  loaded.root = read_toml(loaded.sources, loaded.sources.add(name, std::move(bytes)), loaded.diagnostics);
}

std::string problems(const Loaded& loaded) {
  std::string text;
  for (const Diagnostic& diagnostic : loaded.diagnostics.all()) {
    if (diagnostic.severity == Severity::error) text += render(diagnostic, loaded.sources);
  }
  return text;
}

TEST_CASE("library_has_fourteen_plans_in_order_of_name") {
  const std::vector<std::string> expected = {"avmed-entrust-gold-125-2026",
                                             "bcbs-louisiana-blue-max-copay-50-50-2026",
                                             "blank",
                                             "example-hsa-hdhp-2026",
                                             "example-self-funded-ppo-2026",
                                             "example-short-term-2026",
                                             "fep-blue-focus-2025",
                                             "florida-blue-gold-1505-2023",
                                             "healthfirst-bronze-2025",
                                             "ma-h0104-012-2026",
                                             "maryland-medicaid",
                                             "original-medicare-2026",
                                             "tricare-prime-adfm",
                                             "uhc-gold-standard-2026"};
  std::vector<std::string> names;
  for (const LibraryFile& file : library_plans()) names.emplace_back(file.name);
  CHECK(names == expected);
}

TEST_CASE("every_library_plan_loads_without_errors_and_is_named_after_its_file") {
  for (const LibraryFile& file : library_plans()) {
    CAPTURE(std::string(file.name));
    Loaded loaded;
    read(loaded, "builtin:" + std::string(file.name), std::string(file.text));
    REQUIRE(loaded.root);
    const Plan plan = load_plan(*loaded.root, loaded.sources, 0, loaded.diagnostics);
    CHECK(problems(loaded) == "");
    CHECK(plan.id == file.name);
    CHECK_FALSE(plan.name.empty());
    check_plan(plan, builtin_reference(), loaded.diagnostics);
    CHECK(problems(loaded) == "");
  }
}

TEST_CASE("a_library_plan_says_where_its_figures_come_from_or_that_it_is_invented") {
  for (const LibraryFile& file : library_plans()) {
    CAPTURE(std::string(file.name));
    Loaded loaded;
    read(loaded, std::string(file.name), std::string(file.text));
    REQUIRE(loaded.root);
    const Plan plan = load_plan(*loaded.root, loaded.sources, 0, loaded.diagnostics);
    CHECK((plan.example || file.name == "blank" || !plan.source.title.empty()));
    if (file.name.starts_with("example-")) CHECK(plan.example);
    if (plan.example) CHECK(plan.name.find("invented") != std::string::npos);
  }
}

TEST_CASE("every_example_treatment_loads_without_errors") {
  int count = 0;
  for (const auto& file : std::filesystem::directory_iterator(PREAUTH_SOURCE_DIR "/examples")) {
    if (file.path().extension() != ".toml") continue;
    const std::string name = file.path().filename().string();
    CAPTURE(name);
    std::ifstream stream(file.path(), std::ios::binary);
    Loaded loaded;
    read(loaded, name, std::string(std::istreambuf_iterator<char>(stream), {}));
    REQUIRE(loaded.root);
    if (kind_of(*loaded.root, loaded.diagnostics) != FileKind::treatment) continue;
    const Treatment treatment = load_treatment(*loaded.root, loaded.sources, 0, loaded.diagnostics);
    check_treatment(treatment, builtin_reference(), loaded.diagnostics);
    CHECK(problems(loaded) == "");
    ++count;
  }
  CHECK(count >= 6);
}

}  // namespace
}  // namespace preauth
