#include "base/known.h"

#include <doctest/doctest.h>

#include "base/money.h"

namespace preauth {
namespace {

TEST_CASE("missing_and_unknown_are_both_unknown_but_can_be_told_apart") {
  const Known<Money> missing;
  const Known<Money> unknown = Known<Money>::unknown();
  CHECK(missing.is_unknown());
  CHECK(unknown.is_unknown());
  CHECK_FALSE(missing.is_stated());
  CHECK(unknown.is_stated());
  CHECK_FALSE(missing == unknown);
}

TEST_CASE("zero_is_a_value_and_not_unknown") {
  const Known<Money> zero = Money();
  CHECK(zero.is_exact());
  CHECK_FALSE(zero.is_unknown());
  CHECK(zero.value().is_zero());
  CHECK(zero.value_or(Money::dollars(5)).is_zero());
}

TEST_CASE("a_range_has_two_ends_and_no_single_value") {
  const Known<Money> range = Known<Money>::between(Money::dollars(250), Money::dollars(400));
  CHECK(range.is_range());
  CHECK_FALSE(range.is_exact());
  CHECK(range.low() == Money::dollars(250));
  CHECK(range.high() == Money::dollars(400));
  CHECK(range.value_or(Money::dollars(300)) == Money::dollars(300));
}

}  // namespace
}  // namespace preauth
