#include "engine/extremes.h"

#include <algorithm>

namespace preauth {
namespace {

constexpr std::size_t kMostCombinations = 512;  // up to this every combination is tried
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

enum class Towards : std::int64_t { least = -1, greatest = 1 };

// More of nearly everything costs more: prices, lengths, deductibles, maxima, shares. What is met already costs less.
std::int64_t usual_end(const Unknown& unknown, Towards towards) {
  const bool cheaper = unknown.question == "C2";
  return (towards == Towards::greatest) != cheaper ? unknown.high : unknown.low;
}

class Search {
 public:
  Search(const EstimateModel& model, std::size_t option, std::vector<std::size_t> touched, Evaluator& evaluator)
      : model_(model), option_(option), touched_(std::move(touched)), evaluator_(evaluator) {
    for (const std::size_t unknown : touched_) values_.push_back(model.unknowns[unknown].candidates());
  }

  std::vector<Influence> influences(const Assignment& likely) {
    std::vector<Influence> found;
    const Money usual = patient(likely);
    Assignment trial = likely;
    for (std::size_t i = 0; i < touched_.size(); ++i) {
      const std::int64_t own = likely[touched_[i]];
      Influence influence{touched_[i], Money(), own, own};
      Money low = usual;
      Money high = usual;
      for (const std::int64_t value : values_[i]) {
        trial[touched_[i]] = value;
        const Money amount = patient(trial);
        if (amount < low) influence.least_at = value;
        if (amount > high) influence.greatest_at = value;
        low = least(low, amount);
        high = greatest(high, amount);
      }
      trial[touched_[i]] = own;
      influence.swing = high - low;
      if (influence.swing.is_positive()) found.push_back(influence);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Influence& a, const Influence& b) { return a.swing > b.swing; });
    return found;
  }

  // Every combination when they are few. Otherwise every combination of the choices with each number at its usual end,
  // then one unknown at a time from the best of these and from the likely case.
  Assignment find(const Assignment& likely, Towards towards) {
    if (combinations(false) <= kMostCombinations) return try_all(likely, towards, false);
    Assignment best = climb(likely, towards);
    for (const bool deductible_at_other_end : {false, true}) {
      const Assignment found = climb(best_choices(ends(likely, towards, deductible_at_other_end), towards), towards);
      if (is_better(patient(found), patient(best), towards)) best = found;
    }
    return best;
  }

  // Moves one unknown at a time, and two choices at once where one alone does not help.
  Assignment climb(Assignment assignment, Towards towards) {
    Money best = patient(assignment);
    for (int pass = 0; pass < kMostPasses; ++pass) {
      bool moved = false;
      for (std::size_t i = 0; i < touched_.size(); ++i) moved = move(assignment, i, best, towards) || moved;
      if (!moved) moved = move_pairs(assignment, best, towards);
      if (!moved) break;
    }
    return assignment;
  }

  Money patient(const Assignment& assignment) { return evaluator_.evaluate(option_, assignment).total.patient(); }

 private:
  static bool is_better(Money amount, Money than, Towards towards) {
    return towards == Towards::greatest ? amount > than : amount < than;
  }

  // A higher deductible may cost less where it is met: what met it also counts to the maximum.
  Assignment ends(Assignment assignment, Towards towards, bool deductible_at_other_end) const {
    const Towards other = towards == Towards::least ? Towards::greatest : Towards::least;
    for (const std::size_t unknown : touched_) {
      if (is_choice(unknown)) continue;
      const bool turned = deductible_at_other_end && model_.unknowns[unknown].question == "C1";
      assignment[unknown] = usual_end(model_.unknowns[unknown], turned ? other : towards);
    }
    return assignment;
  }

  Assignment best_choices(const Assignment& from, Towards towards) {
    return combinations(true) <= kMostCombinations ? try_all(from, towards, true) : from;
  }

  bool is_choice(std::size_t unknown) const { return model_.unknowns[unknown].kind == UnknownKind::choice; }

  std::size_t combinations(bool choices_only) const {
    std::size_t product = 1;
    for (std::size_t i = 0; i < touched_.size(); ++i) {
      if (choices_only && !is_choice(touched_[i])) continue;
      product *= values_[i].size();
      if (product > kMostCombinations) return product;
    }
    return product;
  }

  // Every combination, counting like an odometer.
  Assignment try_all(Assignment assignment, Towards towards, bool choices_only) {
    std::vector<std::size_t> wheels;
    for (std::size_t i = 0; i < touched_.size(); ++i) {
      if (!choices_only || is_choice(touched_[i])) wheels.push_back(i);
    }
    std::vector<std::size_t> at(touched_.size(), 0);
    Assignment best = assignment;
    Money amount = patient(assignment);
    for (bool more = true; more; more = advance(wheels, at)) {
      for (const std::size_t wheel : wheels) assignment[touched_[wheel]] = values_[wheel][at[wheel]];
      const Money found = patient(assignment);
      if (!is_better(found, amount, towards)) continue;
      amount = found;
      best = assignment;
    }
    return best;
  }

  bool advance(const std::vector<std::size_t>& wheels, std::vector<std::size_t>& at) const {
    for (const std::size_t wheel : wheels) {
      if (++at[wheel] < values_[wheel].size()) return true;
      at[wheel] = 0;
    }
    return false;
  }

  bool move(Assignment& assignment, std::size_t i, Money& best, Towards towards) {
    std::int64_t& own = assignment[touched_[i]];
    std::int64_t kept = own;
    bool moved = false;
    for (const std::int64_t value : values_[i]) {
      if (value == kept) continue;
      own = value;
      const Money amount = patient(assignment);
      if (!is_better(amount, best, towards)) continue;
      best = amount;
      kept = value;
      moved = true;
    }
    own = kept;
    return moved;
  }

  bool move_pairs(Assignment& assignment, Money& best, Towards towards) {
    bool moved = false;
    for (std::size_t i = 0; i < touched_.size(); ++i) {
      if (!is_choice(touched_[i])) continue;
      const std::int64_t own = assignment[touched_[i]];
      std::int64_t kept = own;
      for (const std::int64_t value : values_[i]) {
        if (value == own) continue;
        assignment[touched_[i]] = value;
        bool helped = false;
        for (std::size_t j = 0; j < touched_.size(); ++j) {
          if (j != i) helped = move(assignment, j, best, towards) || helped;
        }
        if (helped) kept = value;
        assignment[touched_[i]] = kept;
        moved = moved || helped;
      }
    }
    return moved;
  }

  const EstimateModel& model_;
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
  Search search(model, option, touching(model, option), evaluator);
  Extremes extremes;
  extremes.influences = search.influences(likely);
  extremes.low_at = search.find(likely, Towards::least);
  extremes.high_at = search.find(likely, Towards::greatest);
  extremes.low = evaluator.evaluate(option, extremes.low_at).total;
  extremes.high = evaluator.evaluate(option, extremes.high_at).total;
  return extremes;
}

void widen(const EstimateModel& model, const Assignment& least, const Assignment& greatest, std::size_t option,
           Evaluator& evaluator, Extremes& extremes) {
  Search search(model, option, touching(model, option), evaluator);
  const Assignment low_at = search.climb(least, Towards::least);
  const Amounts low = evaluator.evaluate(option, low_at).total;
  if (low.patient() < extremes.low.patient()) {
    extremes.low = low;
    extremes.low_at = low_at;
  }
  const Assignment high_at = search.climb(greatest, Towards::greatest);
  const Amounts high = evaluator.evaluate(option, high_at).total;
  if (high.patient() > extremes.high.patient()) {
    extremes.high = high;
    extremes.high_at = high_at;
  }
}

}  // namespace preauth
