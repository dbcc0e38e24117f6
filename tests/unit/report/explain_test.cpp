#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/explain_fold.h"
#include "report/explain_report.h"
#include "report/explain_words.h"
#include "sample.h"

namespace preauth {
namespace {

TEST_CASE("equal_lines_of_a_run_fold_and_others_in_between_do_not_matter") {
  OptionEstimate option = sample::iop();
  ExplainedLine laboratory = option.lines[0];
  laboratory.run = 1;
  laboratory.line.benefit = Benefit::laboratory;
  std::vector<ExplainedLine> lines = {option.lines[0], laboratory,      option.lines[1], option.lines[2],
                                      laboratory,      option.lines[3], option.lines[4]};
  const std::vector<FoldedLines> folded = fold(lines);
  REQUIRE(folded.size() == 3);
  CHECK(folded[0].count == 2);  // two days under the deductible
  CHECK(folded[1].count == 2);  // laboratory
  CHECK(folded[2].count == 3);  // three days of coinsurance
  CHECK(folded[2].weekdays == 0b0010101);
  CHECK(folded[2].longest_gap == 3);  // Friday to Monday
}

TEST_CASE("what_keeps_lines_apart") {
  struct Row {
    std::string name;
    void (*change)(ExplainedLine&);
  };
  const std::vector<Row> rows = {
      {"another amount", [](ExplainedLine& line) { line.result.amounts.billed += Money::cents(1); }},
      {"another provision", [](ExplainedLine& line) { line.provisions[1] = 2; }},
      {"another code", [](ExplainedLine& line) { line.result.adjustments[1].code = 3; }},
      {"one adjustment more", [](ExplainedLine& line) { line.result.adjustment_count = 3; }},
      {"another network", [](ExplainedLine& line) { line.line.network = Network::out; }},
      {"another benefit year", [](ExplainedLine& line) { line.result.benefit_year = 1; }},
      {"another run", [](ExplainedLine& line) { line.run = 1; }},
      {"another step", [](ExplainedLine& line) { line.line.step = 2; }},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::vector<ExplainedLine> lines = sample::iop().lines;
    lines.resize(2);
    CHECK(fold(lines).size() == 1);
    row.change(lines[1]);
    CHECK(fold(lines).size() == 2);
  }
}

TEST_CASE("totals_by_rule_add_up_per_provision") {
  const PlanSummary plan = sample::plan();
  const OptionEstimate option = sample::iop();
  const std::vector<RuleTotal> totals = totals_by_rule(option.lines, plan);
  REQUIRE(totals.size() == 3);
  CHECK(totals[0].sample.amount == Money::dollars(2000));  // 5 × 400 written off
  CHECK(totals[1].sample.amount == Money::dollars(800));   // 2 × 400 deductible
  CHECK(totals[2].sample.amount == Money::dollars(300));   // 3 × 100 coinsurance
  CHECK(totals[2].provision->path == "benefits.iop.in");
}

TEST_CASE("the_days_of_a_fold_are_named_when_they_follow_a_week") {
  struct Row {
    std::string name;
    std::vector<Date> days;
    std::string start;
  };
  const std::vector<Row> rows = {
      {"one weekday", {sample::day(2026, 1, 12), sample::day(2026, 1, 19)}, "2 × IOP day (Mon)"},
      {"every day",
       {sample::day(2026, 1, 12), sample::day(2026, 1, 13), sample::day(2026, 1, 14)},
       "3 × IOP day (daily)"},
      {"no weekly pattern", {sample::day(2026, 1, 12), sample::day(2026, 2, 11)}, "2 × IOP day"},
      {"two days of a week", {sample::day(2026, 1, 12), sample::day(2026, 1, 14)}, "2 × IOP day (Mon/Wed)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::vector<ExplainedLine> lines(row.days.size(), sample::iop().lines.front());
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].line.date = row.days[i];
    const std::vector<FoldedLines> folded = fold(lines);
    REQUIRE(folded.size() == 1);
    CHECK(folded_sentence(folded.front(), Lang::en).starts_with(row.start + ", in network"));
  }
}

TEST_CASE("explain_shows_which_rule_took_which_dollar_and_where_it_is_written") {
  Comparison comparison = sample::comparison();
  comparison.warnings.clear();
  CHECK(explain_text(comparison, "iop", {}) ==
        "IOP, 3 days a week, 9 weeks (UHC Gold Standard 2026)\n"
        "12 Jan 2026 – 13 Mar 2026. You pay $1,100 in deductible, copays and coinsurance.\n"
        "\n"
        "2 × IOP day (Mon/Wed), in network, 12 Jan 2026 – 14 Jan 2026: you pay $400 each,\n"
        "  $800 in all.\n"
        "  each: billed $800, allowed $400, plan pays $0\n"
        "  $400  billed above the contracted price: written off (CO-45):\n"
        "        facilities.lakeside.prices.iop\n"
        "  $400  deductible (PR-1): deductible.in “$2,000 per person”, gold.toml:9\n"
        "\n"
        "3 × IOP day (Mon/Wed/Fri), in network, 16 Jan 2026 – 21 Jan 2026: you pay $100\n"
        "  each, $300 in all.\n"
        "  each: billed $800, allowed $400, plan pays $300\n"
        "  $400  billed above the contracted price: written off (CO-45):\n"
        "        facilities.lakeside.prices.iop\n"
        "  $100  coinsurance (PR-2): benefits.iop.in “25% coinsurance after deductible”,\n"
        "        gold.toml:20\n"
        "\n"
        "Which rule took which dollar\n"
        "  $4,000  billed in all\n"
        "    $900  the plan pays\n"
        "  $2,000  billed above the contracted price: written off (CO-45):\n"
        "          facilities.lakeside.prices.iop\n"
        "    $800  deductible (PR-1): deductible.in “$2,000 per person”, gold.toml:9\n"
        "    $300  coinsurance (PR-2): benefits.iop.in “25% coinsurance after\n"
        "          deductible”, gold.toml:20\n"
        "  $1,100  you pay\n"
        "\n"
        "Used up at the end\n"
        "  $1,300  deductible, in network\n"
        "  $1,720  yearly maximum, in network\n"
        "\n"
        "Authorization\n"
        "  IOP, 12 Jan 2026 – 13 Mar 2026: authorization is required.\n"
        "    Approved at first: 10 days. More at each review: 5 days.\n"
        "    What happens                            you pay  each day more  borne by\n"
        "    approved as planned                      $1,100\n"
        "    cut from 4 Feb 2026             $1,500 – $3,900      $0 – $800  unknown: ask\n"
        "    refused as not medically                     $0             $0  the provider\n"
        "    necessary\n"
        "\n"
        "Assumed, because nothing better was stated\n"
        "  facilities.lakeside.network = in\n"
        "    facilities.lakeside.network = in\n"
        "    options: iop\n"
        "    assumed: general knowledge, no public source\n"
        "\n"
        "What to ask, and how many dollars the answer can move\n"
        "  C6 (insurer): Which line of the benefit table is IOP paid under: office visit,\n"
        "    other outpatient, or facility?\n"
        "  D1 (insurer): Is prior authorization needed for IOP?\n"
        "  P1 (facility): Which exact codes will you bill?\n"
        "\n"
        "An estimate, not a promise of coverage. Which level of care is safe is a\n"
        "clinical decision: withdrawal from alcohol, benzodiazepines or opioids can need\n"
        "medical detox. In crisis, call or text 988.\n");
}

TEST_CASE("explain_without_an_option_shows_all_of_them") {
  const std::string text = explain_text(sample::comparison(), "", {});
  CHECK(text.find("Outpatient, weekly, 16 weeks") != std::string::npos);
  CHECK(text.find("Hospital stay (inpatient), 7 days") != std::string::npos);
  // 11,780 = 7,580 + 4,200
  CHECK(text.find("You pay $11,780: $7,580 in deductible, copays and\n"
                  "coinsurance, and $4,200 that no yearly maximum stops.") != std::string::npos);
}

TEST_CASE("explain_json_names_words_and_place_of_every_rule") {
  const std::string json = explain_json(sample::comparison(), "iop");
  CHECK(json.find("\"schema\": \"preauth.explain/1\"") != std::string::npos);
  CHECK(json.find(R"({"group": "PR", "code": "1", "amount": "800.00", "rule": "deductible", )"
                  R"("provision": "deductible.in", "words": "$2,000 per person", "place": "gold.toml:9"})") !=
        std::string::npos);
  CHECK(json.find("\"id\": \"outpatient\"") == std::string::npos);
}

TEST_CASE("explain_csv_has_one_row_per_line") {
  Comparison comparison = sample::comparison();
  comparison.options = {sample::iop()};
  comparison.options.front().lines.resize(1);
  CHECK(explain_csv(comparison, "", CsvGuard::spreadsheet) ==
        "plan,option,date,step,level,benefit,network,billed,allowed,plan_pays,write_off,deductible,copay,coinsurance,"
        "not_covered,penalty,balance_bill,patient,adjustments\r\n"
        "uhc-gold-standard-2026,iop,2026-01-12,1,iop,iop,in,800.00,400.00,0.00,400.00,400.00,0.00,0.00,0.00,0.00,0.00,"
        "400.00,CO-45 400.00 facilities.lakeside.prices.iop; PR-1 400.00 deductible.in\r\n");
}

TEST_CASE("explain_markdown_has_an_item_per_fold") {
  const std::string markdown = explain_md(sample::comparison(), "iop", Lang::en);
  CHECK(markdown.find(
            "- 3 × IOP day (Mon/Wed/Fri), in network, 16 Jan 2026 – 21 Jan 2026: you pay $100 each, $300 in all."
            "<br>each: billed $800, allowed $400, plan pays $300<br>") != std::string::npos);
  CHECK(markdown.find("| you pay | $1,100 |\n") != std::string::npos);
}

TEST_CASE("an_option_without_billed_lines_or_a_price_has_no_totals") {
  Comparison comparison = sample::comparison();
  comparison.options = {sample::iop()};
  comparison.options.front().unpriced = {"facilities.lakeside.prices.iop.allowed"};
  const std::string text = explain_text(comparison, "", {});
  CHECK(text.find("IOP: no figure, because the price of IOP is not known. Ask for it.") != std::string::npos);
  CHECK(text.find("you pay") == std::string::npos);
  comparison.options.front().unpriced.clear();
  comparison.options.front().lines.clear();
  CHECK(explain_text(comparison, "", {}).find("Nothing here is billed to the plan.") != std::string::npos);
}

}  // namespace
}  // namespace preauth
