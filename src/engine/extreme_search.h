#pragma once
// Looks for the plausible case of an option with the least and with the greatest patient amount. Built once for an
// option; run() again after the values of the treatment changed in place allocates nothing. Where nothing that raises
// the amount can lower it (PlainTerms::rises), prices, deductible and maximum are tried at their two ends only. Choices
// that come to the same terms as others did are tried once.

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "engine/course_totals.h"

namespace preauth {

enum class Towards : std::int64_t { least = -1, greatest = 1 };

struct ExtremeCase {
  Assignment at;
  Amounts amounts;
};

class ExtremeSearch {
 public:
  ExtremeSearch(const EstimateModel& model, std::size_t option);

  void run(CourseTotals& totals);
  // Of the last run.
  const Amounts& likely() const { return likely_amounts_; }
  const DateRange& likely_days() const { return likely_days_; }
  Network likely_network() const { return likely_network_; }  // of the first line
  const ExtremeCase& low() const { return low_; }
  const ExtremeCase& high() const { return high_; }

  // Moves one unknown at a time, and two choices at once where one alone does not help.
  ExtremeCase climb(CourseTotals& totals, const Assignment& from, Towards towards);

 private:
  // One unknown that can touch the option, with the values worth trying.
  struct Dial {
    std::size_t unknown = 0;
    std::vector<std::int64_t> values;
    bool is_choice = false;
    bool raises = false;
    std::size_t at = 0;
  };

  // Which combinations of the choices came to the terms of an earlier one, for courses of the same shapes.
  struct Repeats {
    int runs = 0;              // so far; learned in the second one, so that a single one takes no time for it
    std::uint32_t shapes = 0;  // PricedCourse::shapes
    std::vector<bool> of;      // by the order in which they are tried
  };
  // What the combination at hand comes to: the terms of each case tried, and the answers that are no terms.
  using Signature = std::vector<std::int64_t>;

  std::size_t combinations(bool (*counts)(const Dial&)) const;
  void try_all();
  bool is_repeat(std::set<Signature>& seen);
  void try_raising();
  void try_grid();
  void set_raising(Towards end);
  const Amounts& consider();
  bool advance(bool (*turns)(const Dial&));
  void search_from_ends(Towards towards, ExtremeCase& best);
  Assignment ends(Towards towards, bool deductible_at_other_end) const;
  ExtremeCase best_choices(Assignment from, Towards towards);
  bool move(ExtremeCase& best, Assignment& trial, const Dial& dial, Towards towards);
  bool move_pairs(ExtremeCase& best, Assignment& trial, Towards towards);
  const Amounts& amounts_at(const Assignment& assignment) { return totals_->of(option_, assignment); }

  const EstimateModel& model_;
  std::size_t option_;
  CourseTotals* totals_ = nullptr;  // of the run
  std::vector<Dial> dials_;
  bool any_raises_ = false;
  bool are_few_ = false;                  // combinations of all dials
  bool are_few_without_raising_ = false;  // of those that do not raise
  bool complete_ = false;                 // nothing is left to try
  std::array<Repeats, 2> repeats_;        // of courses within one benefit year, and of others
  Repeats* repeats_at_hand_ = nullptr;
  std::optional<Signature> signature_;  // while they are learned
  Assignment likely_;
  Assignment trial_;
  Amounts likely_amounts_;
  DateRange likely_days_;
  Network likely_network_ = Network::in;
  ExtremeCase low_;
  ExtremeCase high_;
};

}  // namespace preauth
