// Column pairs as they stand in the CMS Exchange Benefits and Cost Sharing PUF, plan years 2014 to 2026.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"

using namespace preauth;

namespace {

struct Row {
  std::string copay;
  std::string coinsurance;
  std::string in;
  std::string out;
};

std::string meaning(const Row& row, bool out_of_network) {
  const PhraseResult<CostShare> result = parse_puf_columns(row.copay, row.coinsurance, out_of_network);
  if (!result.problems.empty()) return "problem: " + result.problems[0].detail;
  return result.value ? canonical(*result.value) : "not stated";
}

}  // namespace

TEST_CASE("the_two_columns_become_one_share") {
  const std::vector<Row> rows = {
      {"Not Applicable", "Not Applicable", "not stated", "not stated"},
      {"", "", "not stated", "not stated"},
      {"$40.00", "Not Applicable", "$40 copay; deductible does not apply", "$40 copay; deductible does not apply"},
      {"$4.70", "", "$4.70 copay; deductible does not apply", "$4.70 copay; deductible does not apply"},
      {"$1,250.00", "", "$1,250 copay; deductible does not apply", "$1,250 copay; deductible does not apply"},
      {"Not Applicable", "100.00%", "100% coinsurance; deductible does not apply", "not covered"},
      {"$0", "100%", "100% coinsurance; deductible does not apply", "not covered"},
      {"$0 Copay per Stay", "100% Coinsurance after deductible", "100% coinsurance after deductible", "not covered"},
      {"Not Applicable", "50.00% Coinsurance after deductible", "50% coinsurance after deductible",
       "50% coinsurance after deductible"},
      {"No Charge", "20% Coinsurance after deductible", "20% coinsurance after deductible",
       "20% coinsurance after deductible"},
      {"No Charge", "No Charge", "no charge; deductible does not apply", "no charge; deductible does not apply"},
      {"No Charge after deductible", "No Charge", "no charge after deductible", "no charge after deductible"},
      {"No Charge", "No Charge after deductible", "no charge after deductible", "no charge after deductible"},
      {"$500.00 Copay per Stay after deductible", "30% Coinsurance after deductible",
       "$500 copay per admission and 30% coinsurance after deductible",
       "$500 copay per admission and 30% coinsurance after deductible"},
      {"$250 Copay per Stay", "20% Coinsurance after deductible",
       "$250 copay per admission and 20% coinsurance after deductible",
       "$250 copay per admission and 20% coinsurance after deductible"},
      {"$300", "No Charge after deductible", "$300 copay after deductible", "$300 copay after deductible"},
      {"$2000.00 Copay per Stay with deductible", "Not Applicable", "$2,000 copay per admission with deductible",
       "$2,000 copay per admission with deductible"},
      {"$700 Copay per Day before deductible", "Not Applicable", "$700 copay per day with deductible",
       "$700 copay per day with deductible"},
      {"$950.00 Copay with deductible", "20.00% Coinsurance after deductible",
       "$950 copay and 20% coinsurance with deductible", "$950 copay and 20% coinsurance with deductible"},
      {"$250.00 Copay per Day after deductible", "", "$250 copay per day after deductible",
       "$250 copay per day after deductible"},
      {"Not Covered", "Not Applicable", "not covered", "not covered"},
      {"Not Applicable", "7.00% Coinsurance after deductible", "7% coinsurance after deductible",
       "7% coinsurance after deductible"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.copay);
    CAPTURE(row.coinsurance);
    CHECK(meaning(row, false) == row.in);
    CHECK(meaning(row, true) == row.out);
  }
}

TEST_CASE("columns_that_contradict_each_other_are_reported") {
  const PhraseResult<CostShare> result = parse_puf_columns("20%", "30% Coinsurance after deductible", false);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].kind == PhraseProblem::Kind::contradiction);
}

TEST_CASE("offsets_of_the_second_column_count_through_the_first") {
  // "$40.00" and one space are 7 bytes; "20% " is 4 more.
  const PhraseResult<CostShare> result = parse_puf_columns("$40.00", "20% Coinsuranse", false);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].offset == 11);
  CHECK(result.problems[0].length == 11);
  CHECK(result.problems[0].suggestion == "coinsurance");
}
