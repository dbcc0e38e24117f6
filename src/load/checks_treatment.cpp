// check_treatment: what does not fit together inside one treatment file.

#include <algorithm>
#include <map>
#include <string_view>

#include "base/text.h"
#include "load/checks.h"
#include "load/field_reader.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

template <class Entry>
void check_ids(const std::vector<Entry>& entries, Diagnostics& diagnostics) {
  std::map<std::string_view, Span> seen;
  for (const Entry& entry : entries) {
    if (entry.id.empty()) continue;
    const auto [first, is_new] = seen.emplace(entry.id, entry.id_at);
    if (is_new) continue;
    diagnostics.add(diag::file_duplicate_id(entry.id_at, excerpt(entry.id)));
  }
}

// Both exact or a range, in the same unit: then allowed must not begin above the end of billed.
void check_price(const Price& price, Diagnostics& diagnostics) {
  const Known<PriceText>& allowed = price.allowed.known;
  for (const Field<PriceText>* other : {&price.billed, &price.medicare, &price.self_pay}) {
    if (allowed.is_unknown() || other->known.is_unknown()) continue;
    if (allowed.low().unit != other->known.low().unit) {
      diagnostics.add(diag::treatment_different_units(other->provenance.at));
    } else if (other == &price.billed && allowed.low().amount > price.billed.known.high().amount) {
      diagnostics.add(diag::treatment_allowed_above_billed(price.allowed.provenance.at));
    }
  }
}

void check_room_price(const Step& step, Diagnostics& diagnostics) {
  if (!step.room_and_board_price.known.is_stated() || !step.room_and_board.known.is_exact()) return;
  if (step.room_and_board.known.value() == RoomAndBoard::separate) return;
  diagnostics.add(diag::treatment_room_price_unused(step.room_and_board_price.provenance.at));
}

class OptionCheck {
 public:
  OptionCheck(const Treatment& treatment, Diagnostics& diagnostics) : treatment_(treatment), diagnostics_(diagnostics) {
    for (const Facility& facility : treatment.facilities) facilities_.push_back(facility.id);
    std::sort(facilities_.begin(), facilities_.end());
  }

  void check(const Option& option) {
    if (option.steps.empty()) diagnostics_.add(diag::treatment_no_steps(option.id_at, excerpt(option.id)));
    std::optional<Date> before;
    for (const Step& step : option.steps) {
      check_facility(step);
      check_start(step, before);
      check_price(step.price, diagnostics_);
      check_room_price(step, diagnostics_);
      for (const StepLine& line : step.lines) check_price(line.price, diagnostics_);
    }
  }

 private:
  void check_facility(const Step& step) {
    if (step.at.empty() || std::binary_search(facilities_.begin(), facilities_.end(), step.at)) return;
    const std::string name = excerpt(step.at);
    diagnostics_.add(
        with_names(diag::treatment_unknown_facility(step.at_span, name, nearest_word(name, facilities_)), facilities_));
  }

  // `before` is the start of the last step above that states one.
  void check_start(const Step& step, std::optional<Date>& before) {
    if (!step.start.known.is_exact()) return;
    const Date start = step.start.known.value();
    const Known<Date>& first = treatment_.start.known;
    if (first.is_exact() && start < first.value()) {
      diagnostics_.add(diag::treatment_step_before_start(step.start.provenance.at, start, first.value()));
    } else if (before && start < *before) {
      diagnostics_.add(diag::treatment_steps_out_of_order(step.start.provenance.at, start, *before));
    }
    before = start;
  }

  const Treatment& treatment_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> facilities_;
};

void check_family_amounts(const SoFar& so_far, Diagnostics& diagnostics) {
  const auto check = [&](const Field<Money>& person, const Field<Money>& family) {
    if (person.known.is_unknown() || family.known.is_unknown() || family.known.high() >= person.known.low()) return;
    diagnostics.add(diag::treatment_family_below_person(family.provenance.at, family.known.high(), person.known.low()));
  };
  for (std::size_t i = 0; i < kNetworkCount; ++i) {
    check(so_far.deductible[i], so_far.family_deductible[i]);
    check(so_far.out_of_pocket[i], so_far.family_out_of_pocket[i]);
  }
}

}  // namespace

void check_treatment(const Treatment& treatment, const ReferenceData& /*reference*/, Diagnostics& diagnostics) {
  if (treatment.other_coverage.known.is_exact() && treatment.other_coverage.known.value()) {
    diagnostics.add(diag::treatment_other_coverage(treatment.other_coverage.provenance.at));
  }
  check_family_amounts(treatment.so_far, diagnostics);
  check_ids(treatment.facilities, diagnostics);
  check_ids(treatment.options, diagnostics);
  for (const Facility& facility : treatment.facilities) {
    for (const Price& price : facility.prices) check_price(price, diagnostics);
  }
  OptionCheck options(treatment, diagnostics);
  for (const Option& option : treatment.options) options.check(option);
}

}  // namespace preauth
