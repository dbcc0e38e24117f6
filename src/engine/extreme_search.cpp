#include "engine/extreme_search.h"

#include <algorithm>

#include "engine/extremes.h"

namespace preauth {
namespace {

constexpr std::size_t kMostCombinations = 512;  // up to this every combination is tried
constexpr int kMostPasses = 4;

// More of nearly everything costs more: prices, lengths, deductibles, maxima, shares. What is met already costs less.
std::int64_t usual_end(const Unknown& unknown, Towards towards) {
  const bool cheaper = unknown.question == "C2";
  return (towards == Towards::greatest) != cheaper ? unknown.high : unknown.low;
}

bool is_better(const Amounts& amounts, const Amounts& than, Towards towards) {
  return towards == Towards::greatest ? amounts.patient() > than.patient() : amounts.patient() < than.patient();
}

}  // namespace

// A higher deductible may cost less where it is met: what met it also counts to the maximum.
ExtremeSearch::ExtremeSearch(const EstimateModel& model, std::size_t option)
    : model_(model), option_(option), likely_(likely_assignment(model.unknowns)) {
  const std::vector<std::size_t> touched = touching(model, option);
  const bool may_be_met =
      std::any_of(touched.begin(), touched.end(), [&](std::size_t i) { return model.unknowns[i].question == "C2"; });
  for (const std::size_t i : touched) {
    const Unknown& unknown = model.unknowns[i];
    const bool raises = unknown.raises && !(may_be_met && (unknown.question == "C1" || unknown.question == "F4"));
    dials_.push_back({i, unknown.candidates(), unknown.kind == UnknownKind::choice, raises, 0});
    any_raises_ = any_raises_ || raises;
  }
  are_few_ = combinations([](const Dial&) { return true; }) <= kMostCombinations;
  are_few_without_raising_ = combinations([](const Dial& dial) { return !dial.raises; }) <= kMostCombinations;
}

std::size_t ExtremeSearch::combinations(bool (*counts)(const Dial&)) const {
  std::size_t product = 1;
  for (const Dial& dial : dials_) {
    if (counts(dial)) product *= dial.values.size();
    if (product > kMostCombinations) return product;
  }
  return product;
}

// Every combination when they are few. Otherwise every combination of the choices with each number at its usual end,
// then one unknown at a time from the best of these and from the likely case.
void ExtremeSearch::run(CourseTotals& totals) {
  totals_ = &totals;
  likely_amounts_ = amounts_at(likely_);
  const Expansion& expansion = totals.course().expansion;
  likely_days_ = {expansion.first_day, expansion.last_day};
  likely_network_ = expansion.runs.empty() ? Network::in : expansion.runs.front().line.network;
  low_.at = high_.at = likely_;
  low_.amounts = high_.amounts = likely_amounts_;
  repeats_at_hand_ = &repeats_[totals.course().is_in_one_year() ? 0 : 1];
  if (repeats_at_hand_->shapes != totals.course().shapes) *repeats_at_hand_ = {0, totals.course().shapes, {}};
  complete_ = false;
  if (are_few_ || (totals.rises() && are_few_without_raising_)) try_all();
  if (complete_) return;
  search_from_ends(Towards::least, low_);
  search_from_ends(Towards::greatest, high_);
}

const Amounts& ExtremeSearch::consider() {
  const Amounts& found = amounts_at(trial_);
  if (signature_) signature_->push_back(totals_->terms_number());
  const auto keep = [&](ExtremeCase& best, Towards towards) {
    if (!is_better(found, best.amounts, towards)) return;
    best.at = trial_;
    best.amounts = found;
  };
  keep(low_, Towards::least);
  keep(high_, Towards::greatest);
  return found;
}

// Counts like an odometer over the dials that turn.
bool ExtremeSearch::advance(bool (*turns)(const Dial&)) {
  for (std::size_t i = dials_.size(); i-- > 0;) {
    Dial& dial = dials_[i];
    if (!turns(dial)) continue;
    dial.at = dial.at + 1 < dial.values.size() ? dial.at + 1 : 0;
    trial_[dial.unknown] = dial.values[dial.at];
    if (dial.at != 0) return true;
  }
  return false;
}

void ExtremeSearch::try_all() {
  complete_ = true;
  trial_ = likely_;
  for (Dial& dial : dials_) {
    dial.at = 0;
    trial_[dial.unknown] = dial.values.front();
  }
  Repeats& repeats = *repeats_at_hand_;
  const bool are_known = !repeats.of.empty();
  const bool is_learning = !are_known && repeats.runs++ > 0;
  std::set<Signature> seen;
  std::size_t combination = 0;
  do {
    if (are_known && repeats.of[combination++]) continue;
    if (is_learning) signature_.emplace();
    try_raising();
    if (is_learning) repeats.of.push_back(is_repeat(seen));
  } while (advance([](const Dial& dial) { return !dial.raises; }));
  signature_.reset();
}

bool ExtremeSearch::is_repeat(std::set<Signature>& seen) {
  const bool is_known = std::find(signature_->begin(), signature_->end(), 0) == signature_->end();
  for (const Dial& dial : dials_) {
    if (!dial.raises && dial.unknown >= model_.stages.rules) signature_->push_back(trial_[dial.unknown]);
  }
  return is_known && !seen.insert(*signature_).second;
}

void ExtremeSearch::set_raising(Towards end) {
  for (Dial& dial : dials_) {
    if (!dial.raises) continue;
    dial.at = 0;
    trial_[dial.unknown] = end == Towards::least ? dial.values.front() : dial.values.back();
  }
}

void ExtremeSearch::try_raising() {
  if (any_raises_) set_raising(Towards::least);
  consider();
  if (!any_raises_) return;
  const bool rises = totals_->rises();
  if (!rises && are_few_) {
    while (advance([](const Dial& dial) { return dial.raises; })) consider();
    return;
  }
  complete_ = complete_ && rises;
  set_raising(Towards::greatest);
  consider();
}

void ExtremeSearch::search_from_ends(Towards towards, ExtremeCase& best) {
  const auto keep = [&](ExtremeCase found) {
    if (is_better(found.amounts, best.amounts, towards)) best = std::move(found);
  };
  keep(climb(*totals_, best.at, towards));
  for (const bool deductible_at_other_end : {false, true}) {
    const ExtremeCase start = best_choices(ends(towards, deductible_at_other_end), towards);
    keep(climb(*totals_, start.at, towards));
  }
}

Assignment ExtremeSearch::ends(Towards towards, bool deductible_at_other_end) const {
  const Towards other = towards == Towards::least ? Towards::greatest : Towards::least;
  Assignment assignment = likely_;
  for (const Dial& dial : dials_) {
    if (dial.is_choice) continue;
    const Unknown& unknown = model_.unknowns[dial.unknown];
    const bool turned = deductible_at_other_end && unknown.question == "C1";
    assignment[dial.unknown] = usual_end(unknown, turned ? other : towards);
  }
  return assignment;
}

ExtremeCase ExtremeSearch::best_choices(Assignment from, Towards towards) {
  ExtremeCase best{from, amounts_at(from)};
  const auto is_choice = [](const Dial& dial) { return dial.is_choice; };
  if (combinations(is_choice) > kMostCombinations) return best;
  trial_ = std::move(from);
  for (Dial& dial : dials_) {
    if (!dial.is_choice) continue;
    dial.at = 0;
    trial_[dial.unknown] = dial.values.front();
  }
  do {
    const Amounts& found = amounts_at(trial_);
    if (is_better(found, best.amounts, towards)) best = {trial_, found};
  } while (advance(is_choice));
  return best;
}

ExtremeCase ExtremeSearch::climb(CourseTotals& totals, const Assignment& from, Towards towards) {
  totals_ = &totals;
  ExtremeCase best{from, amounts_at(from)};
  Assignment trial = from;
  for (int pass = 0; pass < kMostPasses; ++pass) {
    bool moved = false;
    for (const Dial& dial : dials_) moved = move(best, trial, dial, towards) || moved;
    if (!moved) moved = move_pairs(best, trial, towards);
    if (!moved) break;
  }
  return best;
}

// Leaves `trial` at the best case.
bool ExtremeSearch::move(ExtremeCase& best, Assignment& trial, const Dial& dial, Towards towards) {
  bool moved = false;
  std::int64_t kept = trial[dial.unknown];
  for (const std::int64_t value : dial.values) {
    if (value == kept) continue;
    trial[dial.unknown] = value;
    const Amounts& found = amounts_at(trial);
    if (!is_better(found, best.amounts, towards)) continue;
    best = {trial, found};
    kept = value;
    moved = true;
  }
  trial[dial.unknown] = kept;
  return moved;
}

bool ExtremeSearch::move_pairs(ExtremeCase& best, Assignment& trial, Towards towards) {
  bool moved = false;
  for (const Dial& first : dials_) {
    if (!first.is_choice) continue;
    const std::int64_t own = trial[first.unknown];
    std::int64_t kept = own;
    for (const std::int64_t value : first.values) {
      if (value == own) continue;
      trial[first.unknown] = value;
      bool helped = false;
      for (const Dial& second : dials_) {
        if (second.unknown != first.unknown) helped = move(best, trial, second, towards) || helped;
      }
      if (helped) kept = value;
      trial[first.unknown] = kept;
      moved = moved || helped;
    }
  }
  return moved;
}

}  // namespace preauth
