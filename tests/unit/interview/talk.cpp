#include "talk.h"

#include <stdexcept>

#include <doctest/doctest.h>

#include "load/checks.h"
#include "load/plan_loader.h"
#include "reference/builtin.h"
#include "reference/library.h"

namespace preauth::test {
namespace {

const Date kToday = *parse_date("2026-01-05");

ConversationSetup setup(InterviewKind kind, OnInterrupt on_interrupt, std::optional<StartFrom> start) {
  const std::string file = kind == InterviewKind::plan ? "my-plan.toml" : "my-treatment.toml";
  return {kind, file, std::move(start), {}, true, on_interrupt, kToday, Lang::en, builtin_reference()};
}

struct Loaded {
  SourceSet sources;
  Diagnostics problems;
  std::int32_t file = kNoFile;
  Node root;
};

Loaded read(const std::string& text) {
  Loaded loaded;
  loaded.file = loaded.sources.add("draft.toml", text);
  std::optional<Node> root = read_toml(loaded.sources, loaded.file, loaded.problems);
  REQUIRE(root.has_value());
  loaded.root = std::move(*root);
  return loaded;
}

void expect_no_errors(const Loaded& loaded) {
  for (const Diagnostic& problem : loaded.problems.all()) {
    if (problem.severity == Severity::error) FAIL_CHECK(render(problem, loaded.sources));
  }
}

}  // namespace

Talk::Talk(InterviewKind kind, OnInterrupt on_interrupt) : conversation_(setup(kind, on_interrupt, {}), {}) {
  heard(conversation_.begin());
}

Talk::Talk(std::string_view name, std::string_view plan_text)
    : conversation_(setup(InterviewKind::plan, OnInterrupt::ask, StartFrom{std::string(plan_text), std::string(name)}),
                    {}) {
  heard(conversation_.begin());
}

std::string Talk::heard(const Spoken& spoken) {
  last_.clear();
  for (const SpokenLine& line : spoken) last_ += line.text + "\n";
  return last_;
}

std::string Talk::say(std::string_view line) { return heard(conversation_.take(line)); }
std::string Talk::interrupt() { return heard(conversation_.interrupt()); }
std::string Talk::end() { return heard(conversation_.end_of_input()); }

void Talk::go_to(std::string_view prompt) {
  constexpr int kMostPrompts = 40;
  for (int i = 0; i < kMostPrompts && last_.find(prompt) == std::string::npos; ++i) {
    REQUIRE(conversation_.wants_input());
    say("");
  }
}

Plan Talk::plan() {
  Loaded loaded = read(file());
  Plan plan = load_plan(loaded.root, loaded.sources, loaded.file, loaded.problems);
  check_plan(plan, builtin_reference(), loaded.problems);
  expect_no_errors(loaded);
  return plan;
}

Treatment Talk::treatment() {
  Loaded loaded = read(file());
  Treatment treatment = load_treatment(loaded.root, loaded.sources, loaded.file, loaded.problems);
  check_treatment(treatment, builtin_reference(), loaded.problems);
  expect_no_errors(loaded);
  return treatment;
}

std::string_view library_plan(std::string_view name) {
  for (const LibraryFile& plan : library_plans()) {
    if (plan.name == name) return plan.text;
  }
  throw std::logic_error("no such plan");
}

}  // namespace preauth::test
