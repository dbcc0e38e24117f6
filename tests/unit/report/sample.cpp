#include "sample.h"

namespace preauth::sample {
namespace {

constexpr std::uint8_t kMonday = 0b0000001;
constexpr std::uint8_t kMondayWednesdayFriday = 0b0010101;

Money usd(std::int64_t dollars, std::int64_t cents = 0) { return Money::cents(dollars * 100 + cents); }

Run run(Level level, Date first, std::int32_t count, std::uint8_t weekdays) {
  Run made;
  made.line.date = first;
  made.line.level = level;
  made.line.benefit = benefit_of(level);
  made.line.step = 1;
  made.count = count;
  made.weekdays = weekdays;
  return made;
}

OptionEstimate option(Level level, std::int32_t units, Date last, std::uint8_t weekdays) {
  OptionEstimate made;
  made.id = std::string(id(level));
  made.plan = "uhc-gold-standard-2026";
  made.levels = {level};
  made.units = {units};
  made.first_day = day(2026, 1, 12);
  made.last_day = last;
  made.runs = {run(level, made.first_day, units, weekdays)};
  return made;
}

ExplainedLine line(Date date, const Amounts& amounts) {
  ExplainedLine made;
  made.line.date = date;
  made.line.level = Level::iop;
  made.line.benefit = Benefit::iop;
  made.line.step = 1;
  made.result.amounts = amounts;
  return made;
}

void adjust(ExplainedLine& line, Group group, std::uint16_t code, Rule rule, Money amount, std::uint16_t provision) {
  line.provisions[line.result.adjustment_count] = provision;
  line.result.adjustments[line.result.adjustment_count++] = {group, code, rule, -1, amount};
}

// Two days under the deductible, then three at 25 %: $800 billed, $400 allowed a day.
std::vector<ExplainedLine> iop_lines() {
  std::vector<ExplainedLine> lines;
  const std::array<Date, 5> dates = {day(2026, 1, 12), day(2026, 1, 14), day(2026, 1, 16), day(2026, 1, 19),
                                     day(2026, 1, 21)};
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const bool deductible = i < 2;
    const Amounts amounts = deductible ? after_deductible(usd(800), usd(400), usd(400), Money())
                                       : after_deductible(usd(800), usd(400), Money(), usd(100));
    ExplainedLine made = line(dates[i], amounts);
    adjust(made, Group::CO, 45, Rule::discount, usd(400), 2);
    if (deductible) {
      adjust(made, Group::PR, 1, Rule::deductible, usd(400), 0);
    } else {
      adjust(made, Group::PR, 2, Rule::coinsurance, usd(100), 1);
    }
    made.deductible_used[0] = deductible ? usd(500 + 400 * static_cast<std::int64_t>(i + 1)) : usd(1300);
    lines.push_back(made);
  }
  // 500 + 400 + 400 + 100 + 100 + 100 = 1,600 after the last line, with $620 used before: 120 of it were copays.
  lines.back().out_of_pocket_used[0] = usd(1720);
  return lines;
}

StepAuthorization iop_authorization() {
  StepAuthorization step;
  step.level = Level::iop;
  step.required = RequiredState::yes;
  step.first_day = day(2026, 1, 12);
  step.last_day = day(2026, 3, 13);
  step.first_days = 10;
  step.then_every = 5;
  step.branches = {
      {BranchKind::approved, LiableParty::none, usd(1100), std::nullopt, std::nullopt, std::nullopt, usd(1100),
       usd(1100)},
      {BranchKind::cut, LiableParty::unknown, usd(1500), Money(), usd(800), day(2026, 2, 4), usd(1500), usd(3900)},
      {BranchKind::refused, LiableParty::provider, Money(), Money(), Money(), std::nullopt, Money(), Money()}};
  return step;
}

std::vector<Question> questions() {
  Question benefit_line;
  benefit_line.id = "C6";
  benefit_line.ask = "insurer";
  benefit_line.text = "Which line of the benefit table is IOP paid under: office visit, other outpatient, or facility?";
  benefit_line.field = "benefits.iop.same_as";
  benefit_line.options = {"iop"};
  Question authorization = benefit_line;
  authorization.id = "D1";
  authorization.text = "Is prior authorization needed for IOP?";
  authorization.field = "benefits.iop.prior_auth.required";
  Question codes = authorization;
  codes.id = "P1";
  codes.ask = "facility";
  codes.text = "Which exact codes will you bill?";
  codes.field = "";
  return {benefit_line, authorization, codes};
}

}  // namespace

Date day(int year, int month, int number) { return *Date::from_civil(year, month, number); }

Amounts copays(Money billed, Money allowed, Money copay) {
  Amounts amounts;
  amounts.billed = billed;
  amounts.allowed = allowed;
  amounts.write_off = billed - allowed;
  amounts.copay = copay;
  amounts.plan_pays = allowed - copay;
  return amounts;
}

Amounts after_deductible(Money billed, Money allowed, Money deductible, Money coinsurance) {
  Amounts amounts;
  amounts.billed = billed;
  amounts.allowed = allowed;
  amounts.write_off = billed - allowed;
  amounts.deductible = deductible;
  amounts.coinsurance = coinsurance;
  amounts.plan_pays = allowed - deductible - coinsurance;
  return amounts;
}

OptionEstimate outpatient() {
  OptionEstimate made = option(Level::outpatient, 16, day(2026, 4, 27), kMonday);
  made.likely = copays(usd(2400), usd(2169, 76), usd(480));  // 16 visits at $30
  made.low = made.likely;
  made.high = made.likely;
  made.by_year = {{"2026", usd(480)}};
  return made;
}

OptionEstimate iop() {
  OptionEstimate made = option(Level::iop, 27, day(2026, 3, 13), kMondayWednesdayFriday);
  made.likely = after_deductible(usd(4000), usd(2000), usd(800), usd(300));  // the five lines: 2 × 400, 3 × 100
  made.low = copays(usd(4000), usd(2000), usd(150));
  made.high = after_deductible(usd(4000), usd(2000), usd(1500), usd(125, 50));
  made.by_year = {{"2026", usd(1100)}};
  made.lines = iop_lines();
  made.authorization = {iop_authorization()};
  made.top_low = Money();
  made.top_high = usd(800);
  made.wide_because = {"benefits.iop.same_as", "benefits.iop.prior_auth.required", "deductible.in"};
  return made;
}

OptionEstimate residential() {
  OptionEstimate made = option(Level::residential, 28, day(2026, 2, 9), 0);
  made.likely = after_deductible(usd(39'200), usd(28'000), usd(1500), usd(6080));
  made.likely.not_covered = usd(4200);  // of the $11,200 above the allowed amount; 7,000 is written off
  made.likely.write_off = usd(7000);
  made.low = made.likely;
  made.high = made.likely;
  made.by_year = {{"2026", usd(11'780)}};
  made.top_low = Money();
  made.top_high = usd(1400);
  made.deposit = usd(2500);
  return made;
}

OptionEstimate hospital() {
  OptionEstimate made = option(Level::inpatient, 7, day(2026, 1, 19), 0);
  made.likely = after_deductible(usd(11'500), usd(11'500), usd(1500), usd(2500));
  made.low = Amounts();
  made.low.billed = usd(11'500);
  made.low.allowed = usd(11'500);
  made.low.plan_pays = usd(11'500);
  made.high = made.likely;
  made.by_year = {{"2026", usd(4000)}};
  made.wide_because = {"benefits.inpatient.in"};
  made.free_if = {"benefits.inpatient.in"};
  return made;
}

PlanSummary plan() {
  PlanSummary made;
  made.id = "uhc-gold-standard-2026";
  made.name = "UHC Gold Standard";
  made.sha256 = "00ff";
  made.kind = PlanKind::hmo;
  made.year = {day(2026, 1, 1), day(2026, 12, 31)};
  made.has_deductible = true;
  made.deductible = usd(2000);
  made.deductible_met = usd(500);
  made.has_maximum = true;
  made.maximum = usd(8200);
  made.maximum_left = usd(7580);  // 8,200 − 620
  made.provisions = {{"deductible.in", "$2,000 per person", {}, "gold.toml:9"},
                     {"benefits.iop.in", "25% coinsurance after deductible", {}, "gold.toml:20"},
                     {"facilities.lakeside.prices.iop", "", {}, ""}};
  return made;
}

Comparison comparison() {
  Comparison made;
  made.engine = "0.1.0";
  made.as_of = day(2026, 1, 5);
  made.seed = "1";
  made.plans = {plan()};
  made.treatment.id = "C-1042";
  made.treatment.start = day(2026, 1, 12);
  made.options = {outpatient(), iop(), residential(), hospital()};
  made.assumptions = {{"no-such-sentence", "facilities.lakeside.network", "in", "", true, {"iop"}}};
  made.questions = questions();
  made.warnings = {{"no-such-warning", "x", {}}};
  return made;
}

}  // namespace preauth::sample
