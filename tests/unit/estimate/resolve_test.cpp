// From a plan file to terms: which words apply to a benefit, and what stays open.

#include <algorithm>

#include <doctest/doctest.h>

#include "scenario.h"

using namespace preauth;
using namespace preauth::test;

namespace {

const char* kHead = R"(
[plan]
id = "p"
name = "P"
kind = "KIND"
year = "2026-01-01..2026-12-31"
[deductible]
in = { individual = "$1,000" }
[out_of_pocket_max]
in = { individual = "$5,000" }
)";

Plan plan_of(const std::string& kind, const std::string& rest) {
  std::string text = kHead;
  text.replace(text.find("KIND"), 4, kind);
  return plan(text + rest);
}

const char* kIop = R"(
[client]
id = "c-1"
start = 2026-01-12
[[options]]
id = "iop"
steps = [{ level = "iop", schedule = "3 days/week for 9 weeks", price = { allowed = "$300/day" } }]
)";

struct Resolved {
  EstimateModel model;
  ResolvedPlan plan;
};

Resolved resolve_likely(const Plan& plan, const Treatment& course) {
  Resolved result{build_model(plan, course, defaults(), day("2026-01-05")), {}};
  const Assignment likely = likely_assignment(result.model.unknowns);
  Chooser chooser{std::span<const std::int64_t>(likely)};
  resolve(result.model.plan, kAllBenefits, chooser, result.plan);
  return result;
}

const Unknown* find(const EstimateModel& model, std::string_view path) {
  const auto found = std::find_if(model.unknowns.begin(), model.unknowns.end(), [&](const Unknown& unknown) { return unknown.path == path; });
  return found == model.unknowns.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a_silent_iop_row_is_an_open_question_between_office_visit_and_other_outpatient") {
  const Plan silent = plan_of("hmo", "[benefits.office-visit]\nin = \"$30 copay; deductible does not apply\"\n");
  const Treatment course = treatment(kIop);
  const Resolved resolved = resolve_likely(silent, course);
  const Unknown* row = find(resolved.model, "benefits.iop.same_as");
  REQUIRE(row != nullptr);
  CHECK(row->question == "C6");
  CHECK(row->choices == std::vector<std::string>{"outpatient-other", "office-visit"});
}

TEST_CASE("same_as_settles_the_row") {
  const Plan stated = plan_of("hmo", "[benefits.office-visit]\nin = \"$30 copay; deductible does not apply\"\n"
                                     "[benefits.iop]\nsame_as = \"office-visit\"\n");
  const Treatment course = treatment(kIop);
  const Resolved resolved = resolve_likely(stated, course);
  CHECK(find(resolved.model, "benefits.iop.same_as") == nullptr);
  const BenefitTerms& terms = resolved.plan.terms.of(Benefit::iop, Network::in);
  CHECK(terms.tiers[0].copay == Money::dollars(30));
  CHECK(terms.row == static_cast<std::int8_t>(Benefit::office_visit));
}

TEST_CASE("an_hmo_that_is_silent_on_out_of_network_care_does_not_cover_it_and_a_ppo_leaves_it_open") {
  const std::string rows = "[benefits.iop]\nin = \"20% coinsurance after deductible\"\n";
  const Treatment course = treatment(kIop);
  const Plan hmo = plan_of("hmo", rows);
  const Resolved closed = resolve_likely(hmo, course);
  CHECK(closed.plan.terms.of(Benefit::iop, Network::out).status == CoverageStatus::not_covered);
  const Plan ppo = plan_of("ppo", rows);
  const Resolved open = resolve_likely(ppo, course);
  CHECK(find(open.model, "benefits.iop.out") != nullptr);
}

TEST_CASE("a_silent_row_without_any_clue_takes_what_the_plan_usually_takes") {
  // Two rows say 25 % after deductible, none says what laboratory tests cost.
  const Plan silent = plan_of("hmo", "[benefits.inpatient]\nin = \"25% coinsurance after deductible\"\n"
                                     "[benefits.emergency]\nin = \"25% coinsurance after deductible\"\n");
  const Treatment course = treatment(kIop);
  const Resolved resolved = resolve_likely(silent, course);
  CHECK(resolved.plan.terms.of(Benefit::laboratory, Network::in).tiers[0].coinsurance == Rate::percent(25));
  CHECK(find(resolved.model, "benefits.laboratory.in")->choices.size() == 3);
}

TEST_CASE("a_bare_copay_under_sbc_wording_leaves_open_whether_the_deductible_comes_first") {
  const Plan bare = plan_of("ppo", "[benefits.iop]\nin = \"$40 copay\"\n");
  const Treatment course = treatment(kIop);
  const Resolved resolved = resolve_likely(bare, course);
  const Unknown* order = find(resolved.model, "benefits.iop.in");
  REQUIRE(order != nullptr);
  CHECK(order->question == "C3");
  CHECK(order->likely == 1);  // likely: after the deductible
}

TEST_CASE("networks_become_buckets_that_apply_and_feed_as_the_plan_relates_them") {
  const std::string amounts = R"(
[plan]
id = "p"
name = "P"
kind = "ppo"
year = "2026-01-01..2026-12-31"
[deductible]
in = { individual = "$1,000" }
out = { individual = "$3,000" }
networks = "RULE"
[out_of_pocket_max]
in = { individual = "$5,000" }
combined = { individual = "$9,000" }
networks = "nested"
[benefits.iop]
in = "20% coinsurance after deductible"
out = "40% coinsurance after deductible"
)";
  const auto terms_with = [&](const std::string& rule) {
    std::string text = amounts;
    text.replace(text.find("RULE"), 4, rule);
    const Plan stated = plan(text);
    const Treatment course = treatment(kIop);
    return resolve_likely(stated, course).plan.terms;
  };
  const Terms separate = terms_with("separate");
  REQUIRE(separate.bucket_count == 4);
  CHECK(separate.buckets[0].feeds == kInNetworks);
  CHECK(separate.buckets[1].feeds == mask(Network::out));
  CHECK(separate.buckets[2].applies == kInNetworks);   // nested: 5,000 inside …
  CHECK(separate.buckets[3].applies == kAllNetworks);  // … 9,000 for both networks together
  CHECK(separate.buckets[3].person == Money::dollars(9000));
  const Terms credited = terms_with("out-to-in");
  CHECK(credited.buckets[0].feeds == kAllNetworks);
  CHECK(credited.buckets[0].applies == kInNetworks);
}

TEST_CASE("an_aggregate_family_maximum_still_caps_a_person_at_the_federal_self_only_limit_of_the_year") {
  const Plan family = plan(R"(
[plan]
id = "p"
name = "P"
kind = "ppo"
year = "2026-01-01..2026-12-31"
[deductible]
in = { individual = "$1,000", family = "$2,000", rule = "aggregate" }
[out_of_pocket_max]
in = { individual = "$8,000", family = "$16,000", rule = "aggregate" }
)");
  const Treatment course = treatment(std::string(kIop) + "");
  Treatment together = course;
  together.coverage.known = Coverage::family;
  const Terms terms = resolve_likely(family, together).plan.terms;
  CHECK_FALSE(terms.buckets[0].has_person);
  CHECK(terms.buckets[0].family == Money::dollars(2000));
  const auto maximum_in = std::find_if(terms.buckets.begin(), terms.buckets.end(), [](const BucketTerms& bucket) {
    return bucket.kind == BucketKind::out_of_pocket && (bucket.applies & mask(Network::in)) != 0;
  });
  const BucketTerms& maximum = *maximum_in;
  CHECK(maximum.family == Money::dollars(16000));
  REQUIRE(maximum.has_person_cap);
  CHECK(maximum.person_cap == Money::dollars(10600));  // 2026: HHS/CMS revised limit, self-only
}
