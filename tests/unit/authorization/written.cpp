#include "written.h"

namespace preauth::test {
namespace {

DecisionClock employer_clock() {
  DecisionClock clock;
  clock.id = "erisa";
  clock.urgent_hours = 72;
  clock.standard_days = 15;
  clock.extension_hours = 24;
  clock.extension_ahead_hours = 24;
  clock.appeal_hours = 72;
  clock.appeal_days = 180;
  clock.coverage_continues = true;
  clock.citation.title = "29 CFR 2560.503-1";
  return clock;
}

StepAuthorization program() {
  StepAuthorization step;
  step.level = Level::residential;
  step.required = RequiredState::yes;
  step.first_days = 7;
  step.then_every = 5;
  step.cadence_assumed = true;
  step.first_day = civil(2026, 1, 12);
  step.last_day = civil(2026, 1, 23);
  step.reviews = {civil(2026, 1, 19)};
  step.requested_by = "provider";
  step.requested_by_assumed = true;
  step.clock = employer_clock();
  step.chance_refused = ChanceRange{Rate::percent(5), Rate::percent(17), Rate::percent(33), "Connecticut 2015"};
  const Money approved = Money::dollars(2880);
  const Money cut = Money::dollars(2180);
  const Money all = Money::dollars(16'800);
  step.branches = {
      {BranchKind::approved, LiableParty::none, approved, std::nullopt, std::nullopt, std::nullopt, approved, approved},
      {BranchKind::cut, LiableParty::unknown, cut, Money(), Money::dollars(1400), civil(2026, 1, 19), cut,
       Money::dollars(9180)},
      {BranchKind::refused_agreed, LiableParty::patient, all, Money::dollars(1400), Money::dollars(1400), std::nullopt,
       all, all},
      {BranchKind::appeal_won, LiableParty::none, approved, std::nullopt, std::nullopt, std::nullopt, approved,
       approved}};
  return step;
}

Task task(Date on, const std::string& id, const std::string& detail) {
  Task made;
  made.on = on;
  made.id = id;
  made.level = Level::residential;
  made.option = "program";
  made.facility = "lakeside";
  made.detail = detail;
  return made;
}

}  // namespace

Date civil(int year, int month, int number) { return Date::from_civil(year, month, number).value(); }

Comparison written_comparison() {
  Comparison comparison;
  comparison.as_of = civil(2026, 1, 5);
  PlanSummary plan;
  plan.id = "gold";
  plan.name = "Gold; and more";
  plan.year = {civil(2026, 1, 1), civil(2026, 12, 31)};
  comparison.plans = {plan};
  comparison.treatment.start = civil(2026, 1, 12);
  OptionEstimate option;
  option.id = "program";
  option.plan = "gold";
  option.levels = {Level::residential};
  option.units = {12};
  option.first_day = civil(2026, 1, 12);
  option.last_day = civil(2026, 1, 23);
  option.authorization = {program()};
  option.tasks = {task(civil(2026, 1, 9), "request-authorization", "urgent"),
                  task(civil(2026, 1, 16), "review", "2026-01-19")};
  comparison.options = {option};
  return comparison;
}

}  // namespace preauth::test
