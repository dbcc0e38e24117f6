#include <doctest/doctest.h>

#include "loaded.h"

namespace preauth::test {
namespace {

constexpr std::string_view kIdentity = R"([plan]
id = "acme-gold-2026"
name = "Acme Gold"
issuer = "Acme"
kind = "hmo"
funding = "self-funded"
state = "tx"
year = "2026-02-01..2027-01-31"
wording = "puf"
source = { title = "SBC", url = "https://example.org/sbc", date = 2025-10-15, page = 4 }
behavioral_administrator = "unknown"
hsa_qualified = false
metal = "Gold"
market = "small group"
example = true
note = "made up"
grandfathered = "no"
x-color = "blue"
)";

TEST_CASE("every_key_of_the_plan_table_is_read") {
  const LoadedPlan loaded = load_plan_text(kIdentity);
  CHECK(ids_of(loaded.diagnostics).empty());
  const Plan& plan = loaded.plan;
  CHECK(plan.id == "acme-gold-2026");
  CHECK(loaded.text(plan.id_at) == "\"acme-gold-2026\"");
  CHECK(plan.name == "Acme Gold");
  CHECK(plan.issuer == "Acme");
  CHECK(plan.kind.known == Known<PlanKind>(PlanKind::hmo));
  CHECK(plan.funding.known == Known<Funding>(Funding::self_funded));
  CHECK(plan.state.known == Known<std::string>("TX"));
  CHECK(plan.year.known == Known<DateRange>(DateRange{*Date::from_civil(2026, 2, 1), *Date::from_civil(2027, 1, 31)}));
  CHECK(plan.wording.known == Known<Wording>(Wording::puf));
  CHECK(plan.source.title == "SBC, p. 4");
  CHECK(plan.source.url == "https://example.org/sbc");
  CHECK(plan.source.date == Date::from_civil(2025, 10, 15));
  CHECK(plan.behavioral_administrator.known == Known<std::string>::unknown());
  CHECK(plan.hsa_qualified.known == Known<bool>(false));
  CHECK(plan.metal.known == Known<std::string>("gold"));
  CHECK(plan.market.known == Known<std::string>("small group"));
  CHECK(plan.example);
  CHECK(plan.note == "made up");
  CHECK(plan.grandfathered.known == Known<bool>(false));
}

TEST_CASE("what_a_plan_does_not_say_is_not_stated") {
  const LoadedPlan loaded = load_plan_text("[plan]\nid = \"a\"\n");
  CHECK_FALSE(loaded.plan.kind.known.is_stated());
  CHECK_FALSE(loaded.plan.year.known.is_stated());
  CHECK_FALSE(loaded.plan.wording.known.is_stated());
  CHECK_FALSE(loaded.plan.deductible.by_network[index(Network::in)].stated);
  CHECK_FALSE(loaded.plan.prior_auth.stated);
  CHECK_FALSE(loaded.plan.row(Benefit::iop).stated);
}

TEST_CASE("a_plan_without_an_id_is_named_after_its_file") {
  const LoadedPlan loaded = load_plan_text("[plan]\nname = \"Acme\"\n");
  CHECK(ids_of(loaded.diagnostics) == std::vector<std::string>{"plan.no-id"});
  CHECK(loaded.plan.id == "acme");
}

TEST_CASE("a_year_is_two_days_or_a_calendar_year") {
  struct Row {
    std::string year;
    std::string id;  // empty: 2026-01-01..2026-12-31 is read
  };
  const std::vector<Row> rows = {
      {"2026", ""},
      {"\"2026\"", ""},
      {"\"2026-01-01..2026-12-31\"", ""},
      {"\"2026-01-01 .. 2026-12-31\"", ""},
      {"2026-01-01", "plan.bad-year"},
      {"\"2026-01-01..2026-02-30\"", "plan.bad-year"},
      {"true", "plan.bad-year"},
      {"1492", "plan.bad-year"},
      {"\"2026-12-31..2026-01-01\"", "plan.year-order"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.year);
    const LoadedPlan loaded = load_plan_text("[plan]\nid = \"a\"\nyear = " + row.year);
    if (row.id.empty()) {
      CHECK(ids_of(loaded.diagnostics).empty());
      CHECK(loaded.plan.year.known ==
            Known<DateRange>(DateRange{*Date::from_civil(2026, 1, 1), *Date::from_civil(2026, 12, 31)}));
    } else {
      CHECK(ids_of(loaded.diagnostics) == std::vector<std::string>{row.id});
      CHECK_FALSE(loaded.plan.year.known.is_stated());
    }
  }
}

TEST_CASE("a_benefit_year_longer_than_twelve_months_is_a_warning") {
  CHECK(ids_of(load_plan_text("[plan]\nid=\"a\"\nyear = \"2026-01-01..2027-03-31\"").diagnostics) ==
        std::vector<std::string>{"plan.year-length"});
  CHECK(ids_of(load_plan_text("[plan]\nid=\"a\"\nyear = \"2026-02-01..2027-01-31\"").diagnostics).empty());
}

TEST_CASE("an_unknown_key_names_the_nearest_known_one") {
  const LoadedPlan loaded = load_plan_text("[plan]\nid = \"a\"\n[deductable]\nin = \"$1\"\n");
  const Diagnostic& problem = find(loaded.diagnostics, "plan.unknown-key");
  CHECK(loaded.text(problem.at) == "deductable");
  CHECK(problem.message == "unknown key `deductable`");
  CHECK(problem.help == "did you mean `deductible`?");
}

TEST_CASE("two_spellings_of_one_key_are_an_error") {
  const LoadedPlan loaded = load_plan_text("[plan]\nid = \"a\"\nhsa_qualified = true\nhsa-qualified = false\n");
  const Diagnostic& problem = find(loaded.diagnostics, "file.duplicate-key");
  CHECK(loaded.text(problem.at) == "hsa-qualified");
}

TEST_CASE("every_problem_of_a_file_is_reported_at_once") {
  const LoadedPlan loaded = load_plan_text(R"([plan]
id = "a"
kind = "hmmo"
state = "Texas"
year = "soon"
wording = 3
colour = "red"
[rules]
same_day_copays = "all"
[benefits.iopp]
in = "$5"
)");
  CHECK(ids_of(loaded.diagnostics) == std::vector<std::string>{"file.unknown-word", "plan.bad-state", "plan.bad-year",
                                                               "file.expected-value", "plan.unknown-key",
                                                               "file.unknown-word", "file.unknown-benefit"});
}

TEST_CASE("every_rule_is_read") {
  const LoadedPlan loaded = load_plan_text(R"([plan]
id = "a"
[rules]
coinsurance_base = "allowed"
crossing_copay = "not charged"
same_day_copays = "highest"
stay_across_years = "admission"
readmission_within = "30 days"
hold_harmless = true
[out_of_network]
allowed = "140% of Medicare"
balance_limit = "115% of allowed"
[medicare]
part_a_deductible = "$1,736"
day_61_90 = "$434"
reserve_day = 868
psychiatric_lifetime_days = 190
[[exclusions]]
what = "wilderness therapy"
quote = "not covered"
page = 41
benefits = ["residential"]
condition = "substance use"
[next_year]
same = true
)");
  CHECK(ids_of(loaded.diagnostics).empty());
  const Plan& plan = loaded.plan;
  CHECK(plan.coinsurance_base.known.value() == CoinsuranceBase::allowed);
  CHECK(plan.crossing_copay.known.value() == CrossingCopay::not_charged);
  CHECK(plan.same_day_copays.known.value() == SameDayCopays::highest);
  CHECK(plan.stay_across_years.known.value() == StayAcrossYears::admission);
  CHECK(plan.readmission_within.known == Known<std::int32_t>(30));
  CHECK(plan.hold_harmless.known == Known<bool>(true));
  CHECK(plan.out_of_network.method.known == Known<OutMethod>(OutMethod::percent_of_medicare));
  CHECK(plan.out_of_network.percent.known == Known<Rate>(Rate::percent(140)));
  CHECK(loaded.text(plan.out_of_network.percent.provenance.at) == "\"140% of Medicare\"");
  CHECK(plan.out_of_network.balance_limit.known == Known<BalanceLimit>(BalanceLimit::percent_of_allowed));
  CHECK(plan.out_of_network.balance_percent.known == Known<Rate>(Rate::percent(115)));
  CHECK(plan.medicare.part_a_deductible.known == Known<Money>(Money::dollars(1'736)));
  CHECK(plan.medicare.reserve_day.known == Known<Money>(Money::dollars(868)));
  CHECK(plan.medicare.psychiatric_lifetime_days.known == Known<std::int32_t>(190));
  REQUIRE(plan.exclusions.size() == 1);
  CHECK(plan.exclusions[0].page == "41");
  CHECK(plan.exclusions[0].benefits == mask(Benefit::residential));
  CHECK(plan.exclusions[0].condition == Condition::substance_use);
}

TEST_CASE("a_bare_number_is_not_a_share_of_medicare") {
  const LoadedPlan loaded = load_plan_text("[plan]\nid = \"a\"\n[out_of_network]\nallowed = 1.4\n");
  const Diagnostic& problem = find(loaded.diagnostics, "plan.percent-sign");
  CHECK(loaded.text(problem.at) == "1.4");
  CHECK(problem.help == "write \"140%\"; dollars are written \"$1.4\"");
}

TEST_CASE("a_balance_limit_is_a_share_or_a_word") {
  for (const std::string text : {"\"115\"", "\"lots\"", "115", "\"115% for breakfast\""}) {
    CAPTURE(text);
    const LoadedPlan loaded = load_plan_text("[plan]\nid = \"a\"\n[out_of_network]\nbalance_limit = " + text);
    CHECK(ids_of(loaded.diagnostics) == std::vector<std::string>{"plan.bad-balance-limit"});
  }
  const LoadedPlan loaded = load_plan_text("[plan]\nid = \"a\"\n[out_of_network]\nbalance_limit = \"prohibited\"");
  CHECK(loaded.plan.out_of_network.balance_limit.known == Known<BalanceLimit>(BalanceLimit::prohibited));
}

}  // namespace
}  // namespace preauth::test
