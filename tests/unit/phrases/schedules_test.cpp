#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"

using namespace preauth;

namespace {

using Count = Known<std::int32_t>;

Schedule read(const std::string& phrase) {
  const PhraseResult<Schedule> result = parse_schedule(phrase);
  CAPTURE(phrase);
  REQUIRE(result.value);
  return *result.value;
}

Schedule read_every(const std::string& phrase) {
  const PhraseResult<Schedule> result = parse_every(phrase);
  CAPTURE(phrase);
  REQUIRE(result.value);
  return *result.value;
}

Schedule weekly(std::int32_t per_week, PriceUnit unit, Count count, Count weeks) {
  Schedule schedule;
  schedule.per_week = per_week;
  schedule.unit = unit;
  schedule.count = count;
  schedule.weeks = weeks;
  return schedule;
}

}  // namespace

TEST_CASE("a_number_a_week_is_counted_out") {
  CHECK(read("3 days/week for 9 weeks") == weekly(3, PriceUnit::day, 27, 9));  // 3 x 9
  CHECK(read("1 visit/week for 12..20 weeks") ==
        weekly(1, PriceUnit::visit, Count::between(12, 20), Count::between(12, 20)));
  CHECK(read("3x/week for 9 weeks") == weekly(3, PriceUnit::visit, 27, 9));
  CHECK(read("three times a week for 9 weeks") == weekly(3, PriceUnit::visit, 27, 9));
  CHECK(read("twice a week for 6 weeks") == weekly(2, PriceUnit::visit, 12, 6));
  CHECK(read("36 visits over 12 weeks") == weekly(3, PriceUnit::visit, 36, 12));
  CHECK(read("every day for 3 weeks") == weekly(7, PriceUnit::day, 21, 3));
  CHECK(read("daily for 10 days") == weekly(7, PriceUnit::day, 10, {}));
  CHECK(read("weekly for 6 months") == weekly(1, PriceUnit::visit, 26, 26));  // 6 x 52 / 12
  CHECK(read("3 days/week, 27 days") == weekly(3, PriceUnit::day, 27, {}));
  CHECK(read("1 visit/week for 30 days") == weekly(1, PriceUnit::visit, 5, {}));        // days 1, 8, 15, 22, 29
  CHECK(read("2 visits per day for 10 days") == weekly(14, PriceUnit::visit, 20, {}));  // 2 x 10
  CHECK(read("10 visits/week for 2 weeks") == weekly(10, PriceUnit::visit, 20, 2));
  CHECK(read("3 days/week") == weekly(3, PriceUnit::day, {}, {}));
}

TEST_CASE("days_alone_are_days_of_a_stay") {
  const Schedule stay = read("28 days");
  CHECK(stay.per_day);
  CHECK(stay.unit == PriceUnit::day);
  CHECK(stay.count == Count(28));
  CHECK(stay.every_days == 1);
  CHECK_FALSE(stay.weeks.is_stated());
  CHECK(read("28-day program") == stay);
  CHECK(read("28 nights") == stay);
  CHECK(read("7..10 days").count == Count::between(7, 10));
}

TEST_CASE("a_length_alone_leaves_the_count_open") {
  const Schedule weeks = read("6..12 weeks");
  CHECK_FALSE(weeks.count.is_stated());
  CHECK(weeks.weeks == Count::between(6, 12));
  CHECK(read("1 month").weeks == Count(4));    // 52 / 12 = 4.33
  CHECK(read("3 months").weeks == Count(13));  // 3 x 52 / 12
  CHECK(read("36 visits").count == Count(36));
  CHECK_FALSE(read("36 visits").per_day);
  CHECK(read("1 visit").count == Count(1));
}

TEST_CASE("named_weekdays_are_kept") {
  const Schedule named = read("Mon/Wed/Fri for 9 weeks");
  CHECK(named.weekdays == 0b0010101);
  CHECK(named.per_week == 0);
  CHECK(named.count == Count(27));
  CHECK(read("Monday, Wednesday and Friday for 9 weeks") == named);
  CHECK(read("weekdays for 3 weeks").weekdays == 0b0011111);
  CHECK(read("weekdays for 3 weeks").count == Count(15));
  CHECK(read("Mon-Fri for 3 weeks") == read("weekdays for 3 weeks"));
  CHECK(read("Tue\xE2\x80\x93Thu for 2 weeks").weekdays == 0b0001110);
}

TEST_CASE("longer_intervals_are_days_apart") {
  const Schedule monthly = read("every 4 weeks for 6 months");
  CHECK(monthly.every_days == 28);
  CHECK(monthly.weeks == Count(26));
  CHECK(monthly.count == Count(7));  // days 0, 28, … 168 of 182
  const Schedule by_month = read("1 visit/month for 6 months");
  CHECK(by_month.every_days == 30);
  CHECK(by_month.count == Count(6));
  CHECK(read("every 2 days for 10 days").count == Count(5));
  CHECK(read("every other day for 10 days").count == Count(5));
}

TEST_CASE("what_a_line_repeats_on_needs_no_length") {
  CHECK(read_every("day").every_days == 1);
  CHECK(read_every("day").unit == PriceUnit::day);
  CHECK(read_every("day").per_day);
  CHECK(read_every("visit").per_day);
  CHECK(read_every("week").per_week == 1);
  CHECK(read_every("2/week").per_week == 2);
  CHECK(read_every("stay").unit == PriceUnit::stay);
  CHECK(read_every("stay").count == Count(1));
  CHECK(read_every("every 7 days").every_days == 7);
  CHECK(read_every("7 days").every_days == 7);
  CHECK(read_every("4 weeks").every_days == 28);
  CHECK(read_every("month").every_days == 30);
  CHECK(read_every("Mon/Thu").weekdays == 0b0001001);
  CHECK(read_every("once") == read_every("stay"));
  CHECK(read_every("every other day").every_days == 2);
  CHECK_FALSE(read_every("2/week").count.is_stated());
}

TEST_CASE("the_canonical_form_of_a_schedule_reads_back") {
  for (const std::string phrase :
       {"3 days/week for 9 weeks", "28 days", "1 visit/week for 12..20 weeks", "6..12 weeks", "Mon/Wed/Fri for 9 weeks",
        "weekdays for 3 weeks", "36 visits", "1 visit", "every 4 weeks for 6 months", "1 month", "daily for 10 days",
        "1 visit/month for 6 months", "3 days/week, 27 days", "unknown visits", "3 days/week for unknown weeks",
        "1 stay"}) {
    CAPTURE(phrase);
    const Schedule schedule = read(phrase);
    CHECK(read(canonical(schedule)) == schedule);
  }
  for (const std::string phrase :
       {"day", "week", "2/week", "stay", "every 7 days", "Mon/Thu", "month", "visit", "once"}) {
    CAPTURE(phrase);
    const Schedule schedule = read_every(phrase);
    CHECK(read_every(canonical(schedule)) == schedule);
  }
}

TEST_CASE("counts_are_limited_before_they_can_overflow") {
  for (const std::string phrase :
       {"10,000,000 visits", "3 days/week for 10000000 weeks", "5 days/week for 20,000 weeks",
        "7 days/week for 2,858 weeks", "every 100000 days for 3 weeks", "20,001 days", "99999999999999999999 visits"}) {
    CAPTURE(phrase);
    const PhraseResult<Schedule> result = parse_schedule(phrase);
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].kind == PhraseProblem::Kind::too_large);
  }
  CHECK(read("7 days/week for 2,857 weeks").count == Count(19'999));  // 7 x 2,857
}
