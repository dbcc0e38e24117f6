// The sample behind the bands and the shares of the spread.

#include "engine/sample.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "engine/distribution.h"
#include "engine/extremes.h"
#include "load/plan_loader.h"
#include "reference/library.h"
#include "scenario.h"

using namespace preauth;
using namespace preauth::test;

namespace {

const Date kToday = day("2026-02-01");

Plan library_plan(std::string_view name) {
  for (const LibraryFile& file : library_plans()) {
    if (file.name != name) continue;
    const std::string_view schema = "schema = \"preauth.plan/1\"";
    std::string body(file.text);
    body.replace(body.find(schema), schema.size(), std::string(schema.size(), '#'));
    return plan(body);
  }
  FAIL("no such plan");
  return {};
}

// Two independent unknowns: which row IOP falls under, and how long it lasts.
//   office visit: $40 a day; other outpatient: $100 a day (its copay does not reach the allowed amount of $300).
const char* const kTwoRows = R"(
[plan]
id = "p"
name = "P"
kind = "hmo"
year = "2026-01-01..2026-12-31"
[deductible]
in = "$0"
[out_of_pocket_max]
in = "none"
[benefits.office-visit]
in = "$40 copay; deductible does not apply"
[benefits.outpatient-other]
in = "$100 copay; deductible does not apply"
[benefits.iop]
same_as = "unknown"
)";

Treatment iop(std::string_view schedule) {
  return treatment(
      "[client]\nid = \"C-1\"\nstart = 2026-03-02\n[[facilities]]\nid = \"f\"\nnetwork = \"in\"\n"
      "prices = { iop = { allowed = \"$300/day\" } }\n[[options]]\nid = \"iop\"\n"
      "steps = [{ level = \"iop\", at = \"f\", schedule = \"" +
      std::string(schedule) + "\" }]\n");
}

std::size_t unknown_at(const EstimateModel& model, std::string_view path) {
  const auto found = std::find_if(model.unknowns.begin(), model.unknowns.end(),
                                  [&](const Unknown& unknown) { return unknown.path == path; });
  REQUIRE(found != model.unknowns.end());
  return static_cast<std::size_t>(found - model.unknowns.begin());
}

}  // namespace

TEST_CASE("quantiles_keep_their_ends_and_their_middle") {
  Unknown price;
  price.kind = UnknownKind::cents;
  price.low = 100;
  price.likely = 300;
  price.high = 1'100;
  price.spread = Spread::skewed;
  CHECK(quantile(price, 0).value == 100);
  CHECK(quantile(price, (kLastPosition + 1) / 2).value == 300);
  CHECK(quantile(price, kLastPosition).value == 1'100);
  // Three quarters up: a quarter of the way squared, 300 + 800 / 4 = 500.
  CHECK(quantile(price, 49'152).value == 500);
  price.spread = Spread::even;
  CHECK(quantile(price, 32'768).value == 600);  // 100 + 1,000 / 2
  Unknown choice;
  choice.choices = {"a", "b", "c"};
  choice.high = 2;
  choice.weights = {500, 350, 150};
  CHECK(quantile(choice, 32'767).value == 0);
  CHECK(quantile(choice, 32'768).value == 1);
  CHECK(quantile(choice, 55'705).value == 1);  // 85 % of 65,536 is 55,705.6
  CHECK(quantile(choice, 55'706).value == 2);
}

// 18 days (3 a week for 6 weeks): 18 x $40 = $720 or 18 x $100 = $1,800, half of the draws each.
TEST_CASE("two_answers_of_equal_chance_are_drawn_equally_often") {
  const Plan stated = plan(kTwoRows);
  const Treatment course = iop("3 days/week for 6 weeks");
  const EstimateModel model = build_model(stated, course, defaults(), kToday);
  const Sample sample = Sampler(model, {10'000, 1, 1}).draw(0);
  CHECK(std::count(sample.patient.begin(), sample.patient.end(), 72'000) == 5'000);
  CHECK(std::count(sample.patient.begin(), sample.patient.end(), 180'000) == 5'000);
  CHECK(bands_of(sample).p10 == Money::dollars(720));
  CHECK(bands_of(sample).p90 == Money::dollars(1'800));
  CHECK(share_above(sample, Money::dollars(1'000)) == Rate::percent(50));
  // The one unknown explains everything, and moves the estimate by ($1,800 - $720) / 2 = $540 either way. The variance
  // is that of a sample (n - 1): $540 x sqrt(10,000 / 9,999) = $540.02 and a bit, rounded down.
  const std::size_t row = unknown_at(model, "benefits.iop.same_as");
  const SpreadShare spread = spread_removed(sample, {&row, 1});
  CHECK(spread.share() == Rate::percent(100));
  CHECK(spread.typical() == Money::cents(54'002));
}

// Rows: $40 or $100 a day, mean $70, variance 900. Days: 9 to 27, each alike: mean 18, variance (19^2 - 1) / 12 = 30.
// Cost = rate x days. Knowing the row removes 900 x 18^2 = 291,600; knowing the length 70^2 x 30 = 147,000; the rest,
// 900 x 30 = 27,000, is their interplay. Total 465,600: 62.6 % and 31.6 %.
TEST_CASE("shares_of_the_spread_are_those_of_the_hand_calculation") {
  const Plan stated = plan(kTwoRows);
  const Treatment course = iop("3 days/week for 3..9 weeks");
  const EstimateModel model = build_model(stated, course, defaults(), kToday);
  const Sample sample = Sampler(model, {10'000, 1, 2}).draw(0);
  const std::size_t row = unknown_at(model, "benefits.iop.same_as");
  const std::size_t length = unknown_at(model, "options.iop.steps.1.schedule");
  const auto percent = [&](std::vector<std::size_t> unknowns) {
    return spread_removed(sample, unknowns).share().parts() / 10'000;
  };
  CHECK(percent({row}) >= 61);
  CHECK(percent({row}) <= 64);
  CHECK(percent({length}) >= 30);
  CHECK(percent({length}) <= 33);
  CHECK(percent({row, length}) >= 98);
  CHECK(percent({}) == 0);
}

TEST_CASE("the_doubt_about_a_budget_is_removed_by_the_answer_that_settles_it") {
  const Plan stated = plan(kTwoRows);
  const Treatment course = iop("3 days/week for 6 weeks");
  const EstimateModel model = build_model(stated, course, defaults(), kToday);
  const Sample sample = Sampler(model, {2'000, 1, 1}).draw(0);
  const std::size_t row = unknown_at(model, "benefits.iop.same_as");
  CHECK(doubt_removed(sample, {&row, 1}, Money::dollars(1'000)) == Rate::percent(100));
  CHECK(doubt_removed(sample, {&row, 1}, Money::dollars(5'000)) == Rate());  // no doubt to begin with
}

TEST_CASE("another_seed_is_another_sample_with_the_same_middle") {
  const Plan stated = library_plan("blank");
  const Treatment course = treatment("[client]\nid = \"C-1\"\nstart = 2026-01-12\n");
  const EstimateModel model = build_model(stated, course, defaults(), kToday);
  const Sample one = Sampler(model, {10'000, 1, 2}).draw(1);
  const Sample two = Sampler(model, {10'000, 2, 2}).draw(1);
  CHECK(one.patient != two.patient);
  const std::int64_t apart = (bands_of(one).p50 - bands_of(two).p50).count_cents();
  CHECK(std::abs(apart) < bands_of(one).p50.count_cents() / 25);  // within 4 %
}

// What the three answers that explain most are predicted to remove is what they do remove, on average over the answers.
// The answers are drawn from their own distributions: every 250th draw of the sample answers all three.
TEST_CASE("answers_remove_as_much_of_the_spread_as_predicted") {
  const Treatment course = treatment("[client]\nid = \"C-1\"\nstart = 2026-01-12\n");
  for (const std::string_view name :
       {"blank", "example-self-funded-ppo-2026", "florida-blue-gold-1505-2023", "healthfirst-bronze-2025",
        "bcbs-louisiana-blue-max-copay-50-50-2026", "example-hsa-hdhp-2026"}) {
    CAPTURE(name);
    const Plan stated = library_plan(name);
    EstimateModel model = build_model(stated, course, defaults(), kToday);
    const std::size_t option = 1;  // intensive outpatient
    const Sample sample = Sampler(model, {10'000, 1, 2}).draw(option);
    std::vector<std::size_t> ranked;
    for (const SampledUnknown& unknown : sample.unknowns) ranked.push_back(unknown.unknown);
    const auto removed = [&](std::size_t unknown) { return spread_removed(sample, {&unknown, 1}).removed; };
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](std::size_t a, std::size_t b) { return removed(a) > removed(b); });
    ranked.resize(std::min<std::size_t>(ranked.size(), 3));
    const SpreadShare predicted = spread_removed(sample, ranked);
    if (predicted.total == 0) continue;

    WideInteger left = 0;
    const std::vector<Unknown> open = model.unknowns;
    constexpr std::int64_t kAnswers = 40;
    for (std::int64_t answer = 0; answer < kAnswers; ++answer) {
      for (std::size_t i = 0; i < ranked.size(); ++i) {
        // Each question runs through its distribution in an order of its own: 7, 11 and 13 have no factor with 40.
        constexpr std::int64_t kSteps[] = {7, 11, 13};
        const std::int64_t position = (2 * (answer * kSteps[i] % kAnswers) + 1) * (kLastPosition + 1) / (2 * kAnswers);
        const std::int64_t value = quantile(open[ranked[i]], position).value;
        Unknown& settled = model.unknowns[ranked[i]];
        settled.kind = UnknownKind::count;  // a number with one value
        settled.low = settled.likely = settled.high = value;
      }
      left += spread_removed(Sampler(model, {2'000, 3, 2}).draw(option), {}).total;
    }
    const Rate found = SpreadShare{predicted.total, predicted.total - left / kAnswers}.share();
    CHECK(std::abs(found.parts() - predicted.share().parts()) <= 100'000);  // within 10 points
  }
}
