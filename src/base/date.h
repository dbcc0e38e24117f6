#pragma once
// Date is a civil day in the proleptic Gregorian calendar, without time or zone, from 1900-01-01 to 2199-12-31.
// DateRange includes both ends. Arithmetic past the limits clamps to the limits; `parse_date` refuses such text.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace preauth {

enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

class Date {
 public:
  constexpr Date() = default;
  // Days since 1970-01-01. Not checked: for values that came out of a Date.
  static constexpr Date from_days(std::int32_t days) { return Date(days); }
  // Empty when there is no such day (2026-02-30) or it lies outside the limits.
  static std::optional<Date> from_civil(int year, int month, int day);

  constexpr std::int32_t days() const { return days_; }
  int year() const;
  int month() const;  // 1..12
  int day() const;    // 1..31
  constexpr Weekday weekday() const {
    const std::int32_t since_monday = (days_ + 3) % 7;  // 1970-01-01 was a Thursday
    return static_cast<Weekday>(since_monday < 0 ? since_monday + 7 : since_monday);
  }
  friend constexpr Date operator+(Date date, std::int32_t days) { return Date(date.days_ + days); }
  friend constexpr Date operator-(Date date, std::int32_t days) { return Date(date.days_ - days); }
  friend constexpr std::int32_t operator-(Date a, Date b) { return a.days_ - b.days_; }
  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  explicit constexpr Date(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

// The same day `months` later (or earlier when negative); the 31st becomes the last day of a shorter month.
Date add_months(Date date, int months);
Date last_supported_date();
std::optional<Date> parse_date(std::string_view iso);  // exactly YYYY-MM-DD
std::string to_iso(Date date);                         // YYYY-MM-DD
void append_iso(std::string& out, Date date);          // the same, appended

struct DateRange {
  Date first;
  Date last;
  constexpr bool contains(Date date) const { return first <= date && date <= last; }
  friend constexpr bool operator==(const DateRange&, const DateRange&) = default;
};

}  // namespace preauth
