// Levers, red flags and the sample in sentences.

#include <string>

#include <doctest/doctest.h>

#include "formats/json_writer.h"
#include "report/flag_words.h"
#include "report/lever_words.h"
#include "report/sample_words.h"

using namespace preauth;

namespace {

Money usd(std::int64_t dollars) { return Money::dollars(dollars); }

OptionEstimate option(const std::string& plan, const std::string& id, Level level) {
  OptionEstimate made;
  made.id = id;
  made.plan = plan;
  made.plan_index = plan == "p" ? 0 : 1;
  made.levels = {level};
  return made;
}

Comparison comparison() {
  Comparison made;
  made.plans.resize(1);
  made.plans[0].id = "p";
  made.plans[0].name = "Gold";
  made.options = {option("p", "iop", Level::iop), option("p", "day", Level::php)};
  return made;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("options_with_the_same_choice_share_a_sentence") {
  Comparison made = comparison();
  made.levers = {{"start-after-reset", "iop", "2027-01-01", usd(3280), usd(2320), "p"},
                 {"other-facility", "iop", "northgate", usd(2820), usd(2280), "p"},
                 {"start-after-reset", "day", "2027-01-01", usd(1680), usd(2320), "p"}};
  CHECK(
      lever_sentences(made, 3, Lang::en) ==
      Sentences{"Start on 1 Jan 2027, when the benefit year begins again: IOP about $960 less; Day program (PHP) about "
                "$640 more. Only if waiting is safe.",
                "Go to northgate instead, at the same level of care: IOP about $540 less."});
  CHECK(lever_sentences(made, 1, Lang::en).size() == 1);
}

TEST_CASE("several_plans_are_named_in_levers_and_flags") {
  Comparison made = comparison();
  made.plans.push_back(made.plans[0]);
  made.plans[1].id = "q";
  made.plans[1].name = "Silver";
  made.options.push_back(option("q", "iop", Level::iop));
  made.levers = {{"gap-exception", "iop", "harbor", usd(27'000), usd(3600), "q"}};
  CHECK(lever_sentences(made, 3, Lang::en) ==
        Sentences{
            "Silver: Ask for in-network terms at harbor (single-case agreement or network gap exception): IOP about "
            "$23,400 less."});
  made.flags = {{"coverage-ends", "2026-12-31", "plan.year", "p", {"iop", "day"}},
                {"outside-tricare", "", "plan.kind", "q", {"iop"}},
                {"coverage-ends", "2026-12-31", "plan.year", "q", {"iop"}}};
  CHECK(flag_sentences(made, Lang::en) ==
        Sentences{
            "Part of the treatment falls after 31 Dec 2026, when this plan year ends, and is priced on the same terms. "
            "Ask: does the coverage go on, and what changes?",
            "Silver: TRICARE has rules of its own in place of the parity law. Ask: which of its limits on this care "
            "apply here?"});
}

TEST_CASE("a_flag_names_its_options_unless_it_concerns_all") {
  Comparison made = comparison();
  made.flags = {{"parity-share-outpatient-other", "iop", "benefits.iop.in", "p", {"iop"}}};
  CHECK(
      flag_sentences(made, Lang::en) ==
      Sentences{
          "IOP: Your share for IOP is higher than for other outpatient care. Ask: is it also the rule for most medical "
          "outpatient care?"});
}

TEST_CASE("a_limit_that_is_hit_asks_the_parity_question_too") {
  Comparison made = comparison();
  made.flags = {{"limit-hit", "6 visits", "benefits.iop.limit", "p", {"iop", "day"}},
                {"parity-limit", "10 visits per year", "benefits.iop.limit", "p", {"iop", "day"}}};
  CHECK(flag_sentences(made, Lang::en) ==
        Sentences{
            "The plan’s limit leaves 6 visits unpaid. Ask: can it be extended, and does a similar medical service have "
            "the same limit?"});
}

TEST_CASE("the_warning_about_the_plans_year_is_left_out_where_a_flag_says_it") {
  Comparison made = comparison();
  const Warning warning{"beyond-plan-year", "the same terms", {}};
  CHECK_FALSE(is_said_by_flag(made, warning));
  made.flags = {{"coverage-ends", "2026-12-31", "plan.year", "p", {"iop"}}};
  CHECK(is_said_by_flag(made, warning));
  CHECK_FALSE(is_said_by_flag(made, {"year-reset", "Gold", {}}));
}

TEST_CASE("levers_and_flags_as_json") {
  Comparison made = comparison();
  made.levers = {{"other-facility", "iop", "northgate", usd(2820), usd(2280), "p"}};
  made.flags = {{"outside-tricare", "", "plan.kind", "p", {"iop", "day"}}};
  JsonWriter json;
  json.begin_object();
  write_levers(json, made);
  write_flags(json, made);
  json.end_object();
  CHECK(json.take() == R"({
  "levers": [
    {"id": "other-facility", "option": "iop", "plan": "p", "value": "northgate", "before": "2820.00", "after": "2280.00", "text": "Go to northgate instead, at the same level of care: IOP about $540 less."}
  ],
  "flags": [
    {"id": "outside-tricare", "value": null, "field": "plan.kind", "plan": "p", "options": ["iop", "day"], "text": "TRICARE has rules of its own in place of the parity law. Ask: which of its limits on this care apply here?"}
  ]
}
)");
}

TEST_CASE("the_usual_range_is_said_where_it_is_clearly_narrower") {
  struct Row {
    std::int64_t p10;
    std::int64_t p90;
    bool said;
  };
  // $1,000 to $5,000: three quarters of 4,000 are 3,000.
  for (const Row& row : {Row{1500, 4500, true}, Row{1500, 4501, false}, Row{2000, 2000, true}}) {
    CAPTURE(row.p90);
    Comparison made = comparison();
    OptionEstimate& iop = made.options[0];
    iop.low.copay = usd(1000);
    iop.likely.copay = usd(2000);
    iop.high.copay = usd(5000);
    iop.bands = Bands{usd(row.p10), usd(2000), usd(row.p90)};
    CHECK(sample_sentences(made, 0, Lang::en).size() == (row.said ? 1U : 0U));
  }
}

TEST_CASE("the_budget_is_said_in_tenths") {
  struct Row {
    std::int64_t parts;
    std::string said;
  };
  for (const Row& row : {Row{0, "IOP in no sampled case"}, Row{49'999, "IOP in fewer than 1 of 10 cases"},
                         Row{50'000, "IOP in about 1 of 10 cases"}, Row{349'999, "IOP in about 3 of 10 cases"},
                         Row{950'000, "IOP in more than 9 of 10 cases"}, Row{1'000'000, "IOP in every sampled case"}}) {
    CAPTURE(row.parts);
    Comparison made = comparison();
    made.budget = usd(5000);
    made.options[0].over_budget = Rate::parts_per_million(row.parts);
    CHECK(sample_sentences(made, 0, Lang::en) == Sentences{"Above your budget of $5,000: " + row.said + "."});
  }
}
