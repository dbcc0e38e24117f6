// Blocks, renewals and the days they fall on.

#include <doctest/doctest.h>

#include "course.h"
#include "engine/authorization_branches.h"
#include "engine/business_days.h"

using namespace preauth;
using namespace preauth::test;

namespace {

const std::string kInsured = "kind = \"ppo\"\nfunding = \"insured\"\n";
using Days = std::vector<std::string>;

}  // namespace

TEST_CASE("reviews_follow_the_first_block_and_every_renewal") {
  const StepAuthorization step =
      course(plan_text(kInsured, kProviderLiable), treatment_text("", kProgram)).authorization.at(0);
  CHECK(to_iso(step.first_day) == "2026-01-12");
  CHECK(to_iso(step.last_day) == "2026-02-08");  // the 28th midnight
  CHECK(step.first_days == 7);
  CHECK(step.then_every == 5);
  CHECK_FALSE(step.cadence_assumed);
  CHECK(iso(step.reviews) == Days{"2026-01-19", "2026-01-24", "2026-01-29", "2026-02-03", "2026-02-08"});
}

TEST_CASE("a_plan_that_does_not_say_gets_the_cited_cadence_for_stays_and_says_it_is_assumed") {
  const std::string silent = "required = true, liable = \"provider\"";
  const StepAuthorization step = course(plan_text(kInsured, silent), treatment_text("", kProgram)).authorization.at(0);
  CHECK(step.cadence_assumed);
  CHECK(step.first_days == 7);
  CHECK(step.reviews.size() == 5);
  const std::string iop = "[{ level = \"iop\", at = \"lakeside\", schedule = \"3 days/week for 9 weeks\" }]";
  const StepAuthorization days =
      course(plan_text(kInsured, silent, "iop"), treatment_text("", iop)).authorization.at(0);
  CHECK(days.first_days == 0);  // approved as a whole: nothing published about a cadence
  CHECK(days.reviews.empty());
  CHECK_FALSE(days.cadence_assumed);
}

TEST_CASE("a_program_of_days_is_reviewed_on_days_it_meets") {
  const std::string iop = "[{ level = \"iop\", at = \"lakeside\", schedule = \"3 days/week for 9 weeks\" }]";
  const StepAuthorization step =
      course(plan_text(kInsured, "required = true, first = \"10 days\", then = \"every 8 days\", liable = \"provider\"",
                       "iop"),
             treatment_text("", iop))
          .authorization.at(0);
  // Mon/Wed/Fri from 12 January; the 11th day is the second of the fourth week, Wednesday 4 February; the 19th the
  // first of the seventh, Monday 23 February; the 27th the third of the ninth, Friday 13 March.
  CHECK(iso(step.reviews) == Days{"2026-02-04", "2026-02-23", "2026-03-13"});
  CHECK(to_iso(step.last_day) == "2026-03-13");
}

TEST_CASE("a_long_stay_lists_every_review_and_shows_a_few_cuts_spread_over_it") {
  const std::string stay =
      "[{ level = \"residential\", at = \"lakeside\", schedule = \"90 days\", room_and_board = \"included\" }]";
  const StepAuthorization step =
      course(plan_text(kInsured, kProviderLiable), treatment_text("", stay)).authorization.at(0);
  CHECK(step.reviews.size() == 17);  // 7, 12, … 87
  const std::vector<AuthorizationBranch> cuts = branches_of(step, BranchKind::cut);
  REQUIRE(cuts.size() == kMostCuts);
  CHECK(cuts.front().from == step.reviews.front());
  CHECK(cuts.back().from == step.reviews.back());
}

TEST_CASE("a_step_down_and_another_facility_need_a_new_request") {
  const std::string steps =
      "[{ level = \"residential\", at = \"lakeside\", schedule = \"7 days\", room_and_board = \"included\" }, "
      "{ level = \"residential\", at = \"lakeside\", schedule = \"7 days\", room_and_board = \"included\" }, "
      "{ level = \"residential\", at = \"harbor\", schedule = \"7 days\", room_and_board = \"included\" }, "
      "{ level = \"iop\", at = \"lakeside\", schedule = \"3 days/week for 2 weeks\" }]";
  const OptionEstimate option =
      course(plan_text(kInsured, kProviderLiable) + "[prior_auth]\nrequired = true\n", treatment_text("", steps));
  REQUIRE(option.authorization.size() == 4);
  CHECK_FALSE(option.authorization[0].new_request);
  CHECK_FALSE(option.authorization[1].new_request);
  CHECK(option.authorization[2].new_request);
  CHECK(option.authorization[3].new_request);
}

TEST_CASE("who_must_ask_is_the_plans_word_or_what_is_usual") {
  const StepAuthorization usual =
      course(plan_text(kInsured, kProviderLiable), treatment_text("", kProgram)).authorization.at(0);
  CHECK(usual.requested_by == "provider");
  CHECK(usual.requested_by_assumed);
  const StepAuthorization stated =
      course(plan_text(kInsured, kProviderLiable + ", requested_by = \"member\""), treatment_text("", kProgram))
          .authorization.at(0);
  CHECK(stated.requested_by == "member");
  CHECK_FALSE(stated.requested_by_assumed);
}

TEST_CASE("business_days_skip_weekends") {
  struct Row {
    std::string from;
    std::int32_t count;
    std::string to;
  };
  // 12 January 2026 is a Monday.
  const std::vector<Row> rows = {{"2026-01-12", 2, "2026-01-14"},
                                 {"2026-01-15", 2, "2026-01-19"},
                                 {"2026-01-16", 1, "2026-01-19"},
                                 {"2026-01-17", 2, "2026-01-20"},
                                 {"2026-01-18", 0, "2026-01-18"}};
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CHECK(to_iso(add_business_days(day(row.from), row.count)) == row.to);
  }
  CHECK(to_iso(business_day_on_or_before(day("2026-01-18"))) == "2026-01-16");
  CHECK(to_iso(business_day_on_or_before(day("2026-01-16"))) == "2026-01-16");
}
