// What becomes of an answer: written, already there, weaker than what the file says, or refused with everything left as
// it was.

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "sheets.h"

namespace preauth {
namespace {

using test::answer;
using test::answer_part;
using test::Desk;
using test::Outcomes;
using test::usual_head;
using Fates = std::vector<AnswerFate>;
using Ids = std::vector<std::string>;

const std::string kCall = "evidence = \"call\", source = \"call 2026-01-05, Dana R., ref 12345\" }";
const std::string kPlanHead = "[plan]\nid = \"acme\"\nyear = 2026\n";
const std::string kClient = "[client]\nid = \"alex\"\n";

TEST_CASE("answers_go_into_both_files_with_who_said_it_and_when") {
  Desk desk;
  const std::string other = "[benefits.outpatient-other]\nin = \"$50 copay\"\n";
  desk.plan = kPlanHead + other + "[benefits.iop]\nsame_as = \"unknown\"  # ask\n";
  desk.treatment = kClient + "[so_far]\nas_of = 2025-12-01\ndeductible = { in = \"$100\" }\n";
  const Outcomes done = answer(
      desk, usual_head() +
                answer_part("C6", "benefits.iop.same_as", "unknown", "\"outpatient-other\"", "words = \"other\"\n") +
                answer_part("C2", "so_far.deductible.in", "$100", "\"$500\""));
  CHECK(done.ids() == Ids{});
  CHECK(done.plan == kPlanHead + other +
                         "[benefits.iop]\nsame_as = { is = \"outpatient-other\", evidence = \"call\", source = \"call "
                         "2026-01-05, Dana R., ref 12345\", quote = \"other\" }  # ask\n");
  // What was used so far is as of the call.
  CHECK(done.treatment ==
        kClient + "[so_far]\nas_of = 2026-01-05\ndeductible = { in = { is = \"$500\", " + kCall + " }\n");
  REQUIRE(done.answered.outcomes.size() == 3);
  CHECK(done.answered.outcomes[1].before == "$100");
  CHECK(done.answered.outcomes[1].after == "$500");
  CHECK(done.answered.outcomes[2].field == "so_far.as_of");
}

TEST_CASE("answering_twice_changes_nothing") {
  Desk desk;
  desk.plan = kPlanHead + "[benefits.iop]\nprior_auth = \"unknown\"\n";
  desk.treatment = kClient;
  const std::string sheet = usual_head() + answer_part("D1", "benefits.iop.prior_auth.required", "unknown", "\"yes\"") +
                            answer_part("D6", "benefits.iop.prior_auth.first", "", "\"5 days\"") +
                            answer_part("C2", "so_far.deductible.in", "", "500");
  const Outcomes once = answer(desk, sheet);
  CHECK(once.ids() == Ids{});
  CHECK(once.fates == Fates(4, AnswerFate::written));
  desk.plan = once.plan;
  desk.treatment = once.treatment;
  const Outcomes twice = answer(desk, sheet);
  CHECK(twice.ids() == Ids{});
  CHECK(twice.fates == Fates(3, AnswerFate::same));
  CHECK(twice.plan == once.plan);
  CHECK(twice.treatment == once.treatment);
}

struct Meeting {
  std::string name;
  std::string in_file;  // the line of benefits.iop
  std::string was;
  std::string more;  // of the answer, "$40 copay"
  AnswerFate fate;
};

TEST_CASE("better_evidence_stays_and_equal_evidence_gives_way_to_the_newer") {
  const std::string forty = "$40 copay";
  const std::vector<Meeting> meetings = {
      {"the file says nothing", "", "", "", AnswerFate::written},
      {"unknown, from the document", "in = \"unknown\"\n", "unknown", "", AnswerFate::written},
      {"plain value of a plan: its document", "in = \"$30 copay\"\n", "$30 copay", "", AnswerFate::weaker},
      {"document against document", "in = \"$30 copay\"\n", "$30 copay", "evidence = \"plan document\"\n",
       AnswerFate::written},
      {"assumption", "in = { is = \"$30 copay\", evidence = \"assumption\" }\n", "$30 copay", "", AnswerFate::written},
      {"written answer", "in = { is = \"$30 copay\", evidence = \"written answer\" }\n", "$30 copay", "",
       AnswerFate::weaker},
      {"call before", "in = { is = \"$30 copay\", evidence = \"call\", source = \"call 2026-01-02\" }\n", "$30 copay",
       "", AnswerFate::written},
      {"call since", "in = { is = \"$30 copay\", evidence = \"call\", source = \"call 2026-02-02\" }\n", "$30 copay",
       "", AnswerFate::older},
      {"the same, as good", "in = { is = \"$40 copay\", evidence = \"call\" }\n", "", "", AnswerFate::same},
      {"the same, better", "in = \"$40 copay\"\n", "$40 copay", "", AnswerFate::same},
      {"the same, worse", "in = { is = \"$40 copay\", evidence = \"portal\" }\n", "$40 copay", "", AnswerFate::written},
  };
  for (const Meeting& meeting : meetings) {
    CAPTURE(meeting.name);
    Desk desk;
    desk.plan = kPlanHead + "[benefits.iop]\n" + meeting.in_file;
    const std::string sheet =
        usual_head() + answer_part("C4", "benefits.iop.in", meeting.was, "\"" + forty + "\"", meeting.more);
    const Outcomes done = answer(desk, sheet);
    CHECK(done.fates == Fates{meeting.fate});
    CHECK_FALSE(done.diagnostics.has_errors());
    CHECK((done.plan == desk.plan) == (meeting.fate != AnswerFate::written));
    if (meeting.fate == AnswerFate::same) continue;
    // What is held back is written when it is asked for.
    desk.replace_stronger = true;
    CHECK(answer(desk, sheet).fates == Fates{AnswerFate::written});
  }
}

TEST_CASE("what_somebody_typed_into_a_treatment_gives_way_to_any_answer") {
  Desk desk;
  desk.treatment = kClient + "[[facilities]]\nid = \"lakeside\"\nnetwork = \"in\"\n";
  const Outcomes done = answer(desk, usual_head() + answer_part("B1", "facilities.lakeside.network", "in", "\"out\"",
                                                                "evidence = \"portal\"\nsource = \"provider list\"\n"));
  CHECK(done.fates == Fates{AnswerFate::written});
  CHECK(done.treatment == kClient +
                              "[[facilities]]\nid = \"lakeside\"\nnetwork = { is = \"out\", evidence = \"portal\", "
                              "source = \"provider list\" }\n");
}

TEST_CASE("a_value_that_changed_since_the_sheet_was_written_is_an_error_with_both_places") {
  Desk desk;
  desk.plan = kPlanHead + "[benefits.iop]\nin = \"$30 copay\"\n";
  const Outcomes done = answer(desk, usual_head() + answer_part("C4", "benefits.iop.in", "$25 copay", "\"$40 copay\""));
  CHECK(done.ids() == Ids{"answer.stale"});
  const Diagnostic& stale = done.problem("answer.stale");
  CHECK(done.sheet_line(stale) == "value = \"$40 copay\"");
  CHECK(stale.message ==
        "`benefits.iop.in` has changed since the sheet was written: it was \"$25 copay\" and is now \"$30 copay\"");
  REQUIRE(stale.related.size() == 1);
  CHECK(done.sources.text(stale.related[0].at) == "\"$30 copay\"");
}

struct Refusal {
  std::string name;
  std::string plan;
  std::string part;
  std::string id;
  std::string line;  // of the sheet
};

TEST_CASE("an_answer_that_does_not_read_points_at_the_sheet_and_changes_nothing") {
  const std::string iop = kPlanHead + "[benefits.iop]\nlimit = [\"5 days per year\"]\n";
  const std::vector<Refusal> refusals = {
      {"phrase", iop, answer_part("C4", "benefits.iop.in", "", "\"$40 copy\""), "phrase.unexpected-word",
       "value = \"$40 copy\""},
      {"bare number", iop, answer_part("C4", "benefits.iop.in", "", "40"), "plan.bare-number", "value = 40"},
      {"row", iop, answer_part("C6", "benefits.iop.same_as", "", "\"outpatient-othr\""), "file.unknown-benefit",
       "value = \"outpatient-othr\""},
      {"yes or no", iop, answer_part("D1", "benefits.iop.prior_auth.required", "", "\"maybe\""), "file.expected-yes-no",
       "value = \"maybe\""},
      {"key", iop, answer_part("C4", "benefits.iop.inn", "", "\"$40 copay\""), "plan.unknown-key",
       "field = \"benefits.iop.inn\""},
      {"several values", iop, answer_part("E2", "benefits.iop.limit", "", "\"9 days per year\""),
       "answer.several-values", "value = \"9 days per year\""},
      {"no facility", iop, answer_part("B1", "facilities.lakeside.network", "", "\"in\""), "answer.no-element",
       "field = \"facilities.lakeside.network\""},
      {"a loop of rows", kPlanHead + "[benefits.iop]\nsame_as = \"php\"\n[benefits.php]\n",
       answer_part("C6", "benefits.php.same_as", "", "\"iop\""), "plan.same-as-loop", ""},
  };
  for (const Refusal& refusal : refusals) {
    CAPTURE(refusal.name);
    Desk desk;
    desk.plan = refusal.plan;
    desk.treatment = kClient + "[[facilities]]\nid = \"riverside\"\n";
    const Outcomes done = answer(desk, usual_head() + refusal.part);
    REQUIRE(done.ids() == Ids{refusal.id});
    CHECK(done.diagnostics.has_errors());
    if (!refusal.line.empty()) CHECK(done.sheet_line(done.problem(refusal.id)) == refusal.line);
  }
}

TEST_CASE("a_caret_points_into_the_phrase_of_the_sheet") {
  const Outcomes done =
      answer(Desk{}, usual_head() + answer_part("C4", "benefits.iop.in", "", "\"$40 copay aftr deductible\""));
  REQUIRE(done.diagnostics.has_errors());
  CHECK(done.sources.text(done.diagnostics.all().front().at) == "aftr");
}

TEST_CASE("a_sheet_for_other_files_is_refused") {
  const std::string part = answer_part("C4", "benefits.iop.in", "", "\"$40 copay\"");
  const std::string call = "[call]\ndate = 2026-01-05\n";
  Desk desk;
  CHECK(answer(desk, "[sheet]\nplan = \"other\"\ntreatment = \"alex\"\n" + call + part).ids() ==
        Ids{"answer.other-plan"});
  CHECK(answer(desk, "[sheet]\nplan = \"acme\"\ntreatment = \"sam\"\n" + call + part).ids() ==
        Ids{"answer.other-treatment"});
  CHECK(answer(desk, "[sheet]\nplan = \"acme\"\n" + call + part).ids() == Ids{});
  desk.treatment.clear();
  CHECK(answer(desk, "[sheet]\nplan = \"acme\"\ntreatment = \"alex\"\n" + call + part).ids() ==
        Ids{"answer.needs-treatment"});
}

TEST_CASE("answers_about_a_treatment_without_a_file_make_one_for_the_usual_options") {
  Desk desk;
  desk.treatment.clear();
  const std::string sheet =
      "[sheet]\nplan = \"acme\"\ntreatment = \"\"\n[call]\ndate = 2026-01-05\n"
      "representative = \"Dana R.\"\nreference = \"12345\"\n" +
      answer_part("G4", "facilities.FACILITY.prices.iop.allowed", "", "\"$300/day\"") +
      answer_part("C2", "so_far.deductible.in", "", "\"$500\"");
  const Outcomes done = answer(desk, sheet);
  CHECK(done.ids() == Ids{});
  CHECK(done.treatment ==
        "\n[[facilities]]\nid = \"facility\"\n"
        "network = { is = \"in\", evidence = \"assumption\" }\n"
        "prices = { iop = { allowed = { is = \"$300/day\", " +
            kCall +
            " } }\n\n"
            "[so_far]\ndeductible = { in = { is = \"$500\", " +
            kCall + " }\nas_of = 2026-01-05\n");
  // The new file takes the same sheet again.
  desk.treatment = done.treatment;
  CHECK(answer(desk, sheet).fates == Fates(2, AnswerFate::same));
}

TEST_CASE("what_the_answers_leave_wrong_together_is_found") {
  Desk desk;
  desk.plan = kPlanHead + "[deductible]\nin = \"$2,000\"\n[out_of_pocket_max]\nin = \"unknown\"\n";
  const Outcomes done =
      answer(desk, usual_head() + answer_part("C7", "out_of_pocket_max.in.individual", "unknown", "\"$1,000\""));
  CHECK(done.ids() == Ids{"plan.maximum-below-deductible"});
}

TEST_CASE("the_last_day_something_was_used_never_goes_back") {
  Desk desk;
  desk.treatment = kClient + "[so_far]\nas_of = 2026-01-20\n";
  desk.as_of = "2026-02-01";
  const Outcomes done = answer(desk, usual_head() + answer_part("C2", "so_far.deductible.in", "", "\"$500\""));
  CHECK(done.treatment == desk.treatment + "deductible = { in = { is = \"$500\", " + kCall + " }\n");
}

}  // namespace
}  // namespace preauth
