// What the reader can choose, with the arithmetic beside it.

#include <string>

#include <doctest/doctest.h>

#include "case.h"

using namespace preauth;
using namespace preauth::test;

namespace {

const char* kIopRow = "[benefits.iop]\nin = \"20% coinsurance after deductible\"\n";

std::string client(std::string_view start, std::string_view so_far) {
  return "[client]\nid = \"C-1\"\ncoverage = \"individual\"\nstart = " + std::string(start) + "\n[so_far]\n" +
         std::string(so_far) + "\n";
}

// `weeks` of IOP, Mondays, Wednesdays and Fridays, $300 a day.
std::string iop(std::string_view weeks) {
  return "[[options]]\nid = \"iop\"\nsteps = [{ level = \"iop\", schedule = \"3 days/week for " + std::string(weeks) +
         " weeks\", price = { allowed = \"$300/day\" } }]\n";
}

const char* kUntouched = "as_of = 2026-12-01\ndeductible = { in = \"$0\" }";
const char* kMet = "as_of = 2026-12-01\ndeductible = { in = \"$2,000\" }\nout_of_pocket = { in = \"$2,000\" }";

// A program out of network, 28 days at $500 allowed and $1,200 billed.
const char* kHarbor = R"(
[[facilities]]
id = "harbor"
kind = "freestanding"
network = "out"
prices = { residential = { allowed = "$500/day", billed = "$1,200/day" } }
[[options]]
id = "program"
[[options.steps]]
level = "residential"
at = "harbor"
schedule = "28 days"
room_and_board = "included"
)";

std::string stay(std::string_view level, std::string_view more) {
  return "[[options]]\nid = \"stay\"\nsteps = [{ level = \"" + std::string(level) +
         "\", schedule = \"28 days\", room_and_board = \"included\", price = { allowed = \"$500/day\" }" +
         std::string(more) + " }]\n";
}

}  // namespace

TEST_CASE("starting_after_the_reset_meets_one_deductible_instead_of_two") {
  const Comparison result =
      quick_estimate(plan(gold(kIopRow)), treatment(client("2026-12-14", kUntouched) + iop("4")), "2026-12-01");
  // 8 days in December, 2,400: 2,000 + 20 % of 400 = 2,080. 4 days in January: 1,200, all deductible. 3,280.
  // From 1 January, a Friday: 12 days, 3,600: 2,000 + 20 % of 1,600 = 2,320.
  const Lever& found = lever(result, "start-after-reset", "iop");
  CHECK(found.value == "2027-01-01");
  CHECK(found.plan == "gold");
  CHECK(found.before == Money::dollars(3280));
  CHECK(found.after == Money::dollars(2320));
}

TEST_CASE("starting_after_the_reset_is_shown_when_it_costs_more_because_people_ask") {
  const Comparison result =
      quick_estimate(plan(gold(kIopRow)), treatment(client("2026-12-14", kMet) + iop("4")), "2026-12-01");
  // 8 days at 20 % of 300 = 480, then 1,200 of the new deductible: 1,680. All of it in January: 2,320.
  CHECK(lever(result, "start-after-reset", "iop").before == Money::dollars(1680));
  CHECK(lever(result, "start-after-reset", "iop").after == Money::dollars(2320));
}

TEST_CASE("starting_before_the_reset_uses_the_deductible_that_is_met") {
  const Comparison result =
      quick_estimate(plan(gold(kIopRow)), treatment(client("2027-01-04", kMet) + iop("2")), "2026-12-01");
  // From 4 January: 6 × 300 = 1,800, all deductible. A week after 1 December, from the 8th: 20 % of 1,800 = 360.
  const Lever& found = lever(result, "start-before-reset", "iop");
  CHECK(found.value == "2026-12-08");
  CHECK(found.before == Money::dollars(1800));
  CHECK(found.after == Money::dollars(360));
  CHECK_FALSE(has_lever(result, "start-after-reset"));  // almost a year away
}

TEST_CASE("an_earlier_start_is_offered_only_when_it_lies_ahead_and_something_is_met") {
  struct Row {
    std::string so_far;
    std::string as_of;
  };
  for (const Row& row : {Row{kUntouched, "2026-12-01"}, Row{kMet, "2026-12-28"}, Row{kMet, "2027-01-02"},
                         Row{"as_of = 2027-01-02\ndeductible = { in = \"$2,000\" }", "2027-01-02"}}) {
    CAPTURE(row.as_of);
    const Comparison result =
        quick_estimate(plan(gold(kIopRow)), treatment(client("2027-01-04", row.so_far) + iop("2")), row.as_of);
    CHECK_FALSE(has_lever(result, "start-before-reset"));
  }
}

TEST_CASE("care_that_cannot_wait_is_never_moved") {
  const std::string rows =
      "[benefits.residential]\nin = \"20% coinsurance after deductible\"\n"
      "[benefits.detox]\nin = \"20% coinsurance after deductible\"\n"
      "[benefits.inpatient]\nin = \"20% coinsurance after deductible\"\n";
  const auto estimated = [&](const std::string& options) {
    return quick_estimate(plan(gold(rows)), treatment(client("2026-12-14", kUntouched) + options), "2026-12-01");
  };
  CHECK(has_lever(estimated(stay("residential", "")), "start-after-reset"));
  CHECK_FALSE(has_lever(estimated(stay("detox", "")), "start-after-reset"));
  CHECK_FALSE(has_lever(estimated(stay("inpatient", "")), "start-after-reset"));
  CHECK_FALSE(has_lever(estimated(stay("residential", ", emergency = true")), "start-after-reset"));
}

TEST_CASE("without_a_plan_year_no_day_of_the_reset_is_made_up") {
  std::string text = gold(kIopRow);
  const std::string year = "year = \"2026-01-01..2026-12-31\"\n";
  text.erase(text.find(year), year.size());
  const Comparison result =
      quick_estimate(plan(text), treatment(client("2026-12-14", kUntouched) + iop("4")), "2026-12-01");
  CHECK_FALSE(has_lever(result, "start-after-reset"));
}

TEST_CASE("the_other_facility_of_the_file_is_offered_where_it_costs_less") {
  const std::string course = client("2026-02-02", "as_of = 2026-02-01\ndeductible = { in = \"$500\" }") + R"(
[[facilities]]
id = "lakeside"
network = "in"
prices = { iop = { allowed = "$300/day" } }
[[facilities]]
id = "northgate"
network = "in"
prices = { iop = { allowed = "$200/day" } }
[[facilities]]
id = "somewhere"
network = "unknown"
prices = { iop = { allowed = "$100/day" } }
[[options]]
id = "at-lakeside"
steps = [{ level = "iop", at = "lakeside", schedule = "3 days/week for 9 weeks" }]
)";
  const Comparison result = quick_estimate(plan(gold(kIopRow)), treatment(course), "2026-02-01");
  // 27 × 300 = 8,100: 1,500 + 20 % of 6,600 = 2,820. 27 × 200 = 5,400: 1,500 + 20 % of 3,900 = 2,280.
  const Lever& found = lever(result, "other-facility", "at-lakeside");
  CHECK(found.value == "northgate");
  CHECK(found.before == Money::dollars(2820));
  CHECK(found.after == Money::dollars(2280));
  // As an option of its own it stands in the table already, and from there the dearer one is no choice to offer.
  const Comparison both =
      quick_estimate(plan(gold(kIopRow)),
                     treatment(course + "[[options]]\nid = \"at-northgate\"\nsteps = [{ level = \"iop\", at = "
                                        "\"northgate\", schedule = \"3 days/week for 9 weeks\" }]\n"),
                     "2026-02-01");
  CHECK_FALSE(has_lever(both, "other-facility"));
}

TEST_CASE("an_exception_gives_the_in_network_share_at_the_same_allowed_amount_without_a_balance_bill") {
  const std::string course = client("2026-03-02", "deductible = { in = \"$0\", out = \"$0\" }") + kHarbor;
  std::string closed = ppo("contracted");
  closed.replace(closed.find("out = \"40% coinsurance after deductible\""), 40, "out = \"not covered\"");
  struct Row {
    std::string plan;
    std::int64_t before;
    std::int64_t after;
  };
  // 28 × 500 = 14,000: 3,000 + 40 % of 11,000, and 28 × 700 above it = 27,000. In network 1,000 + 20 % of 13,000.
  // $400 a day allowed: 11,200: 3,000 + 40 % of 8,200, and 28 × 800 = 28,680. In network 1,000 + 20 % of 10,200.
  // Not covered: 28 × 1,200 = 33,600; the exception pays the first row's amount.
  for (const Row& row :
       {Row{ppo("contracted"), 27000, 3600}, Row{ppo("$400"), 28680, 3040}, Row{closed, 33600, 3600}}) {
    CAPTURE(row.before);
    const Comparison result = quick_estimate(plan(row.plan), treatment(course), "2026-03-01");
    const Lever& found = lever(result, "gap-exception", "program");
    CHECK(found.value == "harbor");
    CHECK(found.before == Money::dollars(row.before));
    CHECK(found.after == Money::dollars(row.after));
  }
}

TEST_CASE("an_exception_does_not_reach_what_others_bill_beside_the_day") {
  const std::string course =
      client("2026-03-02", "deductible = { in = \"$0\", out = \"$0\" }") + kHarbor +
      "lines = [{ benefit = \"laboratory\", price = { allowed = \"$100\", billed = \"$200\" }, every = \"stay\" }]\n";
  std::string text = ppo("contracted");
  text +=
      "[benefits.laboratory]\nin = \"no charge; deductible does not apply\"\nout = \"40% coinsurance; deductible does "
      "not apply\"\n";
  const Comparison result = quick_estimate(plan(text), treatment(course), "2026-03-01");
  // 3,600 as above; the laboratory stays out of network: 40 % of 100, and the 100 above it.
  CHECK(lever(result, "gap-exception", "program").after == Money::dollars(3740));
}

TEST_CASE("two_facilities_of_one_level_may_change_places") {
  const std::string course = client("2026-03-02", "deductible = { in = \"$0\" }") + R"(
[[facilities]]
id = "a"
kind = "freestanding"
network = "in"
prices = { residential = { allowed = "$500/day", billed = "$1,000/day" } }
[[facilities]]
id = "b"
kind = "freestanding"
network = "in"
prices = { residential = { allowed = "$600/day", billed = "$2,000/day" } }
[[options]]
id = "both"
steps = [{ level = "residential", at = "a", schedule = "10 days", room_and_board = "included" },
         { level = "residential", at = "b", schedule = "10 days", room_and_board = "included" }]
)";
  const Comparison result =
      quick_estimate(plan(ppo("contracted") + "limit = \"10 days per year\"\nafter_limit = \"billed\"\n"),
                     treatment(course), "2026-03-01");
  // a first: 5,000: 1,000 + 20 % of 4,000, then 10 × 2,000 past the limit: 21,800.
  // b first: 6,000: 1,000 + 20 % of 5,000, then 10 × 1,000: 12,000.
  const Lever& found = lever(result, "other-order", "both");
  CHECK(found.value == "b");
  CHECK(found.before == Money::dollars(21800));
  CHECK(found.after == Money::dollars(12000));
}

TEST_CASE("nothing_is_offered_where_nothing_changes") {
  const Comparison result = quick_estimate(
      plan(gold(kIopRow)),
      treatment(client("2026-02-02", "as_of = 2026-02-01\ndeductible = { in = \"$500\" }") + iop("9")), "2026-02-01");
  CHECK(result.levers.empty());
}
