#include "base/date.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

Date day(std::string_view iso) {
  const std::optional<Date> found = parse_date(iso);
  REQUIRE(found.has_value());
  return *found;
}

TEST_CASE("only_real_days_written_in_full_are_read") {
  const std::vector<std::string> good = {"1900-01-01", "2026-01-12", "2024-02-29", "2000-02-29", "2199-12-31"};
  for (const std::string& text : good) {
    CAPTURE(text);
    CHECK(parse_date(text).has_value());
    CHECK(to_iso(day(text)) == text);
  }
  const std::vector<std::string> bad = {"",           "2026",       "2026-1-12",  "2026-01-12 ", "2026/01/12",
                                        "2026-02-29", "1900-02-29", "2100-02-29", "2026-13-01",  "2026-00-01",
                                        "2026-01-00", "2026-01-32", "2026-04-31", "1899-12-31",  "2200-01-01",
                                        "+026-01-12", "2026-+1-12", "20a6-01-12"};
  for (const std::string& text : bad) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("days_are_counted_from_1970") {
  CHECK(day("1970-01-01").days() == 0);
  CHECK(day("1969-12-31").days() == -1);
  CHECK(day("2000-03-01").days() == 11'017);  // 30 years × 365 + 7 leap days + 60 days
  CHECK(day("2026-03-01") - day("2026-02-01") == 28);
  CHECK(day("2024-03-01") - day("2024-02-01") == 29);  // a leap year
  CHECK(day("2026-12-31") + 1 == day("2027-01-01"));
  CHECK(day("2024-03-01") - 1 == day("2024-02-29"));
  CHECK(day("2026-01-12").year() == 2026);
  CHECK(day("2026-01-12").month() == 1);
  CHECK(day("2026-01-12").day() == 12);
}

TEST_CASE("weekdays_are_right_before_and_after_1970") {
  CHECK(day("1970-01-01").weekday() == Weekday::thursday);
  CHECK(day("1969-12-31").weekday() == Weekday::wednesday);
  CHECK(day("1900-01-01").weekday() == Weekday::monday);
  CHECK(day("2026-01-12").weekday() == Weekday::monday);
  CHECK(day("2024-02-29").weekday() == Weekday::thursday);
}

TEST_CASE("adding_months_keeps_the_day_or_takes_the_last_of_the_month") {
  struct Row {
    std::string from;
    int months;
    std::string to;
  };
  const std::vector<Row> rows = {
      {"2026-01-12", 1, "2026-02-12"},  {"2026-01-31", 1, "2026-02-28"},   {"2024-01-31", 1, "2024-02-29"},
      {"2026-03-31", 1, "2026-04-30"},  {"2026-12-15", 1, "2027-01-15"},   {"2026-01-15", -1, "2025-12-15"},
      {"2026-03-31", -1, "2026-02-28"}, {"2026-07-01", 12, "2027-07-01"},  {"2024-02-29", 12, "2025-02-28"},
      {"2026-01-12", 0, "2026-01-12"},  {"2026-01-12", -24, "2024-01-12"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.months);
    CHECK(to_iso(add_months(day(row.from), row.months)) == row.to);
  }
}

TEST_CASE("a_range_includes_both_ends") {
  const DateRange year{day("2026-01-01"), day("2026-12-31")};
  CHECK(year.contains(day("2026-01-01")));
  CHECK(year.contains(day("2026-12-31")));
  CHECK_FALSE(year.contains(day("2025-12-31")));
  CHECK_FALSE(year.contains(day("2027-01-01")));
  CHECK(to_iso(last_supported_date()) == "2199-12-31");
}

}  // namespace
}  // namespace preauth
