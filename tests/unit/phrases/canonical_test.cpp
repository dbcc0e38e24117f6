#include <string>

#include <doctest/doctest.h>

#include "load/phrase.h"
#include "random_shares.h"

using namespace preauth;

namespace {

constexpr PhraseContext kContexts[] = {
    {Wording::puf, false, false}, {Wording::sbc, false, false}, {Wording::sbc, true, false}};

void check_reads_back(const CostShare& share) {
  const std::string text = canonical(share);
  CAPTURE(text);
  for (const PhraseContext& context : kContexts) {
    const PhraseResult<CostShare> again = parse_cost_share(text, context);
    REQUIRE(again.value);
    REQUIRE(*again.value == share);
    REQUIRE(canonical(*again.value) == text);
  }
}

}  // namespace

TEST_CASE("what_is_written_reads_back_under_every_wording") {
  constexpr int kShares = 5'000;
  RandomShares shares(20'260'112);
  for (int i = 0; i < kShares; ++i) check_reads_back(shares.next());
}

TEST_CASE("the_canonical_form_always_states_the_deductible") {
  RandomShares shares(7);
  for (int i = 0; i < 2'000; ++i) {
    const CostShare share = shares.next();
    if (!share.covered || share.medicare_part_a) continue;
    const std::string text = canonical(share);
    std::size_t stated = 0;
    for (std::size_t at = text.find("deductible"); at != std::string::npos; at = text.find("deductible", at + 1)) {
      ++stated;
    }
    CAPTURE(text);
    CHECK(stated == share.tiers.size());
  }
}

TEST_CASE("phrases_of_documents_read_back_in_canonical_form") {
  for (const std::string phrase : {"$40 copay; deductible does not apply",
                                   "$40 copay",
                                   "no charge",
                                   "20%",
                                   "$850.00 Copay per Stay after deductible",
                                   "$300 per day for days 1-5; $0 per day for days 6-90",
                                   "$300 per day, up to 4 days per admission",
                                   "20% up to $1,500 per year",
                                   "$500 per admission then 20% coinsurance",
                                   "first 3 visits $0, then $40 copay",
                                   "first 10 visits $10, then 30% after deductible",
                                   "$2000.00 Copay per Stay with deductible",
                                   "$0 or $35",
                                   "$3000.00 Copay per Day",
                                   "100.00% Coinsurance after deductible",
                                   "47.00%",
                                   "$4.70",
                                   "not covered",
                                   "Medicare Part A",
                                   "$300/day for the first 5 days",
                                   "unknown copay"}) {
    CAPTURE(phrase);
    for (const PhraseContext& context : kContexts) {
      const PhraseResult<CostShare> result = parse_cost_share(phrase, context);
      REQUIRE(result.value);
      check_reads_back(*result.value);
    }
  }
}
