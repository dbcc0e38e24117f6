// What each row of the benefit table states, and what a silent row may turn out to be.

#include <algorithm>
#include <string>
#include <vector>

#include "engine/resolve_parts.h"

namespace preauth {
namespace {

// The rows a silent row usually falls under, likeliest first. Which line of the table a program is paid under is the
// classic question: CMS's sample SBC has $35 for office visits and 20 % for other outpatient; FEHB brochures pay
// intensive outpatient as facility outpatient.
std::vector<Benefit> usual_rows(Benefit benefit) {
  switch (benefit) {
    case Benefit::iop:
    case Benefit::php:
    case Benefit::mat:
      return {Benefit::outpatient_other, Benefit::office_visit};
    case Benefit::virtual_iop:
      return {Benefit::iop, Benefit::office_visit};
    case Benefit::outpatient:
      return {Benefit::office_visit};
    case Benefit::office_visit:
    case Benefit::aftercare:
      return {Benefit::outpatient};
    case Benefit::residential:
    case Benefit::detox:
      return {Benefit::inpatient};
    case Benefit::inpatient:
      return {Benefit::inpatient_facility};
    case Benefit::inpatient_facility:
      return {Benefit::inpatient};
    case Benefit::outpatient_other:
    case Benefit::inpatient_professional:
    case Benefit::emergency:
    case Benefit::laboratory:
    case Benefit::drug:
    case Benefit::ambulance:
      return {};
  }
  return {};
}

// Residential treatment is the classic exclusion, and virtual programs are plan-specific: silence may mean not covered.
bool may_be_uncovered(Benefit benefit) { return benefit == Benefit::residential || benefit == Benefit::virtual_iop; }

bool states_share(const Plan& plan, Benefit benefit, Network network) {
  return plan.row(benefit).share[index(network)].known.is_exact();
}

RowChoice stated_row(Benefit benefit, Network network) {
  return {{ShareOrigin::stated, benefit, network, nullptr, false}, ""};
}

RowChoice other_row(Benefit row, Network network) {
  return {{ShareOrigin::other_row, row, network, nullptr, false}, std::string(id(row))};
}

RowChoice not_covered() {
  return {{ShareOrigin::assumed_not_covered, Benefit::outpatient, Network::in, nullptr, false}, "not covered"};
}

// A level that falls under some row in network falls under the same row out of network.
RowChoice follow_in() {
  RowChoice choice = not_covered();
  choice.source.follows_in = true;
  return choice;
}

RowChoice cited(const Cited<CostShare>& share) {
  return {{ShareOrigin::cited_default, Benefit::outpatient, Network::in, &share, false}, std::string(share.text)};
}

bool is_plain_coinsurance(const CostShare& share) {
  if (share.tiers.size() != 1) return false;
  const Share& only = share.tiers.front().share;
  return only.days.empty() && !only.cap && only.copay == Known<Money>(Money()) && only.coinsurance.is_exact() &&
         !only.coinsurance.value().is_zero() &&
         only.deductible == Known<DeductibleOrder>(DeductibleOrder::deductible_first);
}

// The row whose coinsurance after deductible the plan states most often in network: what its silent rows usually carry.
std::optional<Benefit> usual_coinsurance_row(const Plan& plan) {
  std::optional<Benefit> best;
  std::int64_t best_count = 0;
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    const Known<CostShare>& share = plan.benefits[b].share[index(Network::in)].known;
    if (!share.is_exact() || !is_plain_coinsurance(share.value())) continue;
    const std::int64_t count = std::count_if(plan.benefits.begin(), plan.benefits.end(), [&](const BenefitRow& row) {
      return row.share[index(Network::in)].known == share;
    });
    if (count > best_count) {
      best_count = count;
      best = static_cast<Benefit>(b);
    }
  }
  return best;
}

// A row worth pointing to: it, or the row it falls under in turn, has words of its own. "Other outpatient" and IOP are
// always worth it: they are what the question is about, silent or not.
bool says_something(const Plan& plan, Benefit row) {
  if (states_share(plan, row, Network::in) || plan.row(row).same_as.known.is_exact()) return true;
  if (row == Benefit::outpatient_other || row == Benefit::iop) return true;
  const std::vector<Benefit> next = usual_rows(row);
  return next.size() == 1 && states_share(plan, next.front(), Network::in);
}

// A silent "other outpatient" row takes coinsurance: that a program costs a visit's copay is the other answer to the
// question which row it falls under.
std::vector<RowChoice> default_choices(const PreparedPlan& prepared, Benefit benefit, std::optional<Benefit> usual) {
  const CitedRange<CostShare>& share = prepared.input.defaults->share;
  std::vector<RowChoice> choices;
  if (usual) {
    const std::string& phrase = prepared.input.plan->row(*usual).phrase[index(Network::in)];
    choices.push_back({{ShareOrigin::plan_usual, *usual, Network::in, nullptr, false}, phrase});
  } else {
    choices.push_back(cited(share.likely));
  }
  if (benefit != Benefit::outpatient_other) {
    choices.push_back(cited(is_stay(benefit) ? prepared.input.defaults->stay_share_low : share.low));
  }
  choices.push_back(cited(share.high));
  return choices;
}

// Physicians who visit a stay are paid like the stay, where that is a share of each bill or nothing. A copay per stay
// or day says nothing about them.
bool physicians_follow_stay(const Plan& plan) {
  const Known<CostShare>& inpatient = plan.row(Benefit::inpatient).share[index(Network::in)].known;
  if (!inpatient.is_exact()) return false;
  const std::vector<VisitTier>& tiers = inpatient.value().tiers;
  return tiers.size() == 1 && tiers.front().share.days.empty() && tiers.front().share.copay == Known<Money>(Money());
}

void prepare_in(PreparedPlan& prepared, Benefit benefit, std::optional<Benefit> usual) {
  const Plan& plan = *prepared.input.plan;
  RowQuestion& row = prepared.rows[index(benefit)][index(Network::in)];
  if (states_share(plan, benefit, Network::in)) {
    row.choices = {stated_row(benefit, Network::in)};
    return;
  }
  const Field<SameAs>& same_as = plan.row(benefit).same_as;
  if (same_as.known.is_exact()) {
    row.choices = {other_row(same_as.known.value().benefit, Network::in)};
    return;
  }
  const std::vector<Benefit> targets = usual_rows(benefit);
  for (const Benefit target : targets) {
    if (says_something(plan, target)) row.choices.push_back(other_row(target, Network::in));
  }
  if (benefit == Benefit::inpatient_professional && physicians_follow_stay(plan)) {
    row.choices.push_back(other_row(Benefit::inpatient, Network::in));
  }
  if (row.choices.empty()) row.choices = default_choices(prepared, benefit, usual);
  if (may_be_uncovered(benefit)) row.choices.push_back(not_covered());
  const bool follows = row.choices.front().source.origin == ShareOrigin::other_row;
  row.path = row_path(benefit, follows ? "same_as" : "in");
  row.question = targets.size() > 1 ? "C6" : may_be_uncovered(benefit) ? "E1" : "C4";
}

void prepare_out(PreparedPlan& prepared, Benefit benefit, bool out_possible) {
  const Plan& plan = *prepared.input.plan;
  const Field<SameAs>& same_as = plan.row(benefit).same_as;
  RowQuestion& row = prepared.rows[index(benefit)][index(Network::out)];
  row.path = row_path(benefit, "out");
  row.question = "F1";
  if (states_share(plan, benefit, Network::out)) {
    row.choices = {stated_row(benefit, Network::out)};
  } else if (kind_of(plan) == PlanKind::medicare) {
    row.choices = {other_row(benefit, Network::in)};  // Original Medicare has no networks, only assignment
  } else if (!out_possible) {
    row.choices = {not_covered()};
  } else if (!states_share(plan, benefit, Network::in) && same_as.known.is_exact()) {
    row.choices = {other_row(same_as.known.value().benefit, Network::out)};
  } else if (prepared.rows[index(benefit)][index(Network::in)].choices.front().source.origin ==
             ShareOrigin::other_row) {
    row.choices = {follow_in()};
  } else {
    row.choices = {cited(prepared.input.defaults->out_share), not_covered()};
  }
}

// Notes an open part and gives its lowest value; exact parts pass through.
class ShareReader {
 public:
  ShareReader(PreparedPlan& prepared, Benefit row, Network network)
      : prepared_(prepared), row_(row), network_(network) {}

  BenefitTerms read(const CostShare& share) {
    BenefitTerms terms;
    terms.medicare_part_a = share.medicare_part_a;
    terms.status = share.covered ? CoverageStatus::covered : CoverageStatus::not_covered;
    terms.tier_count = static_cast<std::uint8_t>(std::min(share.tiers.size(), kMostVisitTiers));
    for (std::size_t i = 0; i < terms.tier_count; ++i) {
      tier_ = static_cast<std::uint8_t>(i);
      terms.tier_visits[i] = share.tiers[i].visits.value_or(0);
      terms.tiers[i] = read(share.tiers[i].share);
    }
    return terms;
  }

 private:
  ShareTerms read(const Share& share) {
    ShareTerms terms;
    terms.deductible = order(share.deductible);
    terms.copay = money(share.copay, PhrasePart::copay);
    terms.coinsurance = rate(share.coinsurance, PhrasePart::coinsurance);
    terms.copay_per = share.copay_per;
    // "$500 copay" for a stay does not say whether it is owed once or each day.
    if (is_stay(row_) && has_bare_copay(share)) {
      note(PhrasePart::copay_per, 0, 1);
    }
    terms.copay_days = share.copay_days.value_or(0);
    terms.has_cap = share.cap.has_value();
    terms.cap = share.cap.value_or(Money());
    terms.cap_per = share.cap_per;
    terms.band_count = static_cast<std::uint8_t>(std::min(share.days.size(), kMostDayBands));
    for (std::size_t i = 0; i < terms.band_count; ++i) {
      band_ = static_cast<std::uint8_t>(i);
      const DayBand& band = share.days[i];
      terms.bands[i] = {band.first_day, band.last_day, money(band.copay, PhrasePart::band_copay),
                        rate(band.coinsurance, PhrasePart::band_coinsurance)};
    }
    return terms;
  }

  // With no deductible to meet the order does not matter, and asking would waste a call.
  DeductibleOrder order(const Known<DeductibleOrder>& known) {
    if (known.is_exact()) return known.value();
    const Known<PlanAmount>& amount = prepared_.input.plan->deductible.by_network[index(network_)].individual.known;
    const bool free =
        amount.is_exact() && (amount.value().kind != AmountKind::amount || amount.value().amount.is_zero());
    if (!free) note(PhrasePart::deductible, 0, 1);
    return DeductibleOrder::does_not_apply;
  }

  Money money(const Known<Money>& known, PhrasePart part) {
    if (!known.is_range()) return known.value_or(Money());
    note(part, known.low().count_cents(), known.high().count_cents());
    return known.low();
  }

  Rate rate(const Known<Rate>& known, PhrasePart part) {
    if (!known.is_range()) return known.value_or(Rate());
    note(part, known.low().parts(), known.high().parts());
    return known.low();
  }

  void note(PhrasePart part, std::int64_t low, std::int64_t high) {
    prepared_.open_parts.push_back({row_, network_, part, tier_, band_, low, high});
  }

  PreparedPlan& prepared_;
  Benefit row_;
  Network network_;
  std::uint8_t tier_ = 0;
  std::uint8_t band_ = 0;
};

void prepare_row(PreparedPlan& prepared, Benefit benefit, std::optional<Benefit> usual, bool out_possible) {
  const Plan& plan = *prepared.input.plan;
  prepare_in(prepared, benefit, usual);
  prepared.rows[index(benefit)][index(Network::tier2)].choices = {states_share(plan, benefit, Network::tier2)
                                                                      ? stated_row(benefit, Network::tier2)
                                                                      : other_row(benefit, Network::in)};
  prepare_out(prepared, benefit, out_possible);
  for (std::size_t n = 0; n < kNetworkCount; ++n) {
    const Known<CostShare>& share = plan.row(benefit).share[n].known;
    if (!share.is_exact()) continue;
    prepared.stated[index(benefit)][n] = ShareReader(prepared, benefit, static_cast<Network>(n)).read(share.value());
  }
}

}  // namespace

std::string row_path(Benefit benefit, std::string_view key) {
  return "benefits." + std::string(id(benefit)) + "." + std::string(key);
}

void prepare_shares(PreparedPlan& prepared) {
  const std::optional<Benefit> usual = usual_coinsurance_row(*prepared.input.plan);
  const bool out_possible = may_cover_out_of_network(*prepared.input.plan);
  for (std::size_t b = 0; b < kBenefitCount; ++b) prepare_row(prepared, static_cast<Benefit>(b), usual, out_possible);
}

}  // namespace preauth
