// Step 0: emergencies and surprise bills: in-network share and accumulators, no balance bill, no penalty.

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

const Date kFirst = day(2026, 1, 12);

// In network 20 % after 500, out of network 50 % after 2,000; a denial waits for whoever did not ask.
Build plan_with_networks() {
  Build plan;
  plan.bucket(BucketKind::deductible, usd(500)).applies = kInNetworks;
  plan.terms.buckets[0].feeds = kInNetworks;
  plan.bucket(BucketKind::deductible, usd(2000)).applies = kOnlyOut;
  plan.terms.buckets[1].feeds = kOnlyOut;
  plan.row(Benefit::inpatient, Pays().rate(percent(20)).after_deductible());
  plan.row(Benefit::inpatient, Network::out, Pays().rate(percent(50)).after_deductible());
  plan.each(Benefit::inpatient, [](BenefitTerms& row) {
    row.authorization.never_requested.kind = PenaltyKind::denied;
    row.authorization.never_requested.liable = Liable::patient;
  });
  return plan;
}

ServiceLine out_day() { return out_of_network(stay_day(kFirst, 1, usd(1000)), usd(1800)); }

}  // namespace

TEST_CASE("an_ordinary_out_of_network_day_has_its_own_share_and_a_balance_bill") {
  // 1,000 of 2,000 to the deductible, 800 balance.
  const Amounts amounts = only_line(plan_with_networks().terms, out_day()).amounts;
  CHECK(amounts.deductible == usd(1000));
  CHECK(amounts.balance_bill == usd(800));
}

TEST_CASE("an_emergency_is_shared_as_in_network_without_a_balance_bill") {
  const Build plan = plan_with_networks();
  ServiceLine line = out_day();
  line.emergency = true;
  Adjudicator adjudicator(plan.terms, Start());
  const Adjudication result = adjudicator.adjudicate(line);
  // 500 + 20 % of 500 = 600; 800 written off.
  CHECK(result.amounts.patient() == usd(600));
  CHECK(result.amounts.write_off == usd(800));
  CHECK(adjustments_of(result) == "CO-45 80000; PR-1 50000; PR-2 10000");
  CHECK(result.adjustments[0].rule == Rule::surprise_protected);
  CHECK_FALSE(mattered(result, Mattered::out_of_network_method));
  // The in-network accumulators are filled, the others are not.
  CHECK(adjudicator.used().person[0] == usd(500));
  CHECK(adjudicator.used().person[1] == usd(0));
}

TEST_CASE("an_emergency_has_no_authorization_penalty") {
  ServiceLine line = out_day();
  line.emergency = true;
  line.auth = AuthStatus::never_requested;
  const Adjudication result = only_line(plan_with_networks().terms, line);
  CHECK(result.amounts.patient() == usd(600));
  CHECK_FALSE(mattered(result, Mattered::denial_liability));
}

TEST_CASE("an_emergency_in_network_keeps_the_contract_discount") {
  ServiceLine line = out_day();
  line.network = Network::in;
  line.emergency = true;
  CHECK(only_line(plan_with_networks().terms, line).adjustments[0].rule == Rule::discount);
}

TEST_CASE("an_emergency_in_the_second_tier_has_the_in_network_share") {
  Build plan = plan_with_networks();
  plan.row(Benefit::inpatient, Network::tier2, Pays().rate(percent(40)));
  ServiceLine line = out_day();
  line.network = Network::tier2;
  CHECK(only_line(plan.terms, line).amounts.patient() == usd(400));
  line.emergency = true;
  CHECK(only_line(plan.terms, line).amounts.patient() == usd(600));
}

TEST_CASE("the_recognised_amount_is_capped_at_the_billed_charge") {
  ServiceLine line = out_day();
  line.emergency = true;
  line.billed = usd(900);
  // 500 + 20 % of 400 = 580.
  CHECK(only_line(plan_with_networks().terms, line).amounts.patient() == usd(580));
}

TEST_CASE("an_out_of_network_professional_at_an_in_network_hospital_is_protected") {
  Build plan = plan_with_networks();
  ServiceLine line = out_day();
  line.protected_from_balance = true;
  CHECK(only_line(plan.terms, line).amounts.patient() == usd(600));
  CHECK(only_line(plan.terms, line).adjustments[0].rule == Rule::surprise_protected);
  // Authorization holds as in network: the in-network row says the provider bears it.
  plan.terms.of(Benefit::inpatient, Network::in).authorization.never_requested.liable = Liable::provider;
  line.auth = AuthStatus::never_requested;
  CHECK(adjustments_of(only_line(plan.terms, line)) == "CO-197 180000");
}

TEST_CASE("protection_changes_nothing_for_a_second_tier_line") {
  Build plan = plan_with_networks();
  plan.row(Benefit::inpatient, Network::tier2, Pays().rate(percent(40)));
  ServiceLine line = out_day();
  line.network = Network::tier2;
  line.protected_from_balance = true;
  CHECK(only_line(plan.terms, line).amounts.patient() == usd(400));
}

TEST_CASE("an_emergency_at_a_place_the_plan_covers_only_in_network_is_covered") {
  Build plan = plan_with_networks();
  plan.terms.of(Benefit::inpatient, Network::out).status = CoverageStatus::not_covered;
  ServiceLine line = out_day();
  CHECK(only_line(plan.terms, line).amounts.not_covered == usd(1800));
  line.emergency = true;
  CHECK(only_line(plan.terms, line).amounts.patient() == usd(600));
}

TEST_CASE("a_ground_ambulance_is_not_protected_even_in_an_emergency") {
  Build plan = Build().row(Benefit::ambulance, Network::in, Pays().rate(percent(10)));
  plan.row(Benefit::ambulance, Network::out, Pays().rate(percent(40)));
  for (BenefitTerms& row : plan.terms.benefits[index(Benefit::ambulance)]) {
    row.authorization.never_requested.kind = PenaltyKind::denied;
    row.authorization.never_requested.liable = Liable::patient;
  }
  ServiceLine ride = out_of_network(visit(kFirst, usd(500), Benefit::ambulance), usd(1200));
  ride.emergency = true;
  // 40 % of 500 and the balance of 700.
  CHECK(only_line(plan.terms, ride).amounts.patient() == usd(900));
  ride.emergency = false;
  ride.protected_from_balance = true;
  CHECK(only_line(plan.terms, ride).amounts.patient() == usd(900));
  ride.emergency = true;
  ride.auth = AuthStatus::never_requested;
  CHECK(adjustments_of(only_line(plan.terms, ride)) == "PR-197 120000");
}
