#include "messages/format_values.h"

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

TEST_CASE("money_shows_cents_only_when_there_are_any") {
  struct Case {
    std::int64_t cents;
    std::string text;
    std::string dollars;  // rounded half away from zero
  };
  const std::vector<Case> cases = {{0, "$0", "$0"},
                                   {5, "$0.05", "$0"},
                                   {49, "$0.49", "$0"},
                                   {50, "$0.50", "$1"},
                                   {100, "$1", "$1"},
                                   {99'999, "$999.99", "$1,000"},
                                   {100'000, "$1,000", "$1,000"},
                                   {123'450, "$1,234.50", "$1,235"},
                                   {123'449, "$1,234.49", "$1,234"},
                                   {-123'450, "-$1,234.50", "-$1,235"},
                                   {100'000'000'000'000, "$1,000,000,000,000", "$1,000,000,000,000"}};
  for (const Case& c : cases) {
    CAPTURE(c.cents);
    CHECK(format_money(Lang::en, Money::cents(c.cents)) == c.text);
    CHECK(format_money(Lang::es, Money::cents(c.cents)) == c.text);
    CHECK(format_dollars(Lang::en, Money::cents(c.cents)) == c.dollars);
  }
}

TEST_CASE("counts_are_grouped_by_thousands") {
  struct Case {
    std::int64_t count;
    std::string text;
  };
  const std::vector<Case> cases = {{0, "0"},
                                   {7, "7"},
                                   {999, "999"},
                                   {1'000, "1,000"},
                                   {999'999, "999,999"},
                                   {1'000'000, "1,000,000"},
                                   {-1'234, "-1,234"},
                                   {INT64_MIN, "-9,223,372,036,854,775,808"}};
  for (const Case& c : cases) CHECK(format_count(Lang::en, c.count) == c.text);
}

TEST_CASE("dates_name_the_month_in_the_language") {
  CHECK(format_date(Lang::en, *parse_date("2026-01-12")) == "12 Jan 2026");
  CHECK(format_date(Lang::es, *parse_date("2026-01-12")) == "12 de enero de 2026");
  CHECK(format_date(Lang::en, *parse_date("2027-12-01")) == "1 Dec 2027");
  CHECK(format_date(Lang::es, *parse_date("2026-08-31")) == "31 de agosto de 2026");
}

TEST_CASE("rates_show_no_more_decimals_than_they_have") {
  CHECK(format_rate(Lang::en, Rate::percent(20)) == "20%");
  CHECK(format_rate(Lang::en, Rate()) == "0%");
  CHECK(format_rate(Lang::en, Rate::parts_per_million(125'000)) == "12.5%");
  CHECK(format_rate(Lang::en, Rate::parts_per_million(333'333)) == "33.3333%");
  CHECK(format_rate(Lang::en, Rate::parts_per_million(1'000'500)) == "100.05%");
  CHECK(format_rate(Lang::es, Rate::parts_per_million(1)) == "0.0001%");
}

TEST_CASE("spanish_words_melt_with_the_one_before_them") {
  struct Case {
    std::string before;
    std::string words;
    std::string sentence;
  };
  const std::vector<Case> cases = {{"depende de ", "el precio", "depende del precio"},
                                   {"pregunte a ", "el centro", "pregunte al centro"},
                                   {"depende de ", "la red", "depende de la red"},
                                   {"cerca de ", "El Paso", "cerca de El Paso"},
                                   {"desde ", "el lunes", "desde el lunes"},
                                   {"PHP y ", "IOP", "PHP e IOP"},
                                   {"agua y ", "hielo", "agua y hielo"},
                                   {"padre y ", "hijo", "padre e hijo"},
                                   {"uno o ", "otro", "uno u otro"},
                                   {"clínica o ", "hospital", "clínica u hospital"},
                                   {"", "el precio", "el precio"}};
  for (const Case& c : cases) {
    std::string sentence = c.before;
    append_spanish(sentence, c.words);
    CHECK(sentence == c.sentence);
  }
}

}  // namespace
}  // namespace preauth
