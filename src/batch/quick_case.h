#pragma once
// A plan and a treatment prepared once for all rows that differ from one another only in the first day, amounts used,
// prices and lengths (batch/patch.h). A row's values are put in place and its options estimated again; nothing that was
// computed for one row is used for another.

#include <memory>
#include <optional>
#include <vector>

#include "batch/patch.h"
#include "engine/course_totals.h"
#include "engine/extreme_search.h"
#include "model/estimate.h"

namespace preauth {

class QuickCase {
 public:
  // The files as loaded for one of the rows, its values in place.
  QuickCase(Plan plan, Treatment treatment, const Defaults& defaults, Date as_of);
  QuickCase(const QuickCase&) = delete;
  QuickCase& operator=(const QuickCase&) = delete;

  // Each puts a value in place, and is false when the treatment states something else there than one exact value.
  bool set_date(const Patch& patch, Date date);
  bool set_amount(const Patch& patch, Money amount);
  bool set_price(const Patch& patch, Money amount);  // by the unit that is stated
  bool set_schedule(const Patch& patch, const Schedule& schedule);

  // The options' likely, low and high amounts for the values in place. Valid until the next call.
  const Comparison& estimate(std::optional<Money> budget);

 private:
  void estimate_option(std::size_t option);

  Plan plan_;
  Treatment treatment_;
  EstimateModel model_;
  CourseTotals totals_;
  std::vector<std::unique_ptr<ExtremeSearch>> searches_;  // per option; nullptr: a price is missing
  Comparison comparison_;
};

}  // namespace preauth
