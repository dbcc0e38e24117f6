#include "report/amount_text.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

TEST_CASE("amounts_for_people_are_whole_dollars_and_never_a_false_zero") {
  struct Row {
    std::string name;
    std::int64_t cents;
    std::string text;
  };
  const std::vector<Row> rows = {
      {"zero", 0, "$0"},
      {"under a dollar keeps its cents", 40, "$0.40"},
      {"99 cents", 99, "$0.99"},
      {"one dollar", 100, "$1"},
      {"half rounds away from zero", 150, "$2"},
      {"below half", 149, "$1"},
      {"thousands", 123'456'78, "$123,457"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(rounded(Lang::en, Money::cents(row.cents)) == row.text);
  }
}

TEST_CASE("a_range_that_looks_like_one_figure_is_one_figure") {
  CHECK(rounded_range(Lang::en, Money::dollars(810), Money::dollars(7580)) == "$810 – $7,580");
  CHECK(rounded_range(Lang::en, Money::cents(100'01), Money::cents(100'40)) == "$100");
  CHECK(rounded_range(Lang::en, Money(), Money::dollars(780)) == "$0 – $780");
}

TEST_CASE("decimals_are_exact") {
  CHECK(decimal(Money::cents(123'450)) == "1234.50");
  CHECK(decimal(Money::cents(5)) == "0.05");
  CHECK(decimal(Money::cents(-5)) == "-0.05");
  CHECK(decimal(Money::cents(-123'45)) == "-123.45");
  CHECK(decimal(Money::cents(INT64_MIN)) == "-92233720368547758.08");
  CHECK(decimal(UnitPrice::micros(319'380'000)) == "319.38");
  CHECK(decimal(UnitPrice::micros(12'500)) == "0.0125");
  CHECK(decimal(UnitPrice::micros(400'000'000)) == "400.00");
  CHECK(decimal(Rate::parts_per_million(340'000)) == "0.34");
  CHECK(decimal(Rate::parts_per_million(345'000)) == "0.35");
  CHECK(shown(Lang::en, UnitPrice::micros(319'380'000)) == "$319.38");
}

}  // namespace
}  // namespace preauth
