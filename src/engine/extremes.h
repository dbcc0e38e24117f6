#pragma once
// The best and worst case of an option: the whole scenario with the least and the greatest patient amount over the
// plausible values of its unknowns, authorization as planned. Every combination is tried when they are few. Otherwise
// every combination of the choices, each number at the end where it usually costs most (least), and from the best of
// these, and from the likely case, one unknown at a time until nothing changes. Numbers are tried at both ends, at the
// default and at the middles between, because a cost need not rise with each of them.

#include <vector>

#include "engine/course_totals.h"

namespace preauth {

// Positions of the unknowns that can touch an option's lines.
std::vector<std::size_t> touching(const EstimateModel& model, std::size_t option);

struct Influence {
  std::size_t unknown = 0;
  Money swing;                // greatest minus least patient amount over its values, everything else likely
  std::int64_t least_at = 0;  // its value with the least, and with the greatest amount
  std::int64_t greatest_at = 0;
};

struct Extremes {
  Amounts low;
  Amounts high;
  Assignment low_at;
  Assignment high_at;
  std::vector<Influence> influences;  // of every touching unknown that moves the amount; largest first
};

Extremes find_extremes(const EstimateModel& model, std::size_t option, CourseTotals& totals);
// Searches on from the cheapest and the dearest case of a sample, so that the extremes hold all that it has seen.
void widen(const EstimateModel& model, const Assignment& least, const Assignment& greatest, std::size_t option,
           CourseTotals& totals, Extremes& extremes);

}  // namespace preauth
