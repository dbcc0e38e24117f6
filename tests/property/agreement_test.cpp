// The engine and the second adjudicator decide the same random plans and claims. PREAUTH_SEED chooses another stream of
// cases, PREAUTH_CASES how many.

#include "property/agreement.h"

#include <cstdlib>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "property/shrink_case.h"

namespace preauth {
namespace {

constexpr std::uint64_t kSeed = 20'260'112;
constexpr std::int64_t kLeastHits = 100;  // of every rule, in a full run
constexpr std::int64_t kFullRun = 100'000;

constexpr std::array<std::string_view, kRuleCount> kRules = {"deductible",
                                                             "coinsurance",
                                                             "copay",
                                                             "part_a_deductible",
                                                             "part_a_day",
                                                             "part_a_reserve_day",
                                                             "part_a_exhausted",
                                                             "psychiatric_days_exhausted",
                                                             "excluded",
                                                             "not_covered",
                                                             "limit_reached",
                                                             "no_liability",
                                                             "discount",
                                                             "balance_bill",
                                                             "balance_limited",
                                                             "surprise_protected",
                                                             "denied_provider_liable",
                                                             "denied_patient_liable",
                                                             "refused_provider_liable",
                                                             "refused_patient_liable",
                                                             "reduction_percent",
                                                             "reduction_flat",
                                                             "noncovered_discount",
                                                             "opted_out"};
constexpr std::array<std::string_view, kMatteredCount> kMattered = {
    "crossing_copay",        "coinsurance_base",  "allowed_capped_at_billed",
    "same_day_copays",       "stay_across_years", "benefit_year_reset",
    "oop_maximum_reached",   "carried_copay",     "after_limit_rate",
    "noncovered_rate",       "carry_over",        "family_person_cap",
    "out_of_network_method", "benefit_period",    "beyond_plan_year",
    "denial_liability",      "penalty_base",      "visit_pool",
    "waived_copay"};

std::int64_t number_from(const char* variable, std::int64_t usual) {
  const char* text = std::getenv(variable);
  return text == nullptr ? usual : std::strtoll(text, nullptr, 10);
}

std::string report(const RandomCase& found) {
  Hits ignored;
  const RandomCase small =
      shrink(found, [&ignored](const RandomCase& tried) { return find_disagreement(tried, ignored).has_value(); });
  return describe(small) + find_disagreement(small, ignored).value_or("no longer fails");
}

void check_hits(const Hits& hits, std::int64_t cases) {
  const std::int64_t least = cases >= kFullRun ? kLeastHits : kLeastHits * cases / kFullRun / 2;
  for (std::size_t i = 0; i < kRuleCount; ++i) {
    const std::string rule(kRules[i]);
    CAPTURE(rule);
    CHECK(hits.rules[i] >= least);
  }
  for (std::size_t i = 0; i < kMatteredCount; ++i) {
    const std::string mattered(kMattered[i]);
    CAPTURE(mattered);
    CHECK(hits.mattered[i] >= least);
  }
}

}  // namespace

TEST_CASE("engine_and_second_adjudicator_agree_on_random_plans_and_claims") {
  const std::uint64_t seed = static_cast<std::uint64_t>(number_from("PREAUTH_SEED", static_cast<std::int64_t>(kSeed)));
  const std::int64_t cases = number_from("PREAUTH_CASES", PREAUTH_DEFAULT_CASES);
  Hits hits;
  RandomCase random;
  for (std::int64_t i = 0; i < cases; ++i) {
    make_random_case(seed + static_cast<std::uint64_t>(i), random);
    if (!find_disagreement(random, hits)) continue;
    FAIL("case ", i, " of seed ", seed, ":\n", report(random));
  }
  check_hits(hits, cases);
}

TEST_CASE("a_seed_makes_the_same_cases_on_every_machine") {
  Dice dice(1'234'567);
  // splitmix64's published outputs for this seed (rosettacode.org, Pseudo-random numbers/Splitmix64).
  CHECK(dice.next() == 6'457'827'717'110'365'317U);
  CHECK(dice.next() == 3'203'168'211'198'807'973U);
  CHECK(dice.next() == 9'817'491'932'198'370'423U);
}

}  // namespace preauth
