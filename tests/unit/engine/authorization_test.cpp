// Steps 3 and 7: denials and reductions when authorization was never requested, late or refused.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);

PenaltyTerms denial(Liable liable, NoncoveredRate rate = NoncoveredRate::billed) {
  PenaltyTerms penalty;
  penalty.kind = PenaltyKind::denied;
  penalty.liable = liable;
  penalty.patient_rate = rate;
  return penalty;
}

PenaltyTerms cut(Rate rate, PenaltyBase base = PenaltyBase::plan_payment) {
  PenaltyTerms penalty;
  penalty.kind = PenaltyKind::percent;
  penalty.percent = rate;
  penalty.base = base;
  return penalty;
}

PenaltyTerms flat(Money amount, PenaltyPer per) {
  PenaltyTerms penalty;
  penalty.kind = PenaltyKind::flat;
  penalty.flat = amount;
  penalty.per = per;
  return penalty;
}

Build never_requested(const PenaltyTerms& penalty, const Pays& share = Pays()) {
  Build plan = Build().row(Benefit::inpatient, share);
  for (BenefitTerms& row : plan.terms.benefits[index(Benefit::inpatient)]) row.authorization.never_requested = penalty;
  return plan;
}

std::vector<ServiceLine> unasked(std::vector<ServiceLine> lines) {
  for (ServiceLine& line : lines) line.auth = AuthStatus::never_requested;
  return lines;
}

ServiceLine priced_day(AuthStatus status) {
  ServiceLine line = stay_day(kFirst, 1, usd(600));
  line.billed = usd(1000);
  line.self_pay = usd(750);
  line.auth = status;
  return line;
}

}  // namespace

TEST_CASE("each_broken_provision_has_its_own_reason_code_and_liable_party") {
  struct Case {
    std::string name;
    AuthStatus status;
    Liable liable;
    NoncoveredRate rate;
    std::string adjustments;
  };
  const std::vector<Case> cases = {
      {"as required", AuthStatus::as_required, Liable::patient, NoncoveredRate::billed, "CO-45 40000"},
      {"never requested, provider", AuthStatus::never_requested, Liable::provider, NoncoveredRate::billed,
       "CO-197 100000"},
      {"never requested, patient", AuthStatus::never_requested, Liable::patient, NoncoveredRate::billed,
       "PR-197 100000"},
      {"late, provider", AuthStatus::late, Liable::provider, NoncoveredRate::billed, "CO-197 100000"},
      {"late, patient, contracted", AuthStatus::late, Liable::patient, NoncoveredRate::contracted,
       "PR-197 60000; CO-45 40000"},
      {"refused, provider", AuthStatus::refused, Liable::provider, NoncoveredRate::billed, "CO-50 100000"},
      {"refused, patient, self-pay", AuthStatus::refused, Liable::patient, NoncoveredRate::self_pay,
       "PR-50 75000; CO-45 25000"},
      {"refused and agreed, though the provider is liable otherwise", AuthStatus::refused_agreed, Liable::provider,
       NoncoveredRate::self_pay, "PR-50 75000; CO-45 25000"},
      {"the patient is liable for nothing", AuthStatus::never_requested, Liable::patient, NoncoveredRate::no_liability,
       "CO-197 100000"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Build plan;
    for (BenefitTerms& row : plan.terms.benefits[index(Benefit::inpatient)]) {
      row.authorization.never_requested = denial(c.liable, c.rate);
      row.authorization.late = denial(c.liable, c.rate);
      row.authorization.refused = denial(c.liable, c.rate);
    }
    const Adjudication result = only_line(plan.terms, priced_day(c.status));
    CHECK(adjustments_of(result) == c.adjustments);
    CHECK(mattered(result, Mattered::denial_liability) == (c.status != AuthStatus::as_required));
    if (c.status != AuthStatus::as_required) CHECK(result.amounts.allowed == usd(0));
  }
}

TEST_CASE("each_status_asks_only_its_own_provision") {
  Build plan;
  plan.each(Benefit::inpatient, [](BenefitTerms& row) { row.authorization.late.kind = PenaltyKind::denied; });
  CHECK(only_line(plan.terms, priced_day(AuthStatus::never_requested)).amounts.plan_pays == usd(600));
  CHECK(only_line(plan.terms, priced_day(AuthStatus::refused)).amounts.plan_pays == usd(600));
  CHECK(only_line(plan.terms, priced_day(AuthStatus::late)).amounts.plan_pays == usd(0));
}

TEST_CASE("what_needs_no_authorization_cannot_lack_it_but_can_be_refused") {
  Build plan;
  for (BenefitTerms& row : plan.terms.benefits[index(Benefit::inpatient)]) {
    row.authorization.required = false;
    row.authorization.never_requested = denial(Liable::patient);
    row.authorization.late = denial(Liable::patient);
    row.authorization.refused = denial(Liable::patient);
  }
  CHECK(adjustments_of(only_line(plan.terms, priced_day(AuthStatus::never_requested))) == "CO-45 40000");
  CHECK(adjustments_of(only_line(plan.terms, priced_day(AuthStatus::late))) == "CO-45 40000");
  CHECK(adjustments_of(only_line(plan.terms, priced_day(AuthStatus::refused))) == "PR-50 100000");
}

TEST_CASE("a_denied_line_accrues_nothing_and_uses_up_no_limit") {
  Build plan = never_requested(denial(Liable::patient), Pays().after_deductible());
  plan.deductible(usd(5000));
  plan.limit(Benefit::inpatient, LimitUnit::days, LimitPeriod::year, 2);
  std::vector<ServiceLine> lines = stay(kFirst, 4, usd(600));
  lines[0].auth = AuthStatus::never_requested;
  lines[1].auth = AuthStatus::never_requested;
  Adjudicator adjudicator(plan.terms, Start());
  for (const ServiceLine& line : lines) adjudicator.adjudicate(line);
  // Days 3 and 4 are the two that the limit counts: 2 × 600 to the deductible.
  CHECK(adjudicator.used().person[0] == usd(1200));
}

TEST_CASE("a_plan_that_holds_harmless_makes_every_denial_the_providers_loss_in_network") {
  Build plan = never_requested(denial(Liable::patient));
  plan.each(Benefit::inpatient, [](BenefitTerms& row) {
    row.authorization.refused.kind = PenaltyKind::denied;
    row.authorization.refused.patient_rate = NoncoveredRate::contracted;
  });
  plan.terms.hold_harmless = true;
  CHECK(adjustments_of(only_line(plan.terms, priced_day(AuthStatus::never_requested))) == "CO-197 100000");
  ServiceLine out = priced_day(AuthStatus::never_requested);
  out.network = Network::out;
  CHECK(adjustments_of(only_line(plan.terms, out)) == "PR-197 100000");
  // A written agreement beforehand lifts it.
  CHECK(adjustments_of(only_line(plan.terms, priced_day(AuthStatus::refused_agreed))) == "PR-50 60000; CO-45 40000");
}

TEST_CASE("a_percentage_cuts_what_the_plan_would_pay_after_the_maximum") {
  Build plan = never_requested(cut(percent(50)), Pays().rate(percent(20)));
  plan.maximum(usd(500));
  ServiceLine line = stay_day(kFirst, 1, usd(10000));
  line.auth = AuthStatus::never_requested;
  // 500 stops at the maximum, the plan would pay 9,500, half of it is cut: 500 + 4,750 = 5,250.
  const Adjudication result = only_line(plan.terms, line);
  CHECK(result.amounts.coinsurance == usd(500));
  CHECK(result.amounts.penalty == usd(4750));
  CHECK(result.amounts.patient() == usd(5250));
  CHECK(result.amounts.plan_pays == usd(4750));
  CHECK(adjustments_of(result) == "PR-2 50000; PR-197 475000");
  CHECK(result.adjustments[1].rule == Rule::reduction_percent);
  CHECK(mattered(result, Mattered::penalty_base));
}

TEST_CASE("a_percentage_of_the_allowed_amount_never_takes_more_than_the_plan_payment") {
  const ServiceLine line = unasked({stay_day(kFirst, 1, usd(1000))})[0];
  // 50 % of 1,000 = 500 of the 800 that the plan would pay; 90 % would be 900, 800 is all there is.
  CHECK(only_line(never_requested(cut(percent(50), PenaltyBase::allowed), Pays().rate(percent(20))).terms, line)
            .amounts.penalty == usd(500));
  CHECK(only_line(never_requested(cut(percent(90), PenaltyBase::allowed), Pays().rate(percent(20))).terms, line)
            .amounts.penalty == usd(800));
}

TEST_CASE("the_cap_of_a_percentage_holds_per_admission_episode_or_line") {
  struct Case {
    std::string name;
    PenaltyPer per;
    Money penalty;
  };
  // 10 % of 1,000 = 100 a day, capped at 250; admissions of 4 and 4 days.
  const std::vector<Case> cases = {{"admission: 250 + 250", PenaltyPer::admission, usd(500)},
                                   {"episode: 250", PenaltyPer::episode, usd(250)},
                                   {"line: 8 × 100", PenaltyPer::line, usd(800)}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    PenaltyTerms penalty = cut(percent(10));
    penalty.has_cap = true;
    penalty.cap = usd(250);
    penalty.per = c.per;
    const std::vector<ServiceLine> lines =
        unasked(stay(kFirst, 4, usd(1000)) + stay(day(2026, 3, 1), 4, usd(1000), Benefit::inpatient, 2));
    CHECK(total_of(never_requested(penalty).terms, lines).penalty == c.penalty);
  }
}

TEST_CASE("a_flat_reduction_is_taken_once_per_admission_episode_or_line") {
  struct Case {
    std::string name;
    PenaltyPer per;
    Money penalty;
  };
  const std::vector<Case> cases = {{"admission: 2 × 500", PenaltyPer::admission, usd(1000)},
                                   {"episode: 500", PenaltyPer::episode, usd(500)},
                                   {"line: 8 × 500", PenaltyPer::line, usd(4000)}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const std::vector<ServiceLine> lines =
        unasked(stay(kFirst, 4, usd(1000)) + stay(day(2026, 3, 1), 4, usd(1000), Benefit::inpatient, 2));
    CHECK(total_of(never_requested(flat(usd(500), c.per)).terms, lines).penalty == c.penalty);
  }
}

TEST_CASE("a_flat_reduction_that_one_payment_does_not_cover_is_taken_from_the_next") {
  Build plan = never_requested(flat(usd(500), PenaltyPer::admission), Pays().after_deductible());
  plan.deductible(usd(700));
  // Day 1 pays nothing, day 2 pays 500 − 200 = 300, day 3 pays 500: 0 + 300 + 200.
  const std::vector<Adjudication> results = adjudicate_all(plan.terms, unasked(stay(kFirst, 3, usd(500))));
  CHECK(results[0].amounts.penalty == usd(0));
  CHECK(results[1].amounts.penalty == usd(300));
  CHECK(results[2].amounts.penalty == usd(200));
}

TEST_CASE("facility_and_professional_lines_of_one_admission_share_its_flat_reduction") {
  Build plan = never_requested(flat(usd(500), PenaltyPer::admission));
  for (BenefitTerms& row : plan.terms.benefits[index(Benefit::inpatient_professional)]) {
    row.authorization.never_requested = flat(usd(500), PenaltyPer::admission);
  }
  const std::vector<ServiceLine> lines =
      unasked({stay_day(kFirst, 1, usd(900)), stay_day(kFirst, 1, usd(900), Benefit::inpatient_professional)});
  CHECK(total_of(plan.terms, lines).penalty == usd(500));
}

TEST_CASE("outside_an_admission_every_benefit_has_its_own_flat_reduction") {
  Build plan;
  for (const Benefit benefit : {Benefit::iop, Benefit::php}) {
    plan.terms.of(benefit, Network::in).authorization.never_requested = flat(usd(100), PenaltyPer::admission);
  }
  const std::vector<ServiceLine> lines =
      unasked(visits(kFirst, 5, 2, usd(300), Benefit::php) + visits(day(2026, 3, 2), 5, 2, usd(300), Benefit::iop));
  CHECK(total_of(plan.terms, lines).penalty == usd(200));
}

TEST_CASE("a_reduction_never_counts_towards_the_maximum") {
  Build plan = never_requested(cut(percent(50)), Pays().rate(percent(20)));
  plan.maximum(usd(300));
  Adjudicator adjudicator(plan.terms, Start());
  const std::vector<ServiceLine> lines = unasked(stay(kFirst, 2, usd(1000)));
  // Day 1: 200 and half of 800. Day 2: the 100 left and half of 900.
  CHECK(adjudicator.adjudicate(lines[0]).amounts.penalty == usd(400));
  CHECK(adjudicator.used().person[0] == usd(200));
  CHECK(adjudicator.adjudicate(lines[1]).amounts.patient() == usd(550));
  CHECK(adjudicator.used().person[0] == usd(300));
}

TEST_CASE("where_patients_are_held_harmless_a_reduction_is_written_off") {
  Build plan = never_requested(cut(percent(50)));
  plan.terms.hold_harmless = true;
  const Adjudication result = only_line(plan.terms, unasked({stay_day(kFirst, 1, usd(1000))})[0]);
  CHECK(result.amounts.patient() == usd(0));
  CHECK(result.amounts.plan_pays == usd(500));
  CHECK(result.amounts.allowed == usd(500));
  CHECK(adjustments_of(result) == "CO-96 50000");
}
