#include <doctest/doctest.h>

#include "loaded.h"

namespace preauth::test {
namespace {

using Ids = std::vector<std::string>;

Known<PriceText> price(std::int64_t micros, PriceUnit unit) { return PriceText{UnitPrice::micros(micros), unit}; }

TEST_CASE("the_client_and_the_amounts_used_so_far_are_read") {
  const LoadedTreatment loaded = load_treatment_text(R"([client]
id = "C-1042"
age = 34
condition = "substance use"
coverage = "family"
start = 2026-01-12
other_coverage = "no"
[so_far]
as_of = 2026-01-05
deductible = { in = "$500", tier2 = 100, out = "unknown" }
out_of_pocket = "$620"
family = { deductible = { in = "$900" }, out_of_pocket = { in = "$1,000.50" } }
used = { outpatient = "3 visits", residential = "10 days", iop = "12 hours", mat = "$450", php = "unknown" }
medicare = { benefit_period_days = 12, reserve_days_used = "3 days", psychiatric_days_used = 0, last_hospital_day = 2025-12-30 }
[life]
unpaid_day_off = "$200"
travel_per_visit = 12.50
childcare_per_day = "unknown"
)");
  CHECK(ids_of(loaded.diagnostics).empty());
  const Treatment& treatment = loaded.treatment;
  CHECK(treatment.id == "C-1042");
  CHECK(treatment.age.known == Known<std::int32_t>(34));
  CHECK(treatment.condition.known == Known<Condition>(Condition::substance_use));
  CHECK(treatment.coverage.known == Known<Coverage>(Coverage::family));
  CHECK(treatment.start.known == Known<Date>(*Date::from_civil(2026, 1, 12)));
  CHECK(loaded.text(treatment.start.provenance.at) == "2026-01-12");
  CHECK(treatment.other_coverage.known == Known<bool>(false));
  const SoFar& so_far = treatment.so_far;
  CHECK(so_far.stated);
  CHECK(so_far.as_of.known == Known<Date>(*Date::from_civil(2026, 1, 5)));
  CHECK(so_far.deductible[index(Network::in)].known == Known<Money>(Money::dollars(500)));
  CHECK(so_far.deductible[index(Network::tier2)].known == Known<Money>(Money::dollars(100)));
  CHECK(so_far.deductible[index(Network::out)].known == Known<Money>::unknown());
  CHECK(so_far.out_of_pocket[index(Network::in)].known == Known<Money>(Money::dollars(620)));
  CHECK_FALSE(so_far.out_of_pocket[index(Network::out)].known.is_stated());
  CHECK(so_far.family_deductible[index(Network::in)].known == Known<Money>(Money::dollars(900)));
  CHECK(so_far.family_out_of_pocket[index(Network::in)].known == Known<Money>(Money::cents(100'050)));
  REQUIRE(so_far.used.size() == 4);
  CHECK(so_far.used[0].unit == LimitUnit::visits);
  CHECK(so_far.used[1].quantity == 10);
  CHECK(so_far.used[2].quantity == 720);  // 12 × 60 minutes
  CHECK(so_far.used[3].quantity == 45'000);
  CHECK(so_far.benefit_period_days.known == Known<std::int32_t>(12));
  CHECK(so_far.reserve_days_used.known == Known<std::int32_t>(3));
  CHECK(so_far.psychiatric_days_used.known == Known<std::int32_t>(0));
  CHECK(so_far.last_hospital_day.known == Known<Date>(*Date::from_civil(2025, 12, 30)));
  CHECK(treatment.life.stated);
  CHECK(treatment.life.travel_per_visit.known == Known<Money>(Money::cents(1'250)));
  CHECK(treatment.life.childcare_per_day.known == Known<Money>::unknown());
}

TEST_CASE("facilities_and_their_prices_are_read") {
  const LoadedTreatment loaded = load_treatment_text(R"([[facilities]]
id = "lakeside"
kind = "freestanding"
network = "out"
accepts_assignment = false
opted_out = "unknown"
prices = { iop = { allowed = "$319.38/day", billed = { is = "$700..$800/day", evidence = "call" } }, laboratory = { self_pay = "$60/visit", medicare = "$40/visit" } }
)");
  CHECK(ids_of(loaded.diagnostics).empty());
  REQUIRE(loaded.treatment.facilities.size() == 1);
  const Facility& facility = loaded.treatment.facilities[0];
  CHECK(facility.id == "lakeside");
  CHECK(facility.kind.known == Known<FacilityKind>(FacilityKind::freestanding));
  CHECK(facility.network.known == Known<Network>(Network::out));
  CHECK(facility.accepts_assignment.known == Known<bool>(false));
  CHECK(facility.opted_out.known == Known<bool>::unknown());
  const Price& iop = facility.prices[index(Benefit::iop)];
  CHECK(iop.stated);
  CHECK(iop.allowed.known == price(319'380'000, PriceUnit::day));
  CHECK(loaded.text(iop.allowed.provenance.at) == "\"$319.38/day\"");
  CHECK(iop.billed.known.is_range());
  CHECK(iop.billed.provenance.evidence == Evidence::call);
  CHECK_FALSE(facility.prices[index(Benefit::php)].stated);
  CHECK(facility.prices[index(Benefit::laboratory)].medicare.known == price(40'000'000, PriceUnit::visit));
}

TEST_CASE("options_steps_and_lines_are_read") {
  const LoadedTreatment loaded = load_treatment_text(R"([[options]]
id = "detox-then-program"
title = "Detox, then a program"
[[options.steps]]
level = "residential"
at = "lakeside"
schedule = "28 days"
room_and_board = "separate"
room_and_board_price = "$90/day"
deposit = "$2,500"
gap = "3 days"
start = 2026-02-01
emergency = "2 days"
consent = true
price = { allowed = "$700/day" }
lines = [
  { benefit = "inpatient-professional", network = "out", price = { allowed = "$135.61", billed = "$300" }, every = "week", consent = "no" },
]
)");
  CHECK(ids_of(loaded.diagnostics).empty());
  REQUIRE(loaded.treatment.options.size() == 1);
  const Option& option = loaded.treatment.options[0];
  CHECK(option.title == "Detox, then a program");
  REQUIRE(option.steps.size() == 1);
  const Step& step = option.steps[0];
  CHECK(step.level.known == Known<Level>(Level::residential));
  CHECK(step.at == "lakeside");
  CHECK(loaded.text(step.at_span) == "\"lakeside\"");
  REQUIRE(step.schedule.known.is_exact());
  CHECK(step.schedule.known.value().count == Known<std::int32_t>(28));
  CHECK(step.room_and_board.known == Known<RoomAndBoard>(RoomAndBoard::separate));
  CHECK(step.room_and_board_price.known == price(90'000'000, PriceUnit::day));
  CHECK(step.deposit.known == Known<Money>(Money::dollars(2'500)));
  CHECK(step.gap_days.known == Known<std::int32_t>(3));
  CHECK(step.start.known == Known<Date>(*Date::from_civil(2026, 2, 1)));
  CHECK(step.emergency.known == Known<bool>(true));
  CHECK(step.emergency_days.known == Known<std::int32_t>(2));
  CHECK(step.consent.known == Known<bool>(true));
  CHECK(step.price.allowed.known == price(700'000'000, PriceUnit::day));
  REQUIRE(step.lines.size() == 1);
  CHECK(step.lines[0].benefit.known == Known<Benefit>(Benefit::inpatient_professional));
  CHECK(step.lines[0].network.known == Known<Network>(Network::out));
  CHECK(step.lines[0].every.known.is_exact());
  CHECK(step.lines[0].consent.known == Known<bool>(false));
}

TEST_CASE("an_emergency_is_yes_no_or_a_number_of_days") {
  const auto load = [](const std::string& value) {
    return load_treatment_text("[[options]]\nid = \"a\"\nsteps = [ { level = \"inpatient\", emergency = " + value +
                               " } ]");
  };
  CHECK(load("\"yes\"").treatment.options[0].steps[0].emergency.known == Known<bool>(true));
  CHECK(load("false").treatment.options[0].steps[0].emergency.known == Known<bool>(false));
  CHECK(load("\"unknown\"").treatment.options[0].steps[0].emergency.known == Known<bool>::unknown());
  CHECK(ids_of(load("\"maybe\"").diagnostics) == Ids{"treatment.bad-emergency"});
  CHECK(ids_of(load("3").diagnostics) == Ids{"treatment.bad-emergency"});
}

TEST_CASE("a_client_id_is_a_code") {
  struct Row {
    std::string id;
    std::string problem;
  };
  const std::vector<Row> rows = {
      {"C-1042", ""},
      {"alex", ""},
      {"Case 17", ""},
      {"Jane Doe", "treatment.id-looks-like-name"},
      {"jane doe", "treatment.id-looks-like-name"},
      {"JaneDoe", "treatment.id-looks-like-name"},
      {"123-45-6789", "treatment.id-is-personal"},
      {"123 45 6789", "treatment.id-is-personal"},
      {"123456789", "treatment.id-is-personal"},
      {"jane@example.org", "treatment.id-is-personal"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.id);
    const LoadedTreatment loaded = load_treatment_text("[client]\nid = \"" + row.id + "\"");
    CHECK(ids_of(loaded.diagnostics) == (row.problem.empty() ? Ids{} : Ids{row.problem}));
  }
}

TEST_CASE("a_client_without_an_id_is_named_after_the_file") {
  CHECK(load_treatment_text("[client]\nage = 30").treatment.id == "alex");
  CHECK(load_treatment_text("").treatment.id == "alex");
}

TEST_CASE("a_step_needs_a_level_and_an_option_an_id") {
  CHECK(ids_of(load_treatment_text("[[options]]\nsteps = [ { at = \"x\" } ]").diagnostics) ==
        Ids{"file.missing-key", "file.missing-key"});
  CHECK(ids_of(load_treatment_text("[[options]]\nid = \"a\"\nsteps = [ { level = \"unknown\" } ]").diagnostics) ==
        Ids{"file.unknown-word"});
}

TEST_CASE("used_amounts_are_visits_days_hours_or_dollars") {
  for (const std::string value : {"3", "\"3 cats\"", "\"many visits\"", "\"\"", "true", "\"12345678 visits\""}) {
    CAPTURE(value);
    const LoadedTreatment loaded = load_treatment_text("[so_far]\nused = { iop = " + value + " }");
    CHECK(ids_of(loaded.diagnostics) == Ids{"treatment.bad-used"});
  }
}

TEST_CASE("unknown_keys_of_a_treatment_have_their_own_id") {
  const LoadedTreatment loaded = load_treatment_text("[client]\nagee = 3\n");
  const Diagnostic& problem = find(loaded.diagnostics, "treatment.unknown-key");
  CHECK(problem.help == "did you mean `age`?");
}

}  // namespace
}  // namespace preauth::test
