#include "engine/extremes.h"

#include <algorithm>

#include "engine/extreme_search.h"

namespace preauth {
namespace {

// The rows that lines of `benefits` may end at: each silent row's choices, followed to the end.
BenefitMask reachable(const PreparedPlan& plan, BenefitMask benefits) {
  BenefitMask reached = benefits;
  BenefitMask before = 0;
  while (reached != before) {
    before = reached;
    for (std::size_t b = 0; b < kBenefitCount; ++b) {
      if ((reached & mask(static_cast<Benefit>(b))) == 0) continue;
      for (const RowQuestion& row : plan.rows[b]) {
        for (const RowChoice& choice : row.choices) {
          const bool refers =
              choice.source.origin == ShareOrigin::other_row || choice.source.origin == ShareOrigin::plan_usual;
          if (refers) reached |= mask(choice.source.row);
        }
      }
    }
  }
  return reached;
}

NetworkMask possible_networks(const PreparedTreatment& treatment, const PreparedOption& option) {
  NetworkMask networks = 0;
  for (const PreparedStep& step : option.steps) {
    if (step.facility == 0) {
      networks |= mask(Network::in);
    } else {
      const Known<Network> known = stated_network(treatment.treatment->facilities[step.facility - 1U]);
      networks |=
          known.is_exact() ? mask(known.value()) : static_cast<NetworkMask>(mask(Network::in) | mask(Network::out));
    }
    for (const PreparedLine& line : step.lines) {
      if (line.stated != nullptr && line.stated->network.known.is_exact())
        networks |= mask(line.stated->network.known.value());
    }
  }
  return networks;
}

bool uses_slot(const PreparedOption& option, std::int32_t slot) {
  if (slot < 0) return true;
  return std::any_of(option.steps.begin(), option.steps.end(), [slot](const PreparedStep& step) {
    return std::any_of(step.lines.begin(), step.lines.end(), [slot](const PreparedLine& line) {
      return !line.room_and_board && line.slot == static_cast<std::size_t>(slot);
    });
  });
}

// What each unknown alone moves, everything else likely.
std::vector<Influence> influences(const EstimateModel& model, std::size_t option, CourseTotals& totals) {
  const Assignment likely = likely_assignment(model.unknowns);
  std::vector<Influence> found;
  const Money usual = totals.of(option, likely).patient();
  Assignment trial = likely;
  for (const std::size_t unknown : touching(model, option)) {
    const std::int64_t own = likely[unknown];
    Influence influence{unknown, Money(), own, own};
    Money low = usual;
    Money high = usual;
    for (const std::int64_t value : model.unknowns[unknown].candidates()) {
      trial[unknown] = value;
      const Money amount = totals.of(option, trial).patient();
      if (amount < low) influence.least_at = value;
      if (amount > high) influence.greatest_at = value;
      low = least(low, amount);
      high = greatest(high, amount);
    }
    trial[unknown] = own;
    influence.swing = high - low;
    if (influence.swing.is_positive()) found.push_back(influence);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Influence& a, const Influence& b) { return a.swing > b.swing; });
  return found;
}

}  // namespace

std::vector<std::size_t> touching(const EstimateModel& model, std::size_t option) {
  const PreparedOption& prepared = model.treatment.options[option];
  const BenefitMask benefits = reachable(model.plan, benefits_of(prepared));
  const NetworkMask networks = possible_networks(model.treatment, prepared);
  std::vector<std::size_t> touched;
  for (std::size_t i = 0; i < model.unknowns.size(); ++i) {
    const Unknown& unknown = model.unknowns[i];
    const bool mine = (unknown.option < 0 || unknown.option == prepared.index) && uses_slot(prepared, unknown.slot);
    if (mine && (unknown.benefits & benefits) != 0 && (unknown.networks & networks) != 0) touched.push_back(i);
  }
  return touched;
}

Extremes find_extremes(const EstimateModel& model, std::size_t option, CourseTotals& totals) {
  Extremes extremes;
  extremes.influences = influences(model, option, totals);
  ExtremeSearch search(model, option);
  search.run(totals);
  extremes.low = search.low().amounts;
  extremes.high = search.high().amounts;
  extremes.low_at = search.low().at;
  extremes.high_at = search.high().at;
  return extremes;
}

void widen(const EstimateModel& model, const Assignment& least, const Assignment& greatest, std::size_t option,
           CourseTotals& totals, Extremes& extremes) {
  ExtremeSearch search(model, option);
  const ExtremeCase low = search.climb(totals, least, Towards::least);
  if (low.amounts.patient() < extremes.low.patient()) {
    extremes.low = low.amounts;
    extremes.low_at = low.at;
  }
  const ExtremeCase high = search.climb(totals, greatest, Towards::greatest);
  if (high.amounts.patient() > extremes.high.patient()) {
    extremes.high = high.amounts;
    extremes.high_at = high.at;
  }
}

}  // namespace preauth
