// What to do by when. 12 January 2026 is a Monday.

#include <doctest/doctest.h>

#include "course.h"

using namespace preauth;
using namespace preauth::test;

namespace {

const std::string kEmployer = "kind = \"ppo\"\nfunding = \"self-funded\"\n";
using Listed = std::vector<std::string>;

}  // namespace

TEST_CASE("ask_so_early_that_the_plan_has_decided_before_the_first_day_and_send_notes_before_each_review") {
  const OptionEstimate program =
      course(plan_text(kEmployer, kProviderLiable), treatment_text("", kProgram), day("2025-12-20"));
  // 15 days before 12 January is Sunday 28 December: Friday 26. A day before 19 January is a Sunday: Friday 16. Before
  // 24 January: Friday 23. Before 29 January and 3 February: 28 January, 2 February. Before 8 February: Saturday 7, so
  // Friday 6.
  CHECK(listed(program.tasks) == Listed{"2025-12-26 request-authorization standard", "2026-01-16 review 2026-01-19",
                                        "2026-01-23 review 2026-01-24", "2026-01-28 review 2026-01-29",
                                        "2026-02-02 review 2026-02-03", "2026-02-06 review 2026-02-08"});
  CHECK(program.tasks[0].facility == "lakeside");
  CHECK(program.tasks[0].option == "program");
  CHECK(program.tasks[0].level == Level::residential);
}

TEST_CASE("when_the_usual_time_is_too_short_the_request_is_urgent_and_never_before_today") {
  struct Row {
    std::string as_of;
    std::string task;
  };
  const std::vector<Row> rows = {
      {"2025-12-26", "2025-12-26 request-authorization standard"},
      {"2025-12-27", "2026-01-09 request-authorization urgent"},  // 72 hours before 12 January is Friday 9
      {"2026-01-11", "2026-01-11 request-authorization urgent"},
      {"2026-01-14", "2026-01-14 request-authorization urgent"},  // care has begun: today
  };
  for (const Row& row : rows) {
    CAPTURE(row.as_of);
    const OptionEstimate program =
        course(plan_text(kEmployer, kProviderLiable), treatment_text("", kProgram), day(row.as_of));
    CHECK(listed(program.tasks).front() == row.task);
  }
}

TEST_CASE("without_a_known_clock_the_day_to_ask_is_today") {
  const OptionEstimate program =
      course(plan_text("kind = \"tricare\"\n", kProviderLiable), treatment_text("", kProgram), day("2026-01-05"));
  CHECK(listed(program.tasks).front() == "2026-01-05 request-authorization");
}

TEST_CASE("reviews_that_have_passed_are_left_out") {
  const OptionEstimate program =
      course(plan_text(kEmployer, kProviderLiable), treatment_text("", kProgram), day("2026-01-30"));
  CHECK(listed(program.tasks) == Listed{"2026-01-30 request-authorization urgent", "2026-02-02 review 2026-02-03",
                                        "2026-02-06 review 2026-02-08"});
}

TEST_CASE("a_step_down_is_asked_for_while_the_care_before_it_runs") {
  const std::string steps =
      "[{ level = \"detox\", at = \"lakeside\", schedule = \"5 days\" }, "
      "{ level = \"residential\", at = \"lakeside\", schedule = \"7 days\", room_and_board = \"included\" }]";
  const OptionEstimate option =
      course(plan_text(kEmployer, kProviderLiable) + "[benefits.detox]\nsame_as = \"residential\"\n",
             treatment_text("", steps), day("2026-01-05"));
  // Detox 12 to 16 January, the program from Saturday 17: 15 days before is before detox begins, so urgent,
  // Wednesday 14.
  CHECK(listed(option.tasks) == Listed{"2026-01-09 request-authorization urgent", "2026-01-14 new-request urgent"});
  CHECK(option.tasks[1].step == 2);
}

TEST_CASE("a_state_law_replaces_the_request_by_a_notice") {
  struct Row {
    std::string state;
    std::string task;
  };
  // New York: 2 business days after Monday 12 January. New Jersey: 48 hours.
  const std::vector<Row> rows = {{"NY", "2026-01-14 state-notice"}, {"NJ", "2026-01-14 state-notice"}};
  for (const Row& row : rows) {
    CAPTURE(row.state);
    const std::string head = "kind = \"ppo\"\nfunding = \"insured\"\nstate = \"" + row.state + "\"\n";
    const OptionEstimate program =
        course(plan_text(head, kProviderLiable), treatment_text("condition = \"substance use\"", kProgram));
    CHECK(listed(program.tasks) == Listed{row.task});
  }
}

TEST_CASE("over_a_weekend_business_days_and_hours_differ") {
  struct Row {
    std::string state;
    std::string task;
  };
  // Admitted on Friday 16 January: two business days end on Tuesday 20, 48 hours on Sunday 18.
  const std::vector<Row> rows = {{"NY", "2026-01-20 state-notice"}, {"NJ", "2026-01-18 state-notice"}};
  const std::string steps =
      "[{ level = \"residential\", at = \"lakeside\", schedule = \"14 days\", room_and_board = \"included\", start = "
      "2026-01-16 }]";
  for (const Row& row : rows) {
    CAPTURE(row.state);
    const std::string head = "kind = \"ppo\"\nfunding = \"insured\"\nstate = \"" + row.state + "\"\n";
    CHECK(listed(
              course(plan_text(head, kProviderLiable), treatment_text("condition = \"substance use\"", steps)).tasks) ==
          Listed{row.task});
  }
}

TEST_CASE("massachusetts_needs_the_request_before_the_15th_day_only") {
  const std::string head = "kind = \"ppo\"\nfunding = \"insured\"\nstate = \"MA\"\n";
  const std::string auth = "required = true, first = \"20 days\", liable = \"provider\"";
  const std::string steps = "[{ level = \"detox\", at = \"lakeside\", schedule = \"20 days\" }]";
  const OptionEstimate option = course(plan_text(head, auth, "detox"), treatment_text("", steps), day("2026-01-05"));
  // The 15th day is 26 January; 15 days before it is Sunday 11: Friday 9.
  CHECK(listed(option.tasks) == Listed{"2026-01-09 request-authorization standard", "2026-01-14 state-notice"});
}

TEST_CASE("after_an_emergency_admission_the_plan_is_told_within_a_day") {
  const std::string steps = "[{ level = \"inpatient\", at = \"harbor\", schedule = \"5 days\", emergency = true }]";
  const OptionEstimate option =
      course(plan_text(kEmployer, "required = true, first = \"3 days\", liable = \"provider\"", "inpatient"),
             treatment_text("", steps));
  // Reviewed from 15 January on, every 5 days (the usual): one review, notes on the 14th.
  CHECK(listed(option.tasks) == Listed{"2026-01-13 emergency-notice", "2026-01-14 review 2026-01-15"});
}

TEST_CASE("where_no_authorization_is_needed_there_is_nothing_to_do") {
  const OptionEstimate program = course(plan_text(kEmployer, "required = false"), treatment_text("", kProgram));
  CHECK(program.authorization.at(0).required == RequiredState::no);
  CHECK(program.authorization.at(0).branches.empty());
  CHECK(program.tasks.empty());
}
