#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"

using namespace preauth;

namespace {

constexpr PhraseContext kPuf{Wording::puf, false, false};
constexpr PhraseContext kSbc{Wording::sbc, false, false};
constexpr PhraseContext kHdhp{Wording::sbc, true, false};

// The meaning of a phrase as its canonical form; "problem" when there is none.
std::string meaning(const std::string& phrase, PhraseContext context) {
  const PhraseResult<CostShare> result = parse_cost_share(phrase, context);
  return result.value ? canonical(*result.value) : "problem";
}

struct Row {
  std::string phrase;
  std::string puf;
  std::string sbc;
};

// A phrase that means the same under either wording.
Row same(const std::string& phrase, const std::string& both) { return {phrase, both, both}; }

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    CHECK(meaning(row.phrase, kPuf) == row.puf);
    CHECK(meaning(row.phrase, kSbc) == row.sbc);
  }
}

const Share& only_share(const CostShare& share) {
  REQUIRE(share.tiers.size() == 1);
  return share.tiers[0].share;
}

Share read_share(const std::string& phrase, PhraseContext context = kSbc) {
  const PhraseResult<CostShare> result = parse_cost_share(phrase, context);
  REQUIRE(result.value);
  return only_share(*result.value);
}

}  // namespace

TEST_CASE("every_phrase_of_the_table_has_its_meaning") {
  check_rows({
      same("$40 copay; deductible does not apply", "$40 copay; deductible does not apply"),
      same("$40 copay after deductible", "$40 copay after deductible"),
      same("$40 copay with deductible", "$40 copay with deductible"),
      same("$40 copay before deductible", "$40 copay with deductible"),
      same("20% coinsurance after deductible", "20% coinsurance after deductible"),
      same("20%; deductible does not apply", "20% coinsurance; deductible does not apply"),
      same("no charge; deductible does not apply", "no charge; deductible does not apply"),
      same("no charge after deductible", "no charge after deductible"),
      {"$40 copay", "$40 copay; deductible does not apply", "$40 copay; deductible unknown"},
      {"no charge", "no charge; deductible does not apply", "no charge; deductible unknown"},
      {"20% coinsurance", "20% coinsurance; deductible does not apply", "20% coinsurance after deductible"},
      {"20%", "20% coinsurance; deductible does not apply", "20% coinsurance after deductible"},
      {"$0", "no charge; deductible does not apply", "no charge; deductible unknown"},
      same("$850 copay per stay after deductible", "$850 copay per admission after deductible"),
      same("not covered", "not covered"),
      same("Medicare Part A", "Medicare Part A"),
  });
}

TEST_CASE("silent_phrases_come_after_the_deductible_on_a_high_deductible_plan") {
  CHECK(meaning("$40 copay", kHdhp) == "$40 copay after deductible");
  CHECK(meaning("no charge", kHdhp) == "no charge after deductible");
  CHECK(meaning("20%", kHdhp) == "20% coinsurance after deductible");
  CHECK(meaning("$40 copay; deductible does not apply", kHdhp) == "$40 copay; deductible does not apply");
}

TEST_CASE("one_hundred_percent_is_not_covered_only_out_of_network_under_puf") {
  CHECK(meaning("100%", {Wording::puf, false, true}) == "not covered");
  CHECK(meaning("100.00%", {Wording::puf, false, true}) == "not covered");
  CHECK(meaning("100%", kPuf) == "100% coinsurance; deductible does not apply");
  CHECK(meaning("100%", {Wording::sbc, false, true}) == "100% coinsurance after deductible");
  CHECK(meaning("99%", {Wording::puf, false, true}) == "99% coinsurance; deductible does not apply");
}

TEST_CASE("the_deductible_can_be_said_in_many_ways") {
  for (const std::string words :
       {"; deductible does not apply", ", deductible waived", " (deductible waived)", "; deductible doesn't apply",
        "; deductible doesn\xE2\x80\x99t apply", ", no deductible", " without deductible",
        "; not subject to the deductible", "; Deductible does not apply.**", " - deductible waived", "; ded. waived"}) {
    CAPTURE(words);
    CHECK(meaning("$30 copay" + words, kSbc) == "$30 copay; deductible does not apply");
  }
  for (const std::string words :
       {" after deductible", " after the deductible", " after ded", " after ded.", " after plan deductible",
        " after calendar year deductible", " after you meet your deductible", " after deductible is met",
        "; subject to deductible", "; deductible applies", " once deductible is met", ", after deductible"}) {
    CAPTURE(words);
    CHECK(meaning("20% coinsurance" + words, kSbc) == "20% coinsurance after deductible");
  }
}

TEST_CASE("the_place_of_a_bare_deductible_tells_the_order") {
  check_rows({
      same("deductible then 20%", "20% coinsurance after deductible"),
      same("deductible, then no charge", "no charge after deductible"),
      same("deductible + 20% coinsurance", "20% coinsurance after deductible"),
      same("$40 copay, then deductible", "$40 copay with deductible"),
      same("$0 after deductible", "no charge after deductible"),
      same("20% after ded", "20% coinsurance after deductible"),
  });
}

TEST_CASE("typographic_variants_are_read_like_the_plain_text") {
  for (const std::string phrase :
       {"$40 copay per visit after deductible", "$40 co-pay/visit after deductible",
        "$40 Copayment each visit after deductible.",
        "\xE2\x80\x9C$40\xC2\xA0 copay per session after deductible\xE2\x80\x9D", "$40/visit after deductible*",
        "$40.00 COPAY A VISIT AFTER DEDUCTIBLE", "$40 co\xE2\x80\x91pay after deductible\xE2\x80\xA0",
        "  $40   copay ; after deductible ;"}) {
    CAPTURE(phrase);
    CHECK(meaning(phrase, kSbc) == "$40 copay after deductible");
  }
  CHECK(meaning("20% co-insurance after deductible", kSbc) == "20% coinsurance after deductible");
  CHECK(meaning("20% coins. after ded.", kSbc) == "20% coinsurance after deductible");
  CHECK(meaning("20% of the allowed amount after deductible", kSbc) == "20% coinsurance after deductible");
}

TEST_CASE("ranges_are_between_their_ends") {
  check_rows({
      {"$20..$40 copay", "$20..$40 copay; deductible does not apply", "$20..$40 copay; deductible unknown"},
      same("$20-$40 copay after deductible", "$20..$40 copay after deductible"),
      same("$20\xE2\x80\x93$40 copay after deductible", "$20..$40 copay after deductible"),
      same("$20 to $40 after deductible", "$20..$40 copay after deductible"),
      same("10%..30% coinsurance after deductible", "10%..30% coinsurance after deductible"),
      same("10-30% after deductible", "10%..30% coinsurance after deductible"),
      same("$0 or $35; deductible does not apply", "$0..$35 copay; deductible does not apply"),
      same("$0 or $40-$50 after deductible", "$0..$50 copay after deductible"),
      same("$35 or $0 after deductible", "$0..$35 copay after deductible"),
      same("unknown copay after deductible", "unknown copay after deductible"),
      same("unknown coinsurance after deductible", "unknown coinsurance after deductible"),
      same("$40 copay; deductible unknown", "$40 copay; deductible unknown"),
  });
  const Share share = read_share("$0 or $35 after deductible");
  CHECK(share.copay == Known<Money>::between(Money(), Money::dollars(35)));
  CHECK(share.deductible == Known(DeductibleOrder::deductible_first));
}

TEST_CASE("units_of_a_copay_are_kept") {
  const Share stay = read_share("$850 copay per stay after deductible");
  CHECK(stay.copay == Known(Money::dollars(850)));
  CHECK(stay.copay_per == CopayPer::admission);
  CHECK(read_share("$250/admission").copay_per == CopayPer::admission);
  CHECK(read_share("$250 per inpatient confinement").copay_per == CopayPer::admission);
  CHECK(read_share("$300 a day").copay_per == CopayPer::day);
  CHECK(read_share("$300 per diem").copay_per == CopayPer::day);
  CHECK(read_share("$300 daily").copay_per == CopayPer::day);
  CHECK(read_share("$10 per prescription").copay_per == CopayPer::visit);
  CHECK(read_share("$35 office visit").copay_per == CopayPer::visit);
  // Nothing is nothing, per whatever.
  CHECK(read_share("$0 copay per day after deductible") == read_share("no charge after deductible"));
}

TEST_CASE("a_copay_and_a_rate_are_two_steps_of_one_share") {
  const Share share = read_share("$500 per admission then 20% coinsurance");
  CHECK(share.copay == Known(Money::dollars(500)));
  CHECK(share.copay_per == CopayPer::admission);
  CHECK(share.coinsurance == Known(Rate::percent(20)));
  CHECK(share.deductible == Known(DeductibleOrder::deductible_first));
  check_rows({
      same("$250 copay + 20% coinsurance after deductible", "$250 copay and 20% coinsurance after deductible"),
      // The copay goes before the deductible, the rate after it: one order.
      same("$250 copay with deductible and 20% coinsurance after deductible",
           "$250 copay and 20% coinsurance with deductible"),
  });
}

TEST_CASE("caps_are_read_with_their_period") {
  const Share days = read_share("$300 per day, up to 4 days per admission");
  CHECK(days.copay_per == CopayPer::day);
  CHECK(days.copay_days == 4);
  for (const std::string phrase :
       {"$600 per day, at most 3 days per admission", "$600 per day, max 3 copays per admission",
        "$600, max 3 copays per admission", "$600 per day (3 day maximum per admission)",
        "$600/day for the first 3 days", "$600 per day, not to exceed 3 days"}) {
    CAPTURE(phrase);
    CHECK(meaning(phrase + "; deductible does not apply", kSbc) ==
          "$600 copay per day, up to 3 days per admission; deductible does not apply");
  }
  const Share year = read_share("20% coinsurance, up to $1,500 per year");
  CHECK(year.cap == Money::dollars(1'500));
  CHECK(year.cap_per == CapPer::year);
  CHECK(read_share("$250 per day up to $1,250").cap_per == CapPer::admission);
  CHECK(read_share("$250 per day, $1,250 maximum per admission").cap == Money::dollars(1'250));
  CHECK(read_share("50%, at most $300 per day").cap_per == CapPer::day);
}

TEST_CASE("not_covered_has_no_tiers") {
  for (const std::string phrase : {"not covered", "Not Covered", "no coverage", "Not a covered benefit.", "excluded"}) {
    CAPTURE(phrase);
    const PhraseResult<CostShare> result = parse_cost_share(phrase, kSbc);
    REQUIRE(result.value);
    CHECK_FALSE(result.value->covered);
    CHECK(result.value->tiers.empty());
  }
  const PhraseResult<CostShare> part_a = parse_cost_share("Medicare Part A", kSbc);
  REQUIRE(part_a.value);
  CHECK(part_a.value->medicare_part_a);
  CHECK(part_a.value->tiers.empty());
}
