#include "cases.h"

#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "reference/library.h"

namespace preauth::test {
namespace {

constexpr std::string_view kUsualKeys =
    "kind = \"ppo\"\nfunding = \"insured\"\nstate = \"TX\"\nyear = \"2026-01-01..2026-12-31\"\n";
constexpr std::string_view kUsualAmounts =
    "[deductible]\nin = { individual = \"$1,000\", family = \"$2,000\" }\n"
    "[out_of_pocket_max]\nin = { individual = \"$5,000\", family = \"$10,000\" }\n";
constexpr std::string_view kUsualClient =
    "age = 34\ncoverage = \"individual\"\nother_coverage = \"no\"\nstart = 2026-01-12\n";

std::string without_schema(const std::string& text) {
  const std::size_t at = text.find("schema");
  return text.substr(0, at) + text.substr(text.find('\n', at) + 1);
}

}  // namespace

std::string plan_text(const Case& made) {
  const std::string keys = made.plan_keys.empty() ? std::string(kUsualKeys) : made.plan_keys;
  const bool own_amounts = made.plan_tables.find("[deductible]") != std::string::npos;
  return "[plan]\nid = \"p\"\nname = \"P\"\n" + keys + "\n" + (own_amounts ? "" : std::string(kUsualAmounts)) +
         made.plan_tables;
}

std::string treatment_text(const Case& made) {
  const std::string client = made.client.empty() ? std::string(kUsualClient) : made.client;
  return "[client]\nid = \"c\"\n" + client + "\n" + made.treatment;
}

Comparison compared(const Plan& plan, const Treatment& treatment, std::int32_t draws, std::optional<Money> budget) {
  CompareRequest request;
  request.plans = {&plan, 1};
  request.treatment = &treatment;
  request.defaults = &defaults();
  request.as_of = day("2026-01-05");
  request.budget = budget;
  request.sample.draws = draws;
  return compare(request);
}

Comparison compared(const Case& made, std::int32_t draws) {
  return compared(plan(plan_text(made)), treatment(treatment_text(made)), draws);
}

std::string option(std::string_view steps, std::string_view id) {
  return "[[options]]\nid = \"" + std::string(id) + "\"\nsteps = [" + std::string(steps) + "]\n";
}

Plan library_plan(std::string_view id) { return library_plan(id, "", ""); }

Plan library_plan(std::string_view id, std::string_view replace, std::string_view with) {
  for (const LibraryFile& each : library_plans()) {
    if (each.name != id) continue;
    std::string text = without_schema(std::string(each.text));
    if (!replace.empty()) {
      REQUIRE(text.find(replace) != std::string::npos);
      text.replace(text.find(replace), replace.size(), with);
    }
    return plan(text);
  }
  FAIL("no such plan: " << std::string(id));
  return {};
}

std::string example_text(std::string_view name) {
  std::ostringstream text;
  text << std::ifstream(std::string(PREAUTH_SOURCE_DIR) + "/examples/" + std::string(name) + ".toml").rdbuf();
  return without_schema(text.str());
}

Treatment example(std::string_view name) { return treatment(example_text(name)); }

const Question* find(const Comparison& comparison, std::string_view id) {
  for (const Question& question : comparison.questions) {
    if (question.id == id) return &question;
  }
  return nullptr;
}

std::size_t rank_of(const Comparison& comparison, std::string_view id) {
  for (std::size_t i = 0; i < comparison.questions.size(); ++i) {
    if (comparison.questions[i].id == id) return i + 1;
  }
  return 0;
}

std::string ids_of(const Comparison& comparison) {
  std::string ids;
  for (const Question& question : comparison.questions) ids += question.id + " ";
  return ids;
}

const AnswerField* field(const Question& question, std::string_view path) {
  for (const AnswerField& each : question.fields) {
    if (each.path == path) return &each;
  }
  return nullptr;
}

}  // namespace preauth::test
