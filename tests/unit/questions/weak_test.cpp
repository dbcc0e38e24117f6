// Stated values whose evidence is weak are asked about again.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cases.h"

using namespace preauth;
using namespace preauth::test;

namespace {

bool is_weak(const Comparison& comparison, const std::string& id, const std::string& path) {
  const Question* question = find(comparison, id);
  return question != nullptr && question->reason == QuestionReason::weak && field(*question, path) != nullptr;
}

std::string said(const std::string& value, const std::string& evidence) {
  return "{ is = \"" + value + "\", evidence = \"" + evidence + "\" }";
}

const std::string kIop = option("{ level = \"iop\" }");

}  // namespace

TEST_CASE("a_call_a_portal_and_an_assumption_are_weak_and_a_document_or_a_written_answer_is_not") {
  struct Row {
    std::string evidence;
    bool weak;
  };
  const std::vector<Row> rows = {
      {"plan document", false}, {"written answer", false}, {"call", true}, {"portal", true}, {"assumption", true}};
  for (const Row& row : rows) {
    CAPTURE(row.evidence);
    const Case share{"", "[benefits.iop]\nin = " + said("20% coinsurance after deductible", row.evidence) + "\n", "",
                     kIop};
    CHECK(is_weak(compared(share), "C4", "benefits.iop.in") == row.weak);
    const Case same_as{"",
                       "[benefits.outpatient-other]\nin = \"20% coinsurance after deductible\"\n[benefits.iop]\n"
                       "same_as = " +
                           said("outpatient-other", row.evidence) + "\n",
                       "", kIop};
    CHECK(is_weak(compared(same_as), "C6", "benefits.iop.same_as") == row.weak);
    const Case network{"", "", "",
                       "[[facilities]]\nid = \"lakeside\"\nnetwork = " + said("in", row.evidence) + "\n" +
                           option("{ level = \"iop\", at = \"lakeside\" }")};
    CHECK(is_weak(compared(network), "B1", "facilities.lakeside.network") == row.weak);
    const Case deductible{
        "", "[deductible]\nin = " + said("$1,000", row.evidence) + "\n[out_of_pocket_max]\nin = \"$5,000\"\n", "",
        kIop};
    CHECK(is_weak(compared(deductible), "C1", "deductible.in.individual") == row.weak);
  }
}

TEST_CASE("the_words_of_the_row_that_a_level_falls_under_count_as_its_own") {
  const Case made{"",
                  "[benefits.outpatient-other]\nin = " + said("20% coinsurance after deductible", "portal") +
                      "\n[benefits.iop]\nsame_as = \"outpatient-other\"\n",
                  "", kIop};
  CHECK(is_weak(compared(made), "C4", "benefits.outpatient-other.in"));
}

// The estimate is made on 2026-01-05; amounts are stale after 30 days.
TEST_CASE("amounts_used_so_far_grow_old_before_today_or_the_start") {
  struct Row {
    std::string as_of;
    std::string start;
    bool weak;
  };
  const std::vector<Row> rows = {
      {"2025-12-06", "2026-01-05", false},  // 30 days before both
      {"2025-12-05", "2026-01-05", true},   // 31
      {"2026-01-05", "2026-02-04", false},  // 30 days before the start
      {"2026-01-05", "2026-02-05", true},   // 31
  };
  for (const Row& row : rows) {
    CAPTURE(row.as_of);
    CAPTURE(row.start);
    const Case made{"", "", "start = " + row.start + "\n",
                    kIop + "[so_far]\nas_of = " + row.as_of + "\ndeductible = { in = \"$100\" }\n"};
    const Comparison comparison = compared(made);
    const Question* question = find(comparison, "C2");
    REQUIRE(question != nullptr);
    CHECK((question->reason == QuestionReason::weak) == row.weak);
    CHECK(question->reason_detail == (row.weak ? "stale-amounts" : ""));
  }
}

TEST_CASE("no_date_is_not_an_old_date") {
  const Case made{"", "", "", kIop + "[so_far]\ndeductible = { in = \"$100\" }\n"};
  CHECK(find(compared(made), "C2")->reason != QuestionReason::weak);
}
