#include "batch/histogram.h"

#include <doctest/doctest.h>

namespace preauth {
namespace {

AmountHistogram histogram_of(std::initializer_list<std::int64_t> cents) {
  AmountHistogram histogram;
  for (const std::int64_t amount : cents) histogram.add(Money::cents(amount));
  return histogram;
}

TEST_CASE("median_is_exact_below_twenty_dollars") {
  CHECK_FALSE(AmountHistogram().median().has_value());
  CHECK(histogram_of({700}).median() == Money::cents(700));
  CHECK(histogram_of({2047, 0, 5}).median() == Money::cents(5));
  // Of an even number the lower of the two in the middle.
  CHECK(histogram_of({1, 2, 3, 4}).median() == Money::cents(2));
}

TEST_CASE("median_of_large_amounts_is_within_one_in_a_thousand") {
  for (const std::int64_t cents :
       {2'048LL, 2'049LL, 480'00LL, 24'584'00LL, 1'000'000'000'00LL, 100'000'000'000'000LL}) {
    CAPTURE(cents);
    const std::int64_t median = histogram_of({cents}).median()->count_cents();
    CHECK(median <= cents);
    CHECK(cents - median <= cents / 1'024);
  }
}

TEST_CASE("merging_gives_what_adding_in_one_place_gives") {
  AmountHistogram left = histogram_of({100, 300});
  left.merge(histogram_of({200, 400, 500}));
  CHECK(left.count() == 5);
  CHECK(left.median() == Money::cents(300));
}

}  // namespace
}  // namespace preauth
