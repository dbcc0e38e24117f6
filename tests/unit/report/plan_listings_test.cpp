#include "report/plan_listings.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sample.h"

namespace preauth {
namespace {

TieredAmount amount(std::int64_t person, std::int64_t family) {
  TieredAmount made;
  made.stated = true;
  made.individual.known = PlanAmount{AmountKind::amount, Money::dollars(person)};
  made.family.known = PlanAmount{AmountKind::amount, Money::dollars(family)};
  made.rule.known = FamilyRule::embedded;
  return made;
}

Plan plan() {
  Plan made;
  made.id = "acme";
  made.name = "Acme Gold";
  made.issuer = "Acme Health";
  made.kind.known = PlanKind::hmo;
  made.year.known = DateRange{sample::day(2026, 1, 1), sample::day(2026, 12, 31)};
  made.deductible.by_network[0] = amount(2000, 4000);
  made.deductible.by_network[2].stated = true;
  made.deductible.by_network[2].individual.known = PlanAmount{AmountKind::not_covered, Money()};
  BenefitRow& iop = made.benefits[index(Benefit::iop)];
  iop.stated = true;
  iop.same_as.known = Known<SameAs>::unknown();
  BenefitRow& office = made.benefits[index(Benefit::office_visit)];
  office.stated = true;
  office.share[0].known = CostShare();
  office.share[0].provenance.source = "SBC page 2";
  office.phrase[0] = "$30 copay; deductible does not apply";
  BenefitRow& inpatient = made.benefits[index(Benefit::inpatient)];
  inpatient.stated = true;
  inpatient.prior_auth.stated = true;
  inpatient.prior_auth.required.known = true;
  inpatient.prior_auth.first_days.known = 5;
  inpatient.prior_auth.then_every.known = 3;
  LimitRule limit;
  limit.text = "60 days per year";
  inpatient.limits = {limit};
  Exclusion exclusion;
  exclusion.what = "wilderness therapy";
  exclusion.page = "41";
  made.exclusions = {exclusion};
  return made;
}

// The shown value of the row with this field; empty when there is none.
std::string value_of(const Listing& listing, const std::string& field) {
  const auto row = std::find_if(listing.rows.begin(), listing.rows.end(),
                                [&](const std::vector<Cell>& cells) { return cells[0].value == field; });
  return row == listing.rows.end() ? std::string() : (*row)[2].value;
}

TEST_CASE("a_plan_in_plain_words_shows_what_it_leaves_open") {
  const Listing listing = plan_rows(plan(), Lang::en);
  struct Row {
    std::string field;
    std::string value;
  };
  const std::vector<Row> rows = {
      {"plan.kind", "HMO"},
      {"plan.funding", "unknown: ask"},
      {"plan.year", "1 Jan 2026 – 31 Dec 2026"},
      {"deductible.in", "$2,000 per person, $4,000 per family (a person’s own amount counts inside the family’s)"},
      {"deductible.out", "not covered"},
      {"deductible.tier2", ""},
      {"out_of_pocket_max.in", "unknown: ask"},
      {"benefits.iop.same_as", "unknown: ask"},
      {"benefits.iop.in", ""},
      {"benefits.iop.prior_auth", "unknown: ask"},
      {"benefits.residential.in", "unknown: ask"},
      {"benefits.office-visit.in", "$30 copay; deductible does not apply"},
      {"benefits.inpatient.prior_auth", "required; first 5 days, then every 3 days"},
      {"benefits.inpatient.limit", "60 days per year"},
      {"benefits.ambulance.in", ""},
      {"exclusions", "wilderness therapy"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.field);
    CHECK(value_of(listing, row.field) == row.value);
  }
}

TEST_CASE("amounts_of_a_plan_in_words") {
  struct Row {
    std::string name;
    Known<PlanAmount> person;
    std::string value;
  };
  const std::vector<Row> rows = {
      {"none", PlanAmount{AmountKind::none, Money()}, "none"},
      {"unknown", Known<PlanAmount>::unknown(), "unknown: ask"},
      {"zero", PlanAmount{AmountKind::amount, Money()}, "$0 per person"},
      {"range",
       Known<PlanAmount>::between({AmountKind::amount, Money::dollars(1)}, {AmountKind::amount, Money::dollars(2)}),
       "$1 – $2 per person"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Plan changed = plan();
    changed.deductible.by_network[0] = TieredAmount();
    changed.deductible.by_network[0].individual.known = row.person;
    CHECK(value_of(plan_rows(changed, Lang::en), "deductible.in") == row.value);
  }
}

TEST_CASE("a_plan_as_text_has_its_sources_below") {
  const std::string text = listing_text(plan_rows(plan(), Lang::en), {});
  CHECK(text.starts_with("Acme Gold, Acme Health\n\n"));
  CHECK(text.find("[1] SBC page 2\n") != std::string::npos);
  CHECK(text.find("[2] page 41\n") != std::string::npos);
}

TEST_CASE("plans_are_listed_with_where_they_come_from") {
  const std::vector<PlanListRow> plans = {
      {"uhc-gold-standard-2026", "UHC Gold Standard", "hmo", "2026", false, "library"},
      {"mine", "=cmd", "ppo", "", true, "yours"}};
  const Listing listing = plan_list(plans, Lang::en);
  CHECK(listing_text(listing, {}) ==
        "Plans\n"
        "\n"
        "plan                    kind  year  from\n"
        "uhc-gold-standard-2026  hmo   2026  library\n"
        "mine                    ppo         yours\n"
        "\n"
        "preauth plans NAME shows one plan; preauth compare NAME uses it.\n");
  CHECK(listing_csv(listing, CsvGuard::spreadsheet) ==
        "name,title,kind,year,example,origin\r\n"
        "uhc-gold-standard-2026,UHC Gold Standard,hmo,2026,false,library\r\n"
        "mine,'=cmd,ppo,,true,yours\r\n");
}

}  // namespace
}  // namespace preauth
