// Every question of the catalogue, and the smallest case that raises it.

#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cases.h"
#include "engine/question_words.h"
#include "reference/builtin.h"

using namespace preauth;
using namespace preauth::test;

namespace {

struct TriggerRow {
  std::string ids;  // separated by blanks
  Case made;
};

const std::string kClient = "coverage = \"individual\"\nother_coverage = \"no\"\n";
const std::string kUsualStart = "start = 2026-01-12\n";
const std::string kPlace = "[[facilities]]\nid = \"lakeside\"\nkind = \"freestanding\"\n";
const std::string kIop = option("{ level = \"iop\" }");
const std::string kResidential = option("{ level = \"residential\" }");
const std::string kOutpatient = option("{ level = \"outpatient\" }");
const std::string kOutOfNetwork = kPlace + "network = \"out\"\n" + option("{ level = \"iop\", at = \"lakeside\" }");
const std::string kIopRow = "[benefits.iop]\nin = \"20% coinsurance after deductible\"\n";

std::vector<TriggerRow> rows() {
  return {
      {"A1 A5 L1 L2 C1 C2 C4 D1 E2 E6", {"", "", "", kOutpatient}},
      {"A2 C14 J3", {"", "", kClient + "start = 2026-12-20\n", kResidential}},
      {"A3", {"kind = \"ppo\"\nfunding = \"unknown\"\n", "", "", kOutpatient}},
      {"A4 A8 C9", {"kind = \"unknown\"\n", "", "", kOutpatient}},
      {"A6 L4", {"", "", "other_coverage = \"yes\"\n" + kUsualStart, kOutpatient}},
      {"A7 E1", {"", "", "", kResidential}},
      {"A8", {"kind = \"short-term\"\n", "", "", kOutpatient}},
      {"A9 K7", {"", "", "age = 20\n" + kUsualStart, kOutpatient}},
      {"A10 H1 H7", {"", "", "condition = \"substance use\"\n" + kUsualStart, kOutpatient}},
      {"B1 B4 B6 C11 D7 E7 G1 G2 G3 G5 P1 P2 P3 P5 P6", {"", "", "", kIop}},
      {"B1 F1 F2 P4",
       {"", kIopRow, "", kPlace + "network = \"unknown\"\n" + option("{ level = \"iop\", at = \"lakeside\" }")}},
      {"B2 G4", {"", "", "", kPlace + "network = \"in\"\n" + option("{ level = \"iop\", at = \"lakeside\" }")}},
      {"B3",
       {"", "[benefits.iop]\nin = \"20%\"\ntier2 = \"30%\"\n", "",
        kPlace + "network = \"in\"\n" + option("{ level = \"iop\", at = \"lakeside\" }")}},
      {"B5 I3 I6", {"", "", "", kOutpatient}},
      {"B7", {"kind = \"hmo\"\n", "", "", kOutpatient}},
      {"B8 E6 E8 E11 G5 H5 J1 J4", {"", "", "", kResidential}},
      {"C1", {"", "[deductible]\nin = \"unknown\"\n[out_of_pocket_max]\nin = \"$5,000\"\n", "", kOutpatient}},
      {"C3", {"kind = \"hdhp\"\n", "[benefits.iop]\nin = \"$40 copay; deductible does not apply\"\n", "", kIop}},
      {"C5", {"", "[benefits.iop]\nin = \"$40 copay; deductible does not apply\"\n", "", kIop}},
      {"C6", {"", "[benefits.office-visit]\nin = \"$30 copay; deductible does not apply\"\n", "", kIop}},
      {"C7", {"", "[deductible]\nin = \"$1,000\"\n[out_of_pocket_max]\nin = \"unknown\"\n", "", kOutpatient}},
      {"C8 C15 G6 L5", {"", "", "", kOutpatient}},
      {"C9",
       {"",
        "[deductible]\nin = \"$1,000\"\n[[deductible.separate]]\nname = \"drugs\"\nbenefits = [\"drug\"]\n"
        "in = \"$300\"\n",
        "", kOutpatient}},
      {"C10 I4", {"kind = \"hdhp\"\nhsa_qualified = true\n", "", "", kOutpatient}},
      {"C12",
       {"", "[benefits.inpatient]\nin = \"$500 copay per admission after deductible\"\n", "",
        option("{ level = \"inpatient\" }")}},
      {"C13 J6 F8", {"", "", "", option("{ level = \"inpatient\", emergency = true }")}},
      {"D2 D3 D4 D5 D6 D8 D15", {"", kIopRow + "prior_auth = \"required\"\n", "", kIop}},
      {"D9 D13 L3", {"", kIopRow + "prior_auth = \"required\"\n", kClient + "start = 2025-12-29\n", kIop}},
      {"D10 E12", {"", "", "", option("{ level = \"detox\" }")}},
      {"D11",
       {"kind = \"hmo\"\nfunding = \"insured\"\nstate = \"NY\"\n", "", "condition = \"substance use\"\n" + kUsualStart,
        kResidential}},
      {"D12", {"", "", "", option("{ level = \"residential\" }, { level = \"iop\" }")}},
      {"D14", {"", "", "", option("{ level = \"virtual-iop\" }, { level = \"outpatient\" }")}},
      {"E3 E5 K5", {"", kIopRow + "limit = \"30 days per year\"\n", "", kIop}},
      {"E4", {"", kIopRow, "", kIop}},
      {"E9", {"", "", "", option("{ level = \"outpatient\" }", "court-ordered")}},
      {"E10 H3 H6",
       {"", "[benefits.drug]\nin = \"$10 copay\"\n", "",
        option("{ level = \"mat\", lines = [{ benefit = \"drug\", price = { allowed = \"$50\" } }] }")}},
      {"F2 F3 F4 F5 F6 F7 F9 L4 P4", {"", "", "", kOutOfNetwork}},
      {"F1", {"", kIopRow, "", kOutOfNetwork}},
      {"F8", {"", "", "", option("{ level = \"inpatient\" }")}},
      {"G7", {"", "", "condition = \"both\"\n" + kUsualStart, kOutpatient}},
      {"H2 H4 I5", {"", "", "", option("{ level = \"mat\" }")}},
      {"I1 I2 I3 I5 I6", {"", "", "", option("{ level = \"virtual-iop\" }")}},
      {"J2", {"", "", kClient + "start = 2025-12-20\n", kResidential}},
      {"J5", {"", "", "", kOutpatient + "[life]\nunpaid_day_off = \"$180\"\n"}},
      {"J6 I2", {"", "", "", kOutpatient + "[life]\ntravel_per_visit = \"$12\"\n"}},
      {"K1 K2 K4 K6", {"", "[benefits.residential]\nin = \"not covered\"\n", "", kResidential}},
      {"K2 K3",
       {"",
        "[benefits.residential]\nin = \"20% coinsurance after deductible\"\nprior_auth = { required = true, "
        "first = \"7 days\", then = \"every 5 days\" }\n",
        "", kResidential}},
      {"K7", {"", "", "coverage = \"family\"\n" + kUsualStart, kOutpatient}},
  };
}

std::vector<std::string> split(const std::string& ids) {
  std::vector<std::string> all(1);
  for (const char c : ids) {
    if (c == ' ') {
      all.emplace_back();
    } else {
      all.back() += c;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("every_question_of_the_catalogue_is_raised_by_some_case") {
  std::set<std::string> raised;
  for (const TriggerRow& row : rows()) {
    const Comparison comparison = compared(row.made);
    CAPTURE(ids_of(comparison));
    for (const std::string& id : split(row.ids)) {
      CAPTURE(id);
      CHECK(find(comparison, id) != nullptr);
      raised.insert(id);
    }
  }
  for (const QuestionInfo& info : builtin_reference().questions) {
    CAPTURE(std::string(info.id));
    CHECK(raised.count(std::string(info.id)) == 1);
  }
}

TEST_CASE("every_when_of_the_catalogue_is_made_of_known_words_and_every_word_is_used") {
  WordSet used;
  for (const QuestionInfo& info : builtin_reference().questions) {
    CAPTURE(std::string(info.id));
    std::size_t alternatives = info.when.empty() ? 0 : 1;
    for (std::size_t at = info.when.find(" or "); at != std::string_view::npos; at = info.when.find(" or ", at + 1)) {
      ++alternatives;
    }
    const std::vector<WordSet> read = alternatives_of(info.when);
    CHECK(read.size() == alternatives);
    for (const WordSet& words : read) used |= words;
    CHECK((info.always || info.classic || !info.when.empty()));
  }
  for (std::size_t i = 0; i < question_words().size(); ++i) {
    CAPTURE(std::string(question_words()[i].name));
    CHECK(used.test(i));
  }
}

TEST_CASE("weekly_therapy_under_a_plan_that_says_everything_raises_little_more_than_what_is_always_asked") {
  const Case made{
      "",
      "[deductible]\nin = \"$0\"\n[out_of_pocket_max]\nin = \"$5,000\"\ncounts = { deductible = true, copay "
      "= true, coinsurance = true, out_of_network = true }\n[prior_auth]\nrequired = false\n"
      "[benefits.outpatient]\nin = \"$30 copay; deductible does not apply\"\nout = \"not covered\"\n"
      "limit = \"none\"\nreferral_required = false\n",
      "",
      kPlace + "network = \"in\"\nprices = { outpatient = { allowed = \"$130/visit\" } }\n" +
          option("{ level = \"outpatient\", at = \"lakeside\", schedule = \"16 visits\" }")};
  const Comparison comparison = compared(made, 1'000);
  // Classic and always: ten. B5 licenses, C15 a written figure, G6, I3, I6, L5: of any visit.
  CHECK(ids_of(comparison) == "A1 A5 C1 C2 C4 D1 E2 E6 L1 L2 B5 C15 I6 L5 G6 I3 ");
}

TEST_CASE("the_four_classic_topics_are_there_whatever_the_files_say") {
  for (const std::string& steps : {kIop, kResidential, kOutpatient}) {
    const Comparison comparison = compared({"", "", "", steps});
    for (const std::string id : {"C1", "C2", "C4", "D1", "E2", "E6"}) {
      CAPTURE(id);
      REQUIRE(find(comparison, id) != nullptr);
      CHECK(find(comparison, id)->classic);
    }
  }
}

TEST_CASE("what_contradicts_a_rule_is_asked_with_its_reason") {
  struct Row {
    std::string id;
    std::string detail;
    Case made;
  };
  const std::vector<Row> all = {
      {"C3",
       "hdhp-copay",
       {"kind = \"hdhp\"\n", "[benefits.iop]\nin = \"$40 copay; deductible does not apply\"\n", "", kIop}},
      {"C9",
       "behavioral-deductible",
       {"",
        "[deductible]\nin = \"$1,000\"\n[[deductible.separate]]\nname = \"behavioral\"\nbenefits = [\"iop\", "
        "\"residential\"]\nin = \"$500\"\n",
        "", kIop}},
      // 2026: $10,600 for one person
      {"C7",
       "above-federal-maximum",
       {"", "[deductible]\nin = \"$1,000\"\n[out_of_pocket_max]\nin = \"$12,000\"\n", "", kIop}},
      {"E5", "behavioral-limit", {"", kIopRow + "limit = \"30 days per year\"\n", "", kIop}},
  };
  for (const Row& row : all) {
    CAPTURE(row.id);
    const Comparison comparison = compared(row.made);
    const Question* question = find(comparison, row.id);
    REQUIRE(question != nullptr);
    CHECK(question->reason == QuestionReason::contradiction);
    CHECK(question->reason_detail == row.detail);
  }
}

TEST_CASE("the_strongest_alternative_names_the_reason") {
  const std::vector<WordSet> alternatives = alternatives_of("residential or iop no-facility or hdhp-copay");
  REQUIRE(alternatives.size() == 3);
  const WordSet level = alternatives_of("residential")[0];
  const WordSet place = alternatives_of("iop no-facility residential")[0];
  const WordSet all = place | alternatives_of("hdhp-copay")[0];
  CHECK_FALSE(match(alternatives, alternatives_of("iop")[0]).has_value());
  CHECK(match(alternatives, level)->word.empty());
  CHECK(match(alternatives, all)->word == "hdhp-copay");
  CHECK(match(alternatives, all)->reason == QuestionReason::contradiction);
  CHECK(alternatives_of("no-such-word or iop").size() == 1);
}
