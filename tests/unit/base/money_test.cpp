#include "base/money.h"

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

// Money has no back door: what would be wrong arithmetic does not compile.
template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Subtractable = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept Multipliable = requires(A a, B b) {
  a* b;
};
template <class A, class B>
concept Dividable = requires(A a, B b) {
  a / b;
};
template <class A, class B>
concept Comparable = requires(A a, B b) {
  a < b;
};
template <class T>
concept MadeOf = requires(T value) {
  Money(value);
};

static_assert(Addable<Money, Money>);
static_assert(Multipliable<Money, std::int64_t>);
static_assert(!Addable<Money, Rate>);
static_assert(!Addable<Money, int>);
static_assert(!Addable<Money, UnitPrice>);
static_assert(!Subtractable<Money, Rate>);
static_assert(!Multipliable<Money, Money>);
static_assert(!Multipliable<Money, Rate>, "a share is taken with share_of, which rounds");
static_assert(!Dividable<Money, Money>);
static_assert(!Dividable<Money, int>);
static_assert(!Comparable<Money, int>);
static_assert(!Comparable<Money, Rate>);
static_assert(!Addable<Rate, int>);
static_assert(!MadeOf<double>);
static_assert(!MadeOf<float>);
static_assert(!MadeOf<std::int64_t>, "cents or dollars must be said");
static_assert(!MadeOf<Rate>);

TEST_CASE("a_share_is_rounded_half_away_from_zero_to_the_cent") {
  struct Row {
    std::string name;
    std::int64_t cents;
    std::int64_t parts_per_million;
    std::int64_t expected;
  };
  const std::vector<Row> rows = {
      {"25 % of $0.02 is half a cent, up", 2, 250'000, 1},               // 0.5 -> 1
      {"25 % of $0.01 is a quarter cent, down", 1, 250'000, 0},          // 0.25 -> 0
      {"25 % of $0.03 is three quarters of a cent, up", 3, 250'000, 1},  // 0.75 -> 1
      {"50 % of $0.03 is one and a half cents, up", 3, 500'000, 2},      // 1.5 -> 2
      {"50 % of $0.05 is two and a half cents, up", 5, 500'000, 3},      // 2.5 -> 3, bankers would say 2
      {"a negative half goes away from zero", -2, 250'000, -1},          // -0.5 -> -1
      {"a negative quarter goes to zero", -1, 250'000, 0},               // -0.25 -> 0
      {"20 % of $319.38", 31'938, 200'000, 6'388},                       // 6387.6 -> 6388
      {"12.5 % of $100.00", 10'000, 125'000, 1'250},                     // exact
      {"33.3333 % of $100.00", 10'000, 333'333, 3'333},                  // 3333.33 -> 3333
      {"nothing of something", 31'938, 0, 0},
      {"all of something", 31'938, 1'000'000, 31'938},
      {"0.0001 % of $5,000.00 is half a cent, up", 500'000, 1, 1},  // 500000/10^6 = 0.5 -> 1
      {"a trillion dollars at 20 %", 100'000'000'000'000, 200'000, 20'000'000'000'000},
      {"a trillion dollars at 99.9999 %", 100'000'000'000'000, 999'999, 99'999'900'000'000},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(share_of(Money::cents(row.cents), Rate::parts_per_million(row.parts_per_million)).count_cents() ==
          row.expected);
  }
}

TEST_CASE("the_fast_and_the_wide_path_of_a_share_agree_where_they_meet") {
  // 20 %: the product leaves int64_t at 9,223,372,036,854,775,807 / 200,000 = 46,116,860,184,273 cents.
  for (std::int64_t cents = 46'116'860'184'270; cents < 46'116'860'184'280; ++cents) {
    const std::int64_t fifth = cents / 5 + (cents % 5 >= 3 ? 1 : 0);  // x.6 and x.8 round up, x.2 and x.4 down
    CHECK(share_of(Money::cents(cents), Rate::percent(20)).count_cents() == fifth);
  }
}

TEST_CASE("division_rounds_half_away_from_zero") {
  CHECK(divide_half_away(5, 10) == 1);
  CHECK(divide_half_away(4, 10) == 0);
  CHECK(divide_half_away(-5, 10) == -1);
  CHECK(divide_half_away(-4, 10) == 0);
  CHECK(divide_half_away(7, 3) == 2);  // 2.33
  CHECK(divide_half_away(8, 3) == 3);  // 2.67
  CHECK(divide_half_away(-8, 3) == -3);
  CHECK_THROWS_AS(divide_half_away(static_cast<WideInteger>(INT64_MAX) * 4, 2), MoneyOverflow);
}

TEST_CASE("a_unit_price_is_rounded_once_for_all_its_units") {
  const UnitPrice price = UnitPrice::micros(63'885'000);  // $63.885
  CHECK(price.times(1) == Money::cents(6'389));           // 63.885 -> 63.89
  CHECK(price.times(12) == Money::cents(76'662));         // 766.62 exactly, not 12 × 63.89 = 766.68
  CHECK(UnitPrice::from(Money::cents(6'388)).times(2) == Money::cents(12'776));
  CHECK(price.times(0).is_zero());
}

TEST_CASE("overflow_throws_instead_of_wrapping") {
  const Money most = Money::cents(INT64_MAX);
  const Money least_possible = Money::cents(INT64_MIN);
  CHECK_THROWS_AS(most + Money::cents(1), MoneyOverflow);
  CHECK_THROWS_AS(least_possible - Money::cents(1), MoneyOverflow);
  CHECK_THROWS_AS(most * 2, MoneyOverflow);
  CHECK_THROWS_AS(Money::dollars(INT64_MAX), MoneyOverflow);
  CHECK_THROWS_AS(share_of(most, Rate::percent(200)), MoneyOverflow);
  CHECK_THROWS_AS(UnitPrice::from(most), MoneyOverflow);
  CHECK_THROWS_AS(UnitPrice::micros(INT64_MAX).times(INT64_MAX), MoneyOverflow);
  CHECK(share_of(most, Rate::percent(100)) == most);
  Money unchanged = most;
  CHECK_THROWS_AS(unchanged += Money::cents(1), MoneyOverflow);
  CHECK(unchanged == most);
}

TEST_CASE("amounts_add_compare_and_clamp") {
  Money sum = Money::dollars(480);
  sum += Money::cents(50);
  CHECK(sum == Money::cents(48'050));
  sum -= Money::dollars(481);
  CHECK(sum == Money::cents(-50));
  CHECK(sum.is_negative());
  CHECK(not_below_zero(sum).is_zero());
  CHECK(not_below_zero(Money::cents(1)) == Money::cents(1));
  CHECK(Money::dollars(30) * 16 == Money::dollars(480));
  CHECK(least(Money::cents(1), Money::cents(2)) == Money::cents(1));
  CHECK(greatest(Money::cents(1), Money::cents(2)) == Money::cents(2));
  CHECK(Money::cents(1).is_positive());
  CHECK(Money().is_zero());
  CHECK(Money::largest_stated().count_cents() == 100'000'000'000'000);
}

TEST_CASE("rates_are_parts_per_million") {
  CHECK(Rate::percent(20).parts() == 200'000);
  CHECK(Rate::percent(20) == Rate::parts_per_million(200'000));
  CHECK(Rate().is_zero());
  CHECK(Rate::percent(20) < Rate::percent(21));
}

}  // namespace
}  // namespace preauth
