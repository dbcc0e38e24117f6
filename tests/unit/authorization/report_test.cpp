#include <string>

#include <doctest/doctest.h>

#include "report/authorization_report.h"
#include "written.h"

using namespace preauth;
using namespace preauth::test;

namespace {

std::string page_of(const OptionEstimate& option) {
  TextPage page(TextStyle{});
  put_authorization(page, option, Lang::en);
  return page.take();
}

std::string json_of(const OptionEstimate& option) {
  JsonWriter json;
  json.begin_object();
  write_authorization(json, option);
  json.end_object();
  return json.take();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("authorization_is_shown_with_its_clock_branches_and_days") {
  // 1,200 + 140 × 12 = 2,880 as approved, 1,200 + 140 × 7 = 2,180 when cut, and 5 × 1,400 more if that is the
  // patient's.
  CHECK(page_of(written_comparison().options[0]) ==
        "Authorization\n"
        "  Program (residential), 12 Jan 2026 – 23 Jan 2026: authorization is required.\n"
        "    Approved at first: 7 days. More at each review: 5 days. (Assumed: the plan\n"
        "      does not say.)\n"
        "    Reviews, for the days from: 19 Jan 2026.\n"
        "    Who asks for it: in network usually the place of care (assumed). Make sure\n"
        "      that they do.\n"
        "    Published shares of such requests refused: 5% – 33%, about 17% in the\n"
        "      middle. Few and old figures, no forecast (assumed). (Connecticut 2015)\n"
        "    What happens                            you pay  each day more  borne by\n"
        "    approved as planned                      $2,880\n"
        "    cut from 19 Jan 2026            $2,180 – $9,180    $0 – $1,400  unknown: ask\n"
        "    refused, after you agreed in            $16,800         $1,400  you\n"
        "    writing to pay\n"
        "    refused at the first review,             $2,880\n"
        "    urgent appeal won\n"
        "  Time to decide: 72 hours if it is urgent, else 15 days (ERISA, the federal\n"
        "    rules for employer plans).\n"
        "  More days of approved care: 24 hours, if it is urgent and asked 24 hours\n"
        "    before the approval ends.\n"
        "  An urgent appeal: 72 hours. Care under way should stay covered until then:\n"
        "    have the plan confirm it.\n"
        "\n"
        "What to do by when\n"
        "  9 Jan 2026: Have lakeside ask for an urgent decision on the residential\n"
        "    program. The plan has 72 hours.\n"
        "  16 Jan 2026: Have lakeside send clinical notes on the residential program for\n"
        "    the days from 19 Jan 2026.\n");
}

TEST_CASE("a_state_law_is_shown_with_its_source_and_as_possible_when_it_is_not_certain") {
  OptionEstimate option = written_comparison().options[0];
  StateRule rule;
  rule.state = "NY";
  rule.text = "No review in the first 28 days.";
  rule.citation.title = "Insurance Law 3216";
  option.authorization[0].state_law = rule;
  CHECK(has(page_of(option), "NY law may apply"));
  CHECK(has(json_of(option), R"("state_rule": {"state": "NY", "certain": false, )"));
  option.authorization[0].state_rule_certain = true;
  CHECK(has(page_of(option), "NY law: No review in the first 28 days. (Insurance Law 3216)"));
  CHECK(has(page_of(option), "the plan asks for"));
}

TEST_CASE("every_clock_has_its_sentence") {
  struct Row {
    std::string id;
    std::int32_t days;
    std::string words;
  };
  const std::vector<Row> rows = {{"erisa", 15, "(ERISA, the federal"},
                                 {"erisa-and-aca", 15, "ERISA and the"},
                                 {"aca", 15, "(Affordable"},
                                 {"erisa-or-aca", 15, "ERISA or the"},
                                 {"medicare-advantage", 7, "(Medicare"},
                                 {"medicaid", 7, "(Medicaid and"},
                                 {"tricare", 0, "no federal deadline was found"},
                                 {"unknown-kind", 0, "depends on the kind of plan"}};
  for (const Row& row : rows) {
    CAPTURE(row.id);
    OptionEstimate option = written_comparison().options[0];
    option.authorization[0].clock->id = row.id;
    option.authorization[0].clock->standard_days = row.days;
    CHECK(has(page_of(option), row.words));
  }
}

TEST_CASE("tasks_say_who_does_what_by_when") {
  OptionEstimate option = written_comparison().options[0];
  CHECK(
      task_sentences(option, Lang::en) ==
      std::vector<std::string>{
          "9 Jan 2026: Have lakeside ask for an urgent decision on the residential program. The plan has 72 hours.",
          "16 Jan 2026: Have lakeside send clinical notes on the residential program for the days from 19 Jan 2026."});
  option.tasks.resize(1);
  option.tasks[0].detail = "standard";
  option.tasks[0].facility.clear();
  option.authorization[0].required = RequiredState::unknown;
  CHECK(task_sentences(option, Lang::en).front() ==
        "9 Jan 2026: Ask whether the residential program has to be authorized. If so: Have the place of care ask the "
        "plan "
        "to authorize the residential program. The plan may take 15 days.");
  option.authorization[0].required = RequiredState::yes;
  option.authorization[0].requested_by = "member";
  option.tasks[0].id = "new-request";
  option.tasks[0].detail = "";
  CHECK(task_sentences(option, Lang::en).front() ==
        "9 Jan 2026: Ask the plan to authorize the residential program, and how long that takes. The approval of the "
        "care "
        "before does not cover it.");
}

TEST_CASE("json_carries_dates_clock_chance_branches_and_tasks") {
  const std::string json = json_of(written_comparison().options[0]);
  for (
      const std::string part :
      {R"("first_day": "2026-01-12")", R"("first_days": 7)", R"("then_every": 5)", R"("cadence_assumed": true)",
       R"("reviews": ["2026-01-19"])", R"("requested_by": "provider")", R"("requested_by_assumed": true)",
       R"("new_request": false)",
       R"("clock": {"id": "erisa", "urgent_hours": 72, "standard_days": 15, "extension_hours": 24, )"
       R"("extension_ahead_hours": 24, "appeal_hours": 72, "appeal_days": 180, "coverage_continues": true, )"
       R"("source": "29 CFR 2560.503-1"})",
       R"("state_rule": null)",
       R"("chance_refused": {"low": "0.05", "likely": "0.17", "high": "0.33", "assumed": true, "source": "Connecticut 2015"})",
       R"({"branch": "cut", "liable": "unknown", "patient": "2180.00", "patient_low": "2180.00", "patient_high": )"
       R"("9180.00", "per_day_low": "0.00", "per_day_high": "1400.00", "from": "2026-01-19"})",
       R"({"on": "2026-01-16", "task": "review", "step": 1, "level": "residential", "facility": "lakeside", "detail": "2026-01-19"})"}) {
    CAPTURE(part);
    CHECK(has(json, part));
  }
}
