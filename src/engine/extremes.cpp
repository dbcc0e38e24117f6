#include "engine/extremes.h"

#include <algorithm>

namespace preauth {
namespace {

constexpr std::size_t kMostCombinations = 64;  // below this every combination is tried
constexpr int kMostPasses = 4;

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

class Search {
 public:
  Search(const EstimateModel& model, std::size_t option, std::vector<std::size_t> touched, Evaluator& evaluator)
      : option_(option), touched_(std::move(touched)), evaluator_(evaluator) {
    for (const std::size_t unknown : touched_) values_.push_back(model.unknowns[unknown].candidates());
  }

  std::vector<Influence> influences(const Assignment& likely, Assignment& least, Assignment& greatest) {
    std::vector<Influence> found;
    const Money usual = patient(likely);
    Assignment trial = likely;
    for (std::size_t i = 0; i < touched_.size(); ++i) {
      Money low = usual;
      Money high = usual;
      for (const std::int64_t value : values_[i]) {
        trial[touched_[i]] = value;
        const Money amount = patient(trial);
        if (amount < low) least[touched_[i]] = value;
        if (amount > high) greatest[touched_[i]] = value;
        low = std::min(low, amount);
        high = std::max(high, amount);
      }
      trial[touched_[i]] = likely[touched_[i]];
      if (high > low) found.push_back({touched_[i], high - low});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Influence& a, const Influence& b) { return a.swing > b.swing; });
    return found;
  }

  std::size_t combinations() const {
    std::size_t product = 1;
    for (const std::vector<std::int64_t>& values : values_) {
      product *= values.size();
      if (product > kMostCombinations) return product;
    }
    return product;
  }

  // Every combination, counting like an odometer.
  void try_all(Assignment assignment, Assignment& least, Assignment& greatest) {
    std::vector<std::size_t> at(touched_.size(), 0);
    Money low = patient(least);
    Money high = patient(greatest);
    for (bool more = true; more;) {
      for (std::size_t i = 0; i < touched_.size(); ++i) assignment[touched_[i]] = values_[i][at[i]];
      const Money amount = patient(assignment);
      if (amount < low) {
        low = amount;
        least = assignment;
      }
      if (amount > high) {
        high = amount;
        greatest = assignment;
      }
      more = advance(at);
    }
  }

  // Moves one unknown at a time; `sign` is +1 for the greatest amount, -1 for the least.
  Assignment climb(Assignment assignment, std::int64_t sign) {
    std::int64_t best = sign * patient(assignment).count_cents();
    for (int pass = 0; pass < kMostPasses; ++pass) {
      bool moved = false;
      for (std::size_t i = 0; i < touched_.size(); ++i) {
        std::int64_t kept = assignment[touched_[i]];
        for (const std::int64_t value : values_[i]) {
          if (value == kept) continue;
          assignment[touched_[i]] = value;
          const std::int64_t amount = sign * patient(assignment).count_cents();
          if (amount > best) {
            best = amount;
            kept = value;
            moved = true;
          }
        }
        assignment[touched_[i]] = kept;
      }
      if (!moved) break;
    }
    return assignment;
  }

  Money patient(const Assignment& assignment) { return evaluator_.evaluate(option_, assignment).total.patient(); }

 private:
  bool advance(std::vector<std::size_t>& at) const {
    for (std::size_t i = 0; i < at.size(); ++i) {
      if (++at[i] < values_[i].size()) return true;
      at[i] = 0;
    }
    return false;
  }

  std::size_t option_;
  std::vector<std::size_t> touched_;
  Evaluator& evaluator_;
  std::vector<std::vector<std::int64_t>> values_;
};

}  // namespace

std::vector<std::size_t> touching(const EstimateModel& model, std::size_t option) {
  const PreparedOption& prepared = model.treatment.options[option];
  const BenefitMask benefits = reachable(model.plan, benefits_of(prepared));
  const NetworkMask networks = possible_networks(model.treatment, prepared);
  std::vector<std::size_t> touched;
  for (std::size_t i = 0; i < model.unknowns.size(); ++i) {
    const Unknown& unknown = model.unknowns[i];
    const bool mine = unknown.option < 0 || unknown.option == prepared.index;
    if (mine && (unknown.benefits & benefits) != 0 && (unknown.networks & networks) != 0) touched.push_back(i);
  }
  return touched;
}

Extremes find_extremes(const EstimateModel& model, std::size_t option, Evaluator& evaluator) {
  const Assignment likely = likely_assignment(model.unknowns);
  Extremes extremes;
  extremes.low_at = likely;
  extremes.high_at = likely;
  Search search(model, option, touching(model, option), evaluator);
  extremes.influences = search.influences(likely, extremes.low_at, extremes.high_at);
  if (search.combinations() <= kMostCombinations) {
    search.try_all(likely, extremes.low_at, extremes.high_at);
  } else {
    const Assignment low = search.climb(likely, -1);
    const Assignment high = search.climb(likely, 1);
    extremes.low_at = search.climb(extremes.low_at, -1);
    extremes.high_at = search.climb(extremes.high_at, 1);
    if (search.patient(low) < search.patient(extremes.low_at)) extremes.low_at = low;
    if (search.patient(high) > search.patient(extremes.high_at)) extremes.high_at = high;
  }
  extremes.low = evaluator.evaluate(option, extremes.low_at).total;
  extremes.high = evaluator.evaluate(option, extremes.high_at).total;
  return extremes;
}

}  // namespace preauth
