#include "report/calendar.h"

#include <set>
#include <string>

#include <doctest/doctest.h>

#include "written.h"

using namespace preauth;
using namespace preauth::test;

namespace {

std::vector<std::string> lines_of(const std::string& file) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = file.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    lines.push_back(file.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

}  // namespace

TEST_CASE("every_task_is_a_whole_day_of_the_calendar") {
  CHECK(calendar(written_comparison(), Lang::en) ==
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//preauth//preauth//EN\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:gold.program.1.request-authorization@preauth\r\n"
        "DTSTAMP:20260105T000000Z\r\n"
        "DTSTART;VALUE=DATE:20260109\r\n"
        "DTEND;VALUE=DATE:20260110\r\n"
        "SUMMARY:Insurance: ask for authorization\r\n"
        "DESCRIPTION:Have lakeside ask for an urgent decision on the residential pro\r\n"
        " gram. The plan has 72 hours. (Program (residential)\\; Gold\\; and more 2026\r\n"
        " )\r\n"
        "CLASS:PRIVATE\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:gold.program.1.review-2026-01-19@preauth\r\n"
        "DTSTAMP:20260105T000000Z\r\n"
        "DTSTART;VALUE=DATE:20260116\r\n"
        "DTEND;VALUE=DATE:20260117\r\n"
        "SUMMARY:Insurance: clinical notes for the review\r\n"
        "DESCRIPTION:Have lakeside send clinical notes on the residential program fo\r\n"
        " r the days from 19 Jan 2026. (Program (residential)\\; Gold\\; and more 2026\r\n"
        " )\r\n"
        "CLASS:PRIVATE\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE("hostile_names_stay_inside_their_line_and_entries_keep_apart") {
  Comparison comparison = written_comparison();
  comparison.options.push_back(comparison.options[0]);
  comparison.options[0].id = "a\r\nATTACH:file";
  comparison.options[0].tasks[0].facility = std::string(300, 'x') + "\r\nBEGIN:VALARM";
  std::set<std::string> ids;
  for (const std::string& line : lines_of(calendar(comparison, Lang::en))) {
    CAPTURE(line);
    CHECK(line.size() <= 75);
    CHECK_FALSE(line.starts_with("ATTACH"));
    CHECK(line != "BEGIN:VALARM");
    if (line.starts_with("UID:")) CHECK(ids.insert(line).second);
  }
  CHECK(ids.size() == 4);
}

TEST_CASE("without_anything_to_do_the_calendar_is_empty_and_valid") {
  Comparison comparison = written_comparison();
  comparison.options.clear();
  CHECK(calendar(comparison, Lang::en) ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//preauth//preauth//EN\r\nCALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n");
}
