#include <string>

#include <doctest/doctest.h>

#include "load/phrase.h"

using namespace preauth;

TEST_CASE("one_cell_for_two_benefits_is_split") {
  const std::string expected =
      "office visit: $35 copay; deductible unknown; other outpatient: 20% coinsurance after deductible";
  for (const std::string phrase :
       {"$35 office visit and 20% other outpatient", "$35 copay/office visit** 20% coinsurance all other services",
        "$35 copay/office visit and 20% coinsurance for all other outpatient services",
        "20% other outpatient; $35 office visit", "Office visit: $35 copay; other outpatient services: 20% coinsurance",
        "Office visits $35. Other outpatient 20%."}) {
    CAPTURE(phrase);
    const PhraseResult<SplitPhrase> split = parse_split(phrase, {});
    CHECK(split.problems.empty());
    REQUIRE(split.value);
    CHECK(canonical(*split.value) == expected);
  }
}

TEST_CASE("each_part_of_a_split_keeps_its_own_deductible") {
  const PhraseResult<SplitPhrase> split = parse_split(
      "$30 copay per office visit; deductible does not apply; 20% coinsurance after deductible for other outpatient "
      "services",
      {});
  REQUIRE(split.value);
  CHECK(canonical(split.value->office_visit) == "$30 copay; deductible does not apply");
  CHECK(canonical(split.value->other_outpatient) == "20% coinsurance after deductible");
}

TEST_CASE("the_canonical_form_of_a_split_reads_back") {
  const PhraseResult<SplitPhrase> split =
      parse_split("$60 copay/office visit** 20% coinsurance all other services", {});
  REQUIRE(split.value);
  for (const Wording wording : {Wording::sbc, Wording::puf}) {
    const PhraseResult<SplitPhrase> again = parse_split(canonical(*split.value), {wording, false, false});
    REQUIRE(again.value);
    CHECK(again.value->office_visit == split.value->office_visit);
    CHECK(again.value->other_outpatient == split.value->other_outpatient);
  }
}

TEST_CASE("a_plain_phrase_is_no_split_and_no_problem") {
  for (const std::string phrase : {"$40 copay", "$35 office visit", "20% other outpatient", "", "nonsense"}) {
    CAPTURE(phrase);
    const PhraseResult<SplitPhrase> split = parse_split(phrase, {});
    CHECK_FALSE(split.value);
    CHECK(split.problems.empty());
  }
}

TEST_CASE("problems_of_a_split_point_into_the_whole_phrase") {
  const PhraseResult<SplitPhrase> split = parse_split("$35 office visit and 20% coinsurence other outpatient", {});
  REQUIRE(split.problems.size() == 1);
  CHECK(split.problems[0].offset == 25);
  CHECK(split.problems[0].length == 11);
  CHECK(split.problems[0].suggestion == "coinsurance");
}
