#include "load/overrides.h"

#include <doctest/doctest.h>

#include "loaded.h"

namespace preauth::test {
namespace {

constexpr std::string_view kTreatment = R"([client]
start = 2026-01-12
[so_far]
deductible = "$500"
[[facilities]]
id = "lakeside"
network = "in"
[[options]]
id = "iop"
steps = [ { level = "iop", schedule = "9 weeks" }, { level = "aftercare" } ]
)";
constexpr std::string_view kPlan = R"([plan]
id = "a"
[deductible]
in = "$2,000"
[benefits.iop]
prior_auth = "required"
in = { is = "$40 copay after deductible", evidence = "call" }
)";

struct Applied {
  SourceSet sources;
  Diagnostics diagnostics;
  Node root;
  Plan plan;
  Treatment treatment;
};

// Loads the text with the overrides put in.
Applied apply_all(std::string_view text, const std::vector<std::string>& overrides) {
  Applied applied;
  const std::int32_t file = applied.sources.add("some.toml", std::string(text));
  applied.root = read_toml(applied.sources, file, applied.diagnostics).value();
  for (const std::string& typed : overrides) {
    if (const auto parsed = parse_override(typed, applied.diagnostics)) {
      apply(*parsed, applied.root, applied.sources, applied.diagnostics);
    }
  }
  if (text.starts_with("[plan]")) {
    applied.plan = load_plan(applied.root, applied.sources, file, applied.diagnostics);
  } else {
    applied.treatment = load_treatment(applied.root, applied.sources, file, applied.diagnostics);
  }
  return applied;
}

TEST_CASE("a_value_is_set_as_if_it_stood_in_the_file") {
  const Applied applied = apply_all(
      kTreatment, {"client.start=2026-02-01", "client.age=40", "client.other_coverage=yes", "client.id=007",
                   "facilities.lakeside.network=out", "options.iop.steps.1.schedule=6..12 weeks",
                   "options.iop.steps.2.deposit=$50", "life.unpaid_day_off='$200'", "so_far.used.iop=3 visits",
                   "facilities.lakeside.prices={ iop = { allowed = \"$300/day\" } }"});
  CHECK(ids_of(applied.diagnostics).empty());
  const Treatment& treatment = applied.treatment;
  CHECK(treatment.start.known == Known<Date>(*Date::from_civil(2026, 2, 1)));
  CHECK(treatment.age.known == Known<std::int32_t>(40));
  CHECK(treatment.other_coverage.known == Known<bool>(true));
  CHECK(treatment.id == "007");
  CHECK(treatment.facilities[0].network.known == Known<Network>(Network::out));
  CHECK(treatment.facilities[0].prices[index(Benefit::iop)].allowed.known.is_exact());
  CHECK(treatment.options[0].steps[0].schedule.known.is_exact());
  CHECK(treatment.options[0].steps[1].deposit.known == Known<Money>(Money::dollars(50)));
  CHECK(treatment.life.unpaid_day_off.known == Known<Money>(Money::dollars(200)));
  CHECK(treatment.so_far.used.size() == 1);
}

TEST_CASE("a_short_form_is_written_out_when_a_path_goes_into_it") {
  const Applied so_far = apply_all(kTreatment, {"so_far.deductible.out=$900"});
  CHECK(so_far.treatment.so_far.deductible[index(Network::in)].known == Known<Money>(Money::dollars(500)));
  CHECK(so_far.treatment.so_far.deductible[index(Network::out)].known == Known<Money>(Money::dollars(900)));
  const Applied plan = apply_all(kPlan, {"deductible.in.family=$4,000", "benefits.iop.prior_auth.first=5 days"});
  CHECK(ids_of(plan.diagnostics).empty());
  const TieredAmount& in = plan.plan.deductible.by_network[index(Network::in)];
  CHECK(in.individual.known.value().amount == Money::dollars(2'000));
  CHECK(in.family.known.value().amount == Money::dollars(4'000));
  CHECK(plan.plan.row(Benefit::iop).prior_auth.required.known == Known<bool>(true));
  CHECK(plan.plan.row(Benefit::iop).prior_auth.first_days.known == Known<std::int32_t>(5));
}

TEST_CASE("a_value_with_its_source_is_replaced_as_a_whole") {
  const Applied applied = apply_all(kPlan, {"benefits.iop.in=unknown"});
  CHECK(applied.plan.row(Benefit::iop).share[0].known == Known<CostShare>::unknown());
}

TEST_CASE("missing_tables_and_elements_are_made") {
  const Applied applied = apply_all("", {"facilities.f1.network=out", "options.a.steps.1.level=iop",
                                         "options.a.steps.2.level=aftercare", "so_far.deductible.in=$900"});
  CHECK(ids_of(applied.diagnostics).empty());
  REQUIRE(applied.treatment.facilities.size() == 1);
  CHECK(applied.treatment.facilities[0].id == "f1");
  REQUIRE(applied.treatment.options.size() == 1);
  CHECK(applied.treatment.options[0].steps.size() == 2);
  CHECK(applied.treatment.so_far.deductible[0].known == Known<Money>(Money::dollars(900)));
}

TEST_CASE("a_problem_with_a_value_points_at_what_was_typed") {
  const Applied applied = apply_all(kTreatment, {"client.age=old", "facilities.lakeside.kind=\"hospitall\""});
  const Diagnostic& age = find(applied.diagnostics, "file.expected-count");
  CHECK(applied.sources[age.at.file].name() == "--set");
  CHECK(applied.sources[age.at.file].bytes() == "client.age=old");
  CHECK(applied.sources.text(age.at) == "old");
  CHECK(applied.sources.text(find(applied.diagnostics, "file.unknown-word").at) == "\"hospitall\"");
}

TEST_CASE("a_problem_inside_a_table_points_at_what_was_typed") {
  const Applied applied = apply_all(kTreatment, {"life={ unpaid_day_of = 3 }", "so_far={ as_of = }"});
  CHECK(applied.sources.text(find(applied.diagnostics, "treatment.unknown-key").at) == "unpaid_day_of");
  const Diagnostic& syntax = find(applied.diagnostics, "toml.syntax");
  CHECK(applied.sources[syntax.at.file].bytes() == "so_far={ as_of = }");
}

TEST_CASE("a_path_that_leads_nowhere_says_why") {
  struct Row {
    std::string typed;
    std::string id;
  };
  const std::vector<Row> rows = {
      {"client.age", "set.no-equals"},
      {"=3", "set.bad-path"},
      {"client..age=3", "set.bad-path"},
      {"client.age.=3", "set.bad-path"},
      {"client age=3", "set.bad-path"},
      {"\"client.age=3", "set.bad-path"},
      {"a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q=3", "set.bad-path"},
      {"cliant.age=3", "set.unknown-path"},
      {"facilities.lakesde.network=out", "set.unknown-element"},
      {"options.iop.steps.9.level=iop", "set.unknown-element"},
      {"client.start.year=3", "set.through-value"},
      {"client.agee=3", "treatment.unknown-key"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    const Applied applied = apply_all(kTreatment, {row.typed});
    CHECK(ids_of(applied.diagnostics) == std::vector<std::string>{row.id});
  }
}

TEST_CASE("the_first_part_of_a_path_says_which_file_it_is_about") {
  CHECK(kind_of_path("benefits.iop.in") == FileKind::plan);
  CHECK(kind_of_path("plan.year") == FileKind::plan);
  CHECK(kind_of_path("so_far.deductible.in") == FileKind::treatment);
  CHECK(kind_of_path("options") == FileKind::treatment);
  CHECK(kind_of_path("elsewhere.x") == FileKind::unknown);
}

TEST_CASE("a_quoted_part_may_hold_dots") {
  Applied applied = apply_all("[[facilities]]\nid = \"st. mary\"\n", {"facilities.\"st. mary\".network=out"});
  CHECK(ids_of(applied.diagnostics).empty());
  CHECK(applied.treatment.facilities[0].network.known == Known<Network>(Network::out));
}

}  // namespace
}  // namespace preauth::test
