// Which clock binds which plan.

#include <doctest/doctest.h>

#include "course.h"
#include "engine/authorization_clock.h"
#include "reference/builtin.h"

using namespace preauth;
using namespace preauth::test;

namespace {

Plan plan_with(const std::string& head) {
  return plan("[plan]\nid = \"p\"\nname = \"P\"\nyear = \"2026-01-01..2026-12-31\"\n" + head);
}

}  // namespace

TEST_CASE("the_kind_of_plan_and_who_pays_decide_the_clock") {
  struct Row {
    std::string head;
    std::string clock;
    std::int32_t urgent_hours;
    std::int32_t standard_days;
  };
  const std::vector<Row> rows = {
      {"kind = \"ppo\"\nfunding = \"self-funded\"\n", "erisa", 72, 15},
      {"kind = \"hmo\"\nfunding = \"insured\"\nmarket = \"large group\"\n", "erisa-and-aca", 72, 15},
      {"kind = \"hmo\"\nfunding = \"insured\"\nmarket = \"large group\"\ngrandfathered = true\n", "erisa", 72, 15},
      // Bought on an exchange: the 7-day clock does not bind it.
      {"kind = \"hmo\"\nfunding = \"insured\"\nmarket = \"individual\"\n", "aca", 72, 15},
      {"kind = \"hmo\"\nfunding = \"insured\"\nmarket = \"individual\"\ngrandfathered = true\n", "outside", 0, 0},
      {"kind = \"epo\"\n", "erisa-or-aca", 72, 15},
      {"kind = \"pos\"\nfunding = \"government\"\n", "aca", 72, 15},
      {"kind = \"medicare-advantage\"\n", "medicare-advantage", 72, 7},
      {"kind = \"medicaid\"\n", "medicaid", 72, 7},
      {"kind = \"chip\"\n", "medicaid", 72, 7},
      {"kind = \"medicare\"\n", "original-medicare", 0, 0},
      {"kind = \"tricare\"\n", "tricare", 0, 0},
      {"kind = \"fehb\"\n", "fehb", 0, 0},
      {"kind = \"short-term\"\n", "outside", 0, 0},
      {"kind = \"sharing-ministry\"\n", "outside", 0, 0},
      {"kind = \"unknown\"\n", "unknown-kind", 0, 0},
      {"kind = \"unknown\"\nfunding = \"self-funded\"\n", "erisa", 72, 15},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head);
    const Plan plan = plan_with(row.head);
    CHECK(decision_clock_of(plan) == row.clock);
    const std::optional<DecisionClock> clock = decision_clock(builtin_reference(), plan, day("2026-03-02"));
    REQUIRE(clock.has_value());
    CHECK(clock->urgent_hours == row.urgent_hours);
    CHECK(clock->standard_days == row.standard_days);
    CHECK(clock->coverage_continues == (row.standard_days == 15));
  }
}

TEST_CASE("the_seven_day_clock_begins_with_2026") {
  const Plan plan = plan_with("kind = \"medicare-advantage\"\n");
  CHECK(decision_clock(builtin_reference(), plan, day("2025-12-31"))->standard_days == 14);
  CHECK(decision_clock(builtin_reference(), plan, day("2026-01-01"))->standard_days == 7);
}

TEST_CASE("an_urgent_request_to_extend_is_answered_in_a_day_under_employer_rules_only") {
  const std::optional<DecisionClock> employer =
      decision_clock(builtin_reference(), plan_with("kind = \"ppo\"\nfunding = \"self-funded\"\n"), day("2026-01-12"));
  CHECK(employer->extension_hours == 24);
  CHECK(employer->extension_ahead_hours == 24);
  CHECK(employer->appeal_hours == 72);
  CHECK(employer->appeal_days == 180);
  const std::optional<DecisionClock> advantage =
      decision_clock(builtin_reference(), plan_with("kind = \"medicare-advantage\"\n"), day("2026-01-12"));
  CHECK(advantage->extension_hours == 0);
}

TEST_CASE("every_clock_and_chance_is_cited") {
  for (const DecisionClock& clock : builtin_reference().clocks) {
    CAPTURE(std::string(clock.id));
    CHECK_FALSE(clock.citation.title.empty());
    CHECK((clock.standard_days > 0) == (clock.citation.grade == Grade::A));
  }
  for (const RefusalChance& chance : builtin_reference().chances) {
    CAPTURE(std::string(id(chance.level)));
    CHECK(chance.low < chance.likely);
    CHECK(chance.likely < chance.high);
    CHECK(chance.citation.grade == Grade::C);
    CHECK_FALSE(chance.citation.url.empty());
  }
}
