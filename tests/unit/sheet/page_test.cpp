// What stands on the two pages of a sheet.

#include <algorithm>

#include <doctest/doctest.h>

#include "engine/question_stop.h"
#include "report/sheet.h"
#include "unit/estimate/scenario.h"

namespace preauth {
namespace {

constexpr std::string_view kPlan = R"(
[plan]
id = "p"
name = "Plan P"
kind = "ppo"
funding = "insured"
year = "2026-01-01..2026-12-31"
source = { title = "Summary of Benefits", date = 2025-10-01 }
[deductible]
in = { individual = "$1,000" }
[out_of_pocket_max]
in = { individual = "$5,000" }
[benefits.iop]
in = { is = "20% coinsurance after deductible", evidence = "call" }
prior_auth = { required = true, first = "5 days", then = "every 3 days" }
)";

constexpr std::string_view kTreatment = R"(
[client]
id = "C-1"
start = 2026-02-02
[so_far]
as_of = 2026-01-05
deductible = { in = "$400" }
[accounts]
hsa = "$300"
[life]
unpaid_day_off = "$100"
[[facilities]]
id = "lakeside"
network = "in"
prices = { iop = { allowed = "$300/day" } }
[[options]]
id = "iop"
title = "IOP"
steps = [ { level = "iop", at = "lakeside", schedule = "3 days/week for 4 weeks", deposit = "$500" } ]
)";

Comparison compared(const Plan& plan, const Treatment& treatment) {
  return compare({std::span(&plan, 1), &treatment, &test::defaults(), test::day("2026-01-05"), true, {}, {0, 1, 1}});
}

Sheet sheet_of(const Plan& plan, const Treatment& treatment, Lang lang = Lang::en) {
  const Comparison comparison = compared(plan, treatment);
  const QuestionChoice questions = choose_questions(comparison, std::nullopt, std::nullopt);
  return make_sheet({comparison, plan, treatment, questions, "", false, lang});
}

const SheetSection* section_of(const Sheet& sheet, std::string_view id) {
  for (const SheetPage& page : sheet.pages) {
    for (const SheetSection& section : page.sections) {
      if (section.id == id) return &section;
    }
  }
  return nullptr;
}

template <class Block>
const Block& first_block(const Sheet& sheet, std::string_view id) {
  const SheetSection* section = section_of(sheet, id);
  REQUIRE(section != nullptr);
  for (const SheetBlock& block : section->blocks) {
    if (const Block* found = std::get_if<Block>(&block)) return *found;
  }
  FAIL("no such block in " << id);
  return std::get<Block>(section->blocks.front());
}

std::vector<std::string> words_of(const std::vector<PageText>& cells) {
  std::vector<std::string> words;
  for (const PageText& cell : cells) words.push_back(cell.words);
  return words;
}

using Words = std::vector<std::string>;

TEST_CASE("what_is_certain_is_said_to_the_dollar_and_what_is_owed_by_month_adds_up") {
  const Sheet sheet = sheet_of(test::plan(kPlan), test::treatment(kTreatment));
  // 12 days at $300: 600 of the deductible left, then 20 % of 3,000 = 600; 1,200 in all. What is open here (the
  // room for a price range, a weekly pattern) is nothing, so it is one figure.
  CHECK(words_of(first_block<SheetList>(sheet, "in-short").items) == Words{"IOP: most likely $1,200."});
  const SheetTable& options = first_block<SheetTable>(sheet, "options");
  REQUIRE(options.rows.size() == 1);
  CHECK(options.rows[0][1].words == "$1,200");
  CHECK(options.rows[0][4].words == "$500");  // the deposit
  // All 12 days (2 to 27 February) are in one month: 500 before, 700 then, 900 after $300 of the HSA.
  const SheetTable& when = first_block<SheetTable>(sheet, "when");
  CHECK(words_of(when.rows.at(0)) == Words{"IOP", "$500", "$700", "$1,200", "$900"});
}

TEST_CASE("each_value_of_the_plan_says_how_it_is_known") {
  const Sheet sheet = sheet_of(test::plan(kPlan), test::treatment(kTreatment));
  const SheetTable& plan = first_block<SheetTable>(sheet, "plan");
  Words rows;
  for (const std::vector<PageText>& row : plan.rows)
    rows.push_back(row[0].words + " | " + row[1].words + " | " + row[2].words);
  CHECK(rows == Words{"deductible, in network | $1,000 per person | plan document",
                      "yearly maximum, in network | $5,000 per person | plan document",
                      "IOP, in network | 20% coinsurance after deductible | call",
                      "lakeside: network status | in network | ask"});
  CHECK(plan.rows[2][1].quoted);
}

TEST_CASE("authorization_has_its_days_and_what_happens_without_it") {
  const Sheet sheet = sheet_of(test::plan(kPlan), test::treatment(kTreatment));
  const SheetTable& table = first_block<SheetTable>(sheet, "authorization");
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0][1].words == "yes");
  CHECK(table.rows[0][2].words == "5 days");
  CHECK(table.rows[0][3].words == "13 Feb 2026");  // days 2, 4, 6, 9, 11 are approved; the sixth is Friday the 13th
  const SheetTable& branches = first_block<SheetTable>(sheet, "branches");
  CHECK(branches.columns[1].head == "approved");
  CHECK(branches.rows.at(0)[1].words == "$1,200");
}

TEST_CASE("the_sheet_is_good_for_thirty_days_or_to_the_end_of_the_plan_year") {
  struct Row {
    std::string as_of;
    std::string until;
  };
  const std::vector<Row> rows = {{"2026-01-05", "4 Feb 2026, then make a new one"},    // 26 days left of January + 4
                                 {"2026-12-15", "31 Dec 2026, then make a new one"}};  // before 14 Jan 2027
  const Plan plan = test::plan(kPlan);
  const Treatment treatment = test::treatment(kTreatment);
  for (const Row& row : rows) {
    CAPTURE(row.as_of);
    Comparison comparison = compared(plan, treatment);
    comparison.as_of = test::day(row.as_of);
    const Sheet sheet = make_sheet({comparison, plan, treatment, {}, "", false, Lang::en});
    const bool found = std::any_of(sheet.head.begin(), sheet.head.end(), [&](const auto& line) {
      return line.first == "Good until" && line.second == row.until;
    });
    CHECK(found);
  }
}

TEST_CASE("a_name_and_the_notice_stand_there_only_when_asked_for") {
  const Plan plan = test::plan(kPlan);
  const Treatment treatment = test::treatment(kTreatment);
  const Comparison comparison = compared(plan, treatment);
  const Sheet without = make_sheet({comparison, plan, treatment, {}, "", false, Lang::en});
  CHECK(without.head.front().first == "Client");
  CHECK(section_of(without, "part2") == nullptr);
  const Sheet with = make_sheet({comparison, plan, treatment, {}, "Jo Doe", true, Lang::en});
  CHECK(with.head.front() == std::pair<std::string, std::string>("Name", "Jo Doe"));
  const SheetSection* notice = section_of(with, "part2");
  REQUIRE(notice != nullptr);
  CHECK(std::get<SheetParagraph>(notice->blocks.back()).text.words ==
        "42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
}

TEST_CASE("a_missing_price_gives_no_figure_and_no_bar") {
  Plan plan = test::plan(kPlan);
  Treatment treatment = test::treatment(kTreatment);
  Comparison comparison = compared(plan, treatment);
  comparison.options[0].unpriced = {"options.iop.steps.1.price.allowed"};
  const Sheet sheet = make_sheet({comparison, plan, treatment, {}, "", false, Lang::en});
  CHECK(words_of(first_block<SheetList>(sheet, "in-short").items) ==
        Words{"IOP: no figure yet, because a price is not known. Ask for it first."});
  CHECK(section_of(sheet, "ranges") == nullptr);
  CHECK(section_of(sheet, "when") == nullptr);
}

TEST_CASE("spanish_has_the_same_sections_as_english") {
  const Plan plan = test::plan(kPlan);
  const Treatment treatment = test::treatment(kTreatment);
  const Sheet english = sheet_of(plan, treatment);
  const Sheet spanish = sheet_of(plan, treatment, Lang::es);
  CHECK(spanish.title == "Lo que podría costarle el tratamiento");
  REQUIRE(english.pages.size() == spanish.pages.size());
  for (std::size_t i = 0; i < english.pages.size(); ++i) {
    REQUIRE(english.pages[i].sections.size() == spanish.pages[i].sections.size());
    for (std::size_t s = 0; s < english.pages[i].sections.size(); ++s) {
      CHECK(english.pages[i].sections[s].heading != spanish.pages[i].sections[s].heading);
      CHECK(english.pages[i].sections[s].blocks.size() == spanish.pages[i].sections[s].blocks.size());
    }
  }
}

TEST_CASE("an_ordinary_sheet_has_no_appendix") {
  CHECK(sheet_of(test::plan(kPlan), test::treatment(kTreatment)).cuts.empty());
}

}  // namespace
}  // namespace preauth
