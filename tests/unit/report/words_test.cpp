#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/care_words.h"
#include "report/path_words.h"
#include "report/rule_words.h"
#include "sample.h"

namespace preauth {
namespace {

TEST_CASE("every_rule_has_words_of_its_own") {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < kRuleCount; ++i) seen.insert(rule_words(Lang::en, static_cast<Rule>(i)));
  CHECK(seen.size() == kRuleCount);
  CHECK(seen.count("") == 0);
}

TEST_CASE("every_level_benefit_and_kind_has_words") {
  for (std::size_t i = 0; i < kLevelCount; ++i) CHECK(!level_title(Lang::en, static_cast<Level>(i)).empty());
  for (std::size_t i = 0; i < kBenefitCount; ++i) CHECK(!benefit_words(Lang::en, static_cast<Benefit>(i)).empty());
  for (const std::string_view kind : ids<PlanKind>()) CHECK(!kind_words(Lang::en, *parse_id<PlanKind>(kind)).empty());
}

TEST_CASE("a_field_is_named_by_what_it_is_about") {
  struct Row {
    std::string path;
    std::string words;
  };
  const std::vector<Row> rows = {
      {"benefits.iop.same_as", "which line of the benefit table IOP is paid under"},
      {"benefits.residential.in", "the plan’s terms for the residential program"},
      {"benefits.residential.out", "the plan’s terms for the residential program (out of network)"},
      {"benefits.iop.prior_auth.first", "the authorization rules for IOP"},
      {"benefits.iop.limit", "the limit on IOP"},
      {"benefits.residential.room_and_board", "who pays for room and board"},
      {"benefits.iop.after_limit", "the price of days of IOP the plan does not pay"},
      {"benefits.iop.referral_required", "how the plan covers IOP"},
      {"deductible.in.individual", "the deductible"},
      {"out_of_pocket_max.out", "the yearly maximum"},
      {"out_of_network.allowed", "how much the plan allows out of network"},
      {"so_far.deductible.in", "how much of the deductible is met"},
      {"so_far.out_of_pocket.in", "how much of the yearly maximum is used up"},
      {"so_far.family.deductible.in", "what the family has paid so far"},
      {"so_far.used.iop", "what has been used so far"},
      {"facilities.lakeside.network", "whether lakeside is in network"},
      {"facilities.lakeside.prices.iop.allowed", "the price of IOP"},
      {"facilities.lakeside.prices.iop.billed", "what the facility bills for IOP"},
      {"options.iop.steps.1.price.allowed", "the price of a visit or day in “iop”"},
      {"options.iop.steps.1.schedule", "how long treatment lasts"},
      {"rules.stay_across_years", "how a stay across two benefit years is counted"},
      {"rules.same_day_copays", "how the plan counts copays and coinsurance"},
      {"plan.hsa_qualified", "plan.hsa_qualified"},
      {"benefits.unheard-of.in", "benefits.unheard-of.in"},
      {"facilities", "facilities"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(about_path(Lang::en, row.path) == row.words);
  }
}

TEST_CASE("titles_say_how_often_and_how_long") {
  CHECK(option_title(sample::outpatient(), Lang::en) == "Outpatient, weekly, 16 weeks");
  CHECK(option_title(sample::iop(), Lang::en) == "IOP, 3 days a week, 9 weeks");  // 27 days at 3 a week
  CHECK(option_title(sample::residential(), Lang::en) == "Program (residential), 28 days");
  CHECK(option_title(sample::hospital(), Lang::en) == "Hospital stay (inpatient), 7 days");
}

TEST_CASE("titles_of_other_rhythms") {
  struct Row {
    std::string name;
    Level level;
    std::uint8_t weekdays;
    std::int32_t every_days;
    std::int32_t count;
    std::string title;
  };
  const std::vector<Row> rows = {
      {"weekly bundle", Level::mat, 0, 7, 26, "Medication (MAT), weekly, 26 weeks"},
      {"every two weeks", Level::aftercare, 0, 14, 6, "Aftercare, every 2 weeks, 6 visits"},
      {"every 30 days", Level::mat, 0, 30, 6, "Medication (MAT), every 30 days, 6 visits"},
      {"daily", Level::php, 0, 1, 10, "Day program (PHP), daily, 10 days"},
      {"weekdays", Level::php, 0b0011111, 1, 15, "Day program (PHP), 5 days a week, 3 weeks"},
      {"a week begun counts", Level::outpatient, 0b0000101, 1, 5, "Outpatient, 2 visits a week, 3 weeks"},
      {"a single visit", Level::outpatient, 0, 1, 1, "Outpatient, 1 visit"},
      {"detox is counted in days", Level::detox, 0, 1, 5, "Detox, 5 days"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    OptionEstimate option = sample::iop();
    option.levels = {row.level};
    option.units = {row.count};
    Run& run = option.runs.front();
    run.line.level = row.level;
    run.line.benefit = benefit_of(row.level);
    run.weekdays = row.weekdays;
    run.every_days = row.every_days;
    run.count = row.count;
    CHECK(option_title(option, Lang::en) == row.title);
  }
}

TEST_CASE("steps_follow_each_other_in_a_title") {
  OptionEstimate option = sample::iop();
  option.levels = {Level::detox, Level::iop};
  option.units = {5, 27};
  option.runs.push_back(option.runs.front());
  option.runs[0].line.level = Level::detox;
  option.runs[0].line.benefit = Benefit::detox;
  option.runs[1].line.step = 2;
  CHECK(option_title(option, Lang::en) == "Detox, 5 days; then IOP, 9 weeks");
  CHECK(option_name(option, Lang::en) == "Detox; then IOP");
}

TEST_CASE("a_title_of_the_file_is_one_short_line") {
  OptionEstimate option = sample::iop();
  option.title = " My\nplan\x1b[1m ";
  CHECK(option_title(option, Lang::en) == "My\\x0aplan\\x1b[1m");
  option.title = std::string(10'000, 'x');
  CHECK(option_title(option, Lang::en) == std::string(99, 'x') + "…");
}

TEST_CASE("free_support_without_billed_lines_has_a_title") {
  OptionEstimate option;
  option.id = "groups";
  option.levels = {Level::mutual_support};
  CHECK(option_title(option, Lang::en) == "Support groups");
  option.units = {12};
  CHECK(option_title(option, Lang::en) == "Support groups, 12 visits");
  option.levels.clear();
  option.units.clear();
  CHECK(option_title(option, Lang::en) == "groups");
}

TEST_CASE("a_plan_is_named_with_its_year_once") {
  PlanSummary plan = sample::plan();
  CHECK(plan_title(plan) == "UHC Gold Standard 2026");
  plan.name = "Gold 2026 HMO";
  CHECK(plan_title(plan) == "Gold 2026 HMO");
  plan.name = "";
  CHECK(plan_title(plan) == "uhc-gold-standard-2026");
  plan.name = "Gold";
  plan.year = {};
  CHECK(plan_title(plan) == "Gold");
}

}  // namespace
}  // namespace preauth
