#include <doctest/doctest.h>

#include "loaded.h"

namespace preauth::test {
namespace {

// Every key of a plan and of a treatment with a value that fits none of them: nothing may crash, everything is said.
constexpr std::string_view kPlanTables[] = {
    "plan",  "deductible", "out_of_pocket_max", "rules",      "medicare",       "benefits",
    "pools", "limits",     "exclusions",        "prior_auth", "out_of_network", "next_year"};
constexpr std::string_view kTreatmentTables[] = {"client", "so_far", "facilities", "options", "life"};
const std::vector<std::string> kValues = {"true",
                                          "3",
                                          "1.5",
                                          "\"\"",
                                          "\"x\"",
                                          "[]",
                                          "[[], {}, 3]",
                                          "{}",
                                          "{ is = {} }",
                                          "{ is = [] }",
                                          "07:32",
                                          "inf",
                                          "nan",
                                          "{ is = { is = { is = 3 } } }",
                                          "2026-01-01T00:00:00Z"};

TEST_CASE("a_table_may_be_anything_without_harm") {
  for (const std::string& value : kValues) {
    CAPTURE(value);
    for (const std::string_view table : kPlanTables) {
      const LoadedPlan loaded = load_plan_text(std::string(table) + " = " + value);
      CHECK(loaded.diagnostics.all().size() < 20);
    }
    for (const std::string_view table : kTreatmentTables) {
      const LoadedTreatment loaded = load_treatment_text(std::string(table) + " = " + value);
      CHECK(loaded.diagnostics.all().size() < 20);
    }
  }
}

TEST_CASE("a_leaf_may_be_anything_without_harm") {
  const std::vector<std::string> leaves = {"plan.year",
                                           "plan.source",
                                           "plan.state",
                                           "deductible.in",
                                           "deductible.in.rule",
                                           "deductible.carry_over",
                                           "deductible.separate",
                                           "benefits.iop",
                                           "benefits.iop.in",
                                           "benefits.iop.limit",
                                           "benefits.iop.prior_auth",
                                           "benefits.iop.prior_auth.refused",
                                           "benefits.iop.pool",
                                           "benefits.iop.same_as",
                                           "pools.p",
                                           "pools.p.benefits",
                                           "pools.p.networks",
                                           "prior_auth.first",
                                           "out_of_network.allowed",
                                           "out_of_network.balance_limit"};
  for (const std::string& leaf : leaves) {
    for (const std::string& value : kValues) {
      const std::string line = leaf + " = " + value;
      CAPTURE(line);
      CHECK(load_plan_text(line).diagnostics.all().size() < 20);
    }
  }
  for (const std::string& value : kValues) {
    CAPTURE(value);
    CHECK(load_treatment_text("options = [ { id = \"a\", steps = " + value + " } ]").diagnostics.all().size() < 20);
    CHECK(load_treatment_text("options = [ { id = \"a\", steps = [ { level = \"iop\", schedule = " + value +
                              ", price = " + value + ", lines = " + value + " } ] } ]")
              .diagnostics.all()
              .size() < 30);
    CHECK(load_treatment_text("[so_far]\nused = { iop = " + value + " }").diagnostics.all().size() < 20);
  }
}

TEST_CASE("long_text_is_refused_and_quoted_short") {
  const std::string text(100'000, 'x');
  const LoadedPlan loaded = load_plan_text("[plan]\nid = \"" + text + "\"\nkind = \"" + text + "\"\n" + text +
                                           " = 1\n[benefits." + text + "]\nin = \"$1\"\n");
  CHECK(find(loaded.diagnostics, "file.text-too-long").help.size() < 200);
  for (const Diagnostic& problem : loaded.diagnostics.all()) CHECK(problem.message.size() < 500);
}

TEST_CASE("a_list_without_end_is_refused") {
  std::string items;
  for (int i = 0; i < 2'000; ++i) items += "[[facilities]]\nid = \"f" + std::to_string(i) + "\"\n";
  const LoadedTreatment loaded = load_treatment_text(items);
  CHECK(ids_of(loaded.diagnostics) == std::vector<std::string>{"file.too-many"});
  CHECK(loaded.treatment.facilities.size() == 500);
}

TEST_CASE("amounts_at_the_edge_are_read_or_refused_exactly") {
  const auto amount = [](const std::string& value) {
    return load_treatment_text("[so_far]\ndeductible = " + value).treatment.so_far.deductible[0].known;
  };
  CHECK(amount("0") == Known<Money>(Money()));
  CHECK(amount("2_000") == Known<Money>(Money::dollars(2'000)));
  CHECK(amount("+5") == Known<Money>(Money::dollars(5)));
  CHECK(amount("0.1") == Known<Money>(Money::cents(10)));
  for (const std::string value : {"-1", "99999999999999999", "1e3", "0x10", "nan", "\"$\"", "\"$1,00\""}) {
    CAPTURE(value);
    CHECK_FALSE(amount(value).is_stated());
  }
}

}  // namespace
}  // namespace preauth::test
