// Published examples of copays, stays and penalties, and the readings under which two sources that differ are both
// true.

#include "vectors/vector.h"

namespace preauth {
namespace {

const char* const kCmsAlgorithm = "CMS OOPC algorithm (2016 source) on invented utilisation";

Vector start_of(Vector vector, Dollars deductible_used, Dollars maximum_used) {
  vector.start.as_of = Date::from_civil(2026, 1, 5);
  vector.start.buckets.person[0] = Money::dollars(deductible_used);
  vector.start.buckets.person[1] = Money::dollars(maximum_used);
  return vector;
}

Vector crossing(std::string id, CrossingCopay rule, Expected total) {
  Vector vector{.id = std::move(id),
                .origin = std::string(kCmsAlgorithm) + ": pro rata 1,693.33; claim by claim 1,720 or 1,680",
                .reading = rule == CrossingCopay::charged ? "crossing_copay = charged" : "crossing_copay = not charged",
                .terms = plan_of({.deductible = 1'000, .maximum = 5'000, .copay = 40}),
                .lines = visits(24, {.allowed = 150}),
                .total = total};
  vector.terms.crossing_copay = rule;
  return vector;
}

Vector copay_and_coinsurance(std::string id, CoinsuranceBase base, Expected total) {
  Vector vector{
      .id = std::move(id),
      .origin = std::string(kCmsAlgorithm) + ": pro rata 8,397.68; one claim 8,320 or 8,420",
      .reading = base == CoinsuranceBase::allowed ? "coinsurance_base = allowed" : "coinsurance_base = net of copay",
      .terms = plan_of({.deductible = 1'500,
                        .maximum = 9'000,
                        .copay = 500,
                        .copay_per = CopayPer::admission,
                        .coinsurance_percent = 20}),
      .lines = stay(1, {.allowed = 28 * 1'200, .benefit = Benefit::inpatient}),
      .total = total};
  vector.terms.coinsurance_base = base;
  return vector;
}

Vector two_services() {
  Vector vector{.id = "O10",
                .origin = kCmsAlgorithm,
                .terms = plan_of({.deductible = 2'000, .maximum = 8'200, .coinsurance_percent = 25}),
                .lines = visits(24, {.allowed = 400}),
                .total = {.patient = 4'200}};  // 2,000 + 25 % of 7,600 + 10 x 30 = 4,200
  vector.terms.of(Benefit::office_visit, Network::in).tiers[0] =
      share_of({.copay = 30, .order = DeductibleOrder::does_not_apply});
  const std::vector<ServiceLine> office =
      visits(10, {.allowed = 150, .benefit = Benefit::office_visit, .date = vector.lines.back().date + 1});
  vector.lines.insert(vector.lines.end(), office.begin(), office.end());
  return vector;
}

std::vector<Vector> copays() {
  return {
      start_of({.id = "A28",
                .origin = "healthsim-workspace c903928, benefit-for-claim skill (Apache-2.0), example 1",
                .terms = plan_of(
                    {.deductible = 1'500, .maximum = 6'000, .copay = 30, .order = DeductibleOrder::does_not_apply}),
                .lines = {claim({.allowed = 150})},
                .total = {.copay = 30, .patient = 30, .plan = 120},
                .used = {.deductible = 500, .maximum = 830}},
               500, 800),
      // Six lines fill 900; line 7: 100 + 40; lines 8 to 24: 17 x 40 = 680. 1,000 + 40 + 680 = 1,720.
      crossing("O4", CrossingCopay::charged, {.deductible = 1'000, .copay = 720, .patient = 1'720}),
      crossing("O4-not-charged", CrossingCopay::not_charged, {.deductible = 1'000, .copay = 680, .patient = 1'680}),
      {.id = "O5",
       .origin = std::string(kCmsAlgorithm) + "; claim by claim gives the same",
       .terms = plan_of({.deductible = 1'000, .maximum = 5'000, .copay = 40, .order = DeductibleOrder::copay_first}),
       .lines = visits(24, {.allowed = 150}),  // 24 x 40 = 960, and 9 x 110 + 10 = 1,000
       .total = {.deductible = 1'000, .copay = 960, .patient = 1'960}},
      two_services(),
  };
}

std::vector<Vector> stays() {
  return {
      {.id = "A04",
       .origin = "KFF Health Insurance Quiz, question 4",
       .reading = "four days of 1,500; the day that crosses the deductible has its copay",
       .terms = plan_of({.deductible = 1'000, .copay = 250, .copay_per = CopayPer::day}),
       .lines = stay(4, {.allowed = 1'500, .benefit = Benefit::inpatient}),
       .total = {.deductible = 1'000, .copay = 1'000, .patient = 2'000, .plan = 4'000}},
      start_of({.id = "A30",
                .origin = "healthsim-workspace c903928, benefit-for-claim skill (Apache-2.0), example 3",
                .terms = plan_of({.deductible = 1'500,
                                  .maximum = 6'000,
                                  .copay = 500,
                                  .copay_per = CopayPer::admission,
                                  .coinsurance_percent = 20}),
                .lines = stay(4, {.allowed = 6'250, .benefit = Benefit::inpatient}),
                // 20 % of 24,500 = 4,900, trimmed to 6,000 - 3,500 - 500 = 2,000
                .total = {.copay = 500, .coinsurance = 2'000, .patient = 2'500, .plan = 22'500},
                .used = {.maximum = 6'000}},
               1'500, 3'500),
      {.id = "O6",
       .origin = kCmsAlgorithm,
       .terms = plan_of({.maximum = 9'000, .copay = 350, .copay_per = CopayPer::day, .copay_days = 5}),
       .lines = stay(28, {.allowed = 1'200, .benefit = Benefit::inpatient}),
       .total = {.copay = 1'750, .patient = 1'750}},  // 5 x 350
      // 33,600 - 1,500 - 500 = 31,600, 20 % = 6,320; 1,500 + 500 + 6,320 = 8,320
      copay_and_coinsurance("O7", CoinsuranceBase::net_of_copay,
                            {.deductible = 1'500, .copay = 500, .coinsurance = 6'320, .patient = 8'320}),
      // 20 % of 33,600 - 1,500 = 6,420
      copay_and_coinsurance("O7-on-allowed", CoinsuranceBase::allowed,
                            {.deductible = 1'500, .copay = 500, .coinsurance = 6'420, .patient = 8'420}),
      {.id = "stay-copay-carried",
       .origin = "DESIGN.md, Adjudication: what belongs to an admission is owed by the admission",
       .terms = plan_of({.deductible = 2'000, .copay = 850, .copay_per = CopayPer::admission}),
       .lines = stay(5, {.allowed = 700, .benefit = Benefit::inpatient}),
       .expected = {{.deductible = 700, .copay = 0},
                    {.deductible = 700, .copay = 0},
                    {.deductible = 600, .copay = 100},  // 2,000 - 1,400 = 600
                    {.deductible = 0, .copay = 700},
                    {.deductible = 0, .copay = 50}},  // 850 - 100 - 700 = 50
       .total = {.deductible = 2'000, .copay = 850, .patient = 2'850}},
  };
}

Vector benefits_cut_in_half() {
  Vector vector{.id = "benefits-cut-in-half",
                .origin = "DESIGN.md, Adjudication: reductions apply to what the plan would pay",
                .terms = plan_of({.maximum = 5'000, .coinsurance_percent = 20}),
                .lines = {claim({.allowed = 10'000, .benefit = Benefit::residential})},
                // 20 % of 10,000 stopped at 500; half of 9,500 = 4,750; 500 + 4,750 = 5,250
                .total = {.coinsurance = 500, .penalty = 4'750, .patient = 5'250, .plan = 4'750},
                .used = {.maximum = 5'000}};
  AuthorizationTerms& authorization = vector.terms.of(Benefit::residential, Network::in).authorization;
  authorization.required = true;
  authorization.never_requested.kind = PenaltyKind::percent;
  authorization.never_requested.percent = Rate::percent(50);
  vector.lines[0].auth = AuthStatus::never_requested;
  vector.start.as_of = Date::from_civil(2026, 1, 5);
  vector.start.buckets.person[0] = Money::dollars(4'500);
  return vector;
}

}  // namespace

std::vector<Vector> copay_and_stay_vectors() {
  std::vector<Vector> all = copays();
  const std::vector<Vector> more = stays();
  all.insert(all.end(), more.begin(), more.end());
  all.push_back(benefits_cut_in_half());
  return all;
}

}  // namespace preauth
