#include "engine/choices.h"

#include <algorithm>
#include <optional>

#include "engine/benefit_year.h"

namespace preauth {
namespace {

// Days by which a start may move: a longer wait, or a start so long before, is no choice in practice.
constexpr std::int32_t kLongestWait = 42;
constexpr std::int32_t kLongestLead = 28;
constexpr std::int32_t kNotice = 7;  // days from today that authorization and a place take at least
constexpr std::size_t kMostFacilities = 4;

bool is_emergency(const Step& step) { return step.emergency.known.value_or(false); }

bool has_used_anything(const SoFar& so_far) {
  const auto any = [](const std::array<Field<Money>, kNetworkCount>& amounts) {
    return std::any_of(amounts.begin(), amounts.end(), [](const Field<Money>& field) {
      return !field.known.is_unknown() && field.known.high().is_positive();
    });
  };
  return !so_far.used.empty() || any(so_far.deductible) || any(so_far.out_of_pocket) || any(so_far.family_deductible) ||
         any(so_far.family_out_of_pocket);
}

class ChoiceFinder {
 public:
  ChoiceFinder(const PlanAnalysis& analysis, const OptionAnalysis& option)
      : analysis_(analysis),
        treatment_(analysis.treatment),
        prepared_(analysis.prepared(option)),
        index_(option.index),
        first_day_(option.estimate->first_day) {}

  std::vector<Choice> find() {
    if (!cannot_wait(prepared_)) add_starts();
    if (index_ < treatment_.options.size()) {
      add_facilities();
      add_orders();
    }
    return std::move(choices_);
  }

 private:
  // A plan that does not say when its year begins again raises a question (A2), not a choice.
  void add_starts() {
    const Known<DateRange>& stated = analysis_.plan.year.known;
    if (!stated.is_exact() || !analysis_.evaluator.plan().terms.reset_yearly) return;
    const DateRange year = benefit_year_of(stated.value(), first_day_).days;
    if (const Date next = year.last + 1; next - first_day_ <= kLongestWait) add_start("start-after-reset", next);
    const Date earliest = std::max(analysis_.as_of + kNotice, year.first - kLongestLead);
    const Known<Date>& read = treatment_.so_far.as_of.known;
    const bool met_before = read.is_exact() && read.value() < year.first && has_used_anything(treatment_.so_far);
    if (!met_before || first_day_ - year.first > kLongestWait || earliest >= year.first) return;
    if (read.value() <= earliest) add_start("start-before-reset", earliest);
  }

  void add_start(std::string_view id, Date day) {
    const std::optional<Date> own = own_start();
    const std::int32_t delta = day - own.value_or(analysis_.model.treatment.start);
    Treatment changed = treatment_;
    changed.start.known = analysis_.model.treatment.start + delta;
    // What is used belongs to the benefit year in which it was read, wherever the treatment moves.
    if (!changed.so_far.as_of.known.is_exact()) changed.so_far.as_of.known = first_day_;
    if (index_ < changed.options.size()) {
      for (Step& step : changed.options[index_].steps) {
        if (step.start.known.is_exact()) step.start.known = step.start.known.value() + delta;
      }
    }
    choices_.push_back({std::string(id), to_iso(day), std::move(changed)});
  }

  std::optional<Date> own_start() const {
    const Known<Date>& start = prepared_.steps.front().stated->start.known;
    return start.is_exact() ? std::optional(start.value()) : std::nullopt;
  }

  void add_facilities() {
    std::size_t added = 0;
    for (const Facility& from : treatment_.facilities) {
      for (const Facility& to : treatment_.facilities) {
        if (from.id == to.id || added == kMostFacilities || !stated_network(to).is_exact()) continue;
        Treatment changed = treatment_;
        if (!move(from.id, to.id, changed.options[index_]) || is_another_option(changed.options[index_])) continue;
        choices_.push_back({"other-facility", to.id, std::move(changed)});
        ++added;
      }
    }
  }

  // Moves every step at `from` that `to` is known to offer at the same level. False: there is none.
  bool move(const std::string& from, const std::string& to, Option& option) const {
    bool moved = false;
    for (Step& step : option.steps) {
      if (step.at != from || is_emergency(step) || step.room_and_board_price.known.is_stated()) continue;
      if (!offers(to, step.level.known.value_or(Level::outpatient))) continue;
      step.at = to;
      step.price = {};  // it was the other facility's
      moved = true;
    }
    return moved;
  }

  // The file prices the level at the facility, or plans it there in some option.
  bool offers(const std::string& facility, Level level) const {
    if (level == Level::mutual_support) return false;
    for (const Facility& each : treatment_.facilities) {
      if (each.id == facility && !each.prices[index(benefit_of(level))].allowed.known.is_unknown()) return true;
    }
    return std::any_of(treatment_.options.begin(), treatment_.options.end(), [&](const Option& option) {
      return std::any_of(option.steps.begin(), option.steps.end(), [&](const Step& step) {
        return step.at == facility && step.level.known == Known<Level>(level);
      });
    });
  }

  // The reader sees that one in the table.
  bool is_another_option(const Option& changed) const {
    const auto same_step = [](const Step& a, const Step& b) { return a.at == b.at && a.level.known == b.level.known; };
    return std::any_of(treatment_.options.begin(), treatment_.options.end(), [&](const Option& other) {
      return std::equal(changed.steps.begin(), changed.steps.end(), other.steps.begin(), other.steps.end(), same_step);
    });
  }

  void add_orders() {
    const std::vector<Step>& steps = treatment_.options[index_].steps;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
      if (!may_swap(steps[i], steps[i + 1])) continue;
      Treatment changed = treatment_;
      std::swap(changed.options[index_].steps[i], changed.options[index_].steps[i + 1]);
      choices_.push_back({"other-order", steps[i + 1].at, std::move(changed)});
    }
  }

  static bool may_swap(const Step& a, const Step& b) {
    if (a.at.empty() || b.at.empty() || a.at == b.at || is_emergency(a) || is_emergency(b)) return false;
    const bool dated = a.start.known.is_stated() || b.start.known.is_stated();
    return !dated && a.level.known.is_exact() && a.level.known == b.level.known;
  }

  const PlanAnalysis& analysis_;
  const Treatment& treatment_;
  const PreparedOption& prepared_;
  std::size_t index_;
  Date first_day_;
  std::vector<Choice> choices_;
};

}  // namespace

bool cannot_wait(const PreparedOption& option) {
  return std::any_of(option.steps.begin(), option.steps.end(), [](const PreparedStep& step) {
    const bool urgent = step.level == Level::detox || step.level == Level::inpatient || step.level == Level::mat;
    return urgent || is_emergency(*step.stated);
  });
}

std::vector<Choice> choices_of(const PlanAnalysis& analysis, const OptionAnalysis& option) {
  return ChoiceFinder(analysis, option).find();
}

}  // namespace preauth
