#include "engine/flag_list.h"

#include <algorithm>

namespace preauth {
namespace {

// The row and every row that it says it is the same as.
BenefitMask with_followed(const Plan& plan, Benefit benefit) {
  BenefitMask rows = mask(benefit);
  while (plan.row(benefit).same_as.known.is_exact()) {
    benefit = plan.row(benefit).same_as.known.value().benefit;
    if ((rows & mask(benefit)) != 0) break;
    rows |= mask(benefit);
  }
  return rows;
}

}  // namespace

FlagList::FlagList(const PlanAnalysis& analysis, std::vector<RedFlag>& flags)
    : analysis_(analysis), flags_(flags), first_(flags.size()) {
  for (const OptionAnalysis& option : analysis.options) {
    const BenefitMask benefits = benefits_of(analysis.prepared(option));
    BenefitMask rows = 0;
    for (std::size_t b = 0; b < kBenefitCount; ++b) {
      const Benefit benefit = static_cast<Benefit>(b);
      if ((benefits & mask(benefit)) != 0) rows |= with_followed(analysis.plan, benefit);
    }
    rows_.push_back(rows);
  }
}

RedFlag& FlagList::entry(std::string_view id, std::string value, std::string field) {
  const auto found =
      std::find_if(flags_.begin() + static_cast<std::ptrdiff_t>(first_), flags_.end(),
                   [&](const RedFlag& flag) { return flag.id == id && flag.value == value && flag.field == field; });
  if (found != flags_.end()) return *found;
  return flags_.emplace_back(RedFlag{std::string(id), std::move(value), std::move(field), analysis_.plan.id, {}});
}

void FlagList::add(std::string_view id, std::string value, std::string field) {
  RedFlag& flag = entry(id, std::move(value), std::move(field));
  for (const OptionAnalysis& option : analysis_.options) flag.options.push_back(option.estimate->id);
}

void FlagList::add(std::string_view id, std::string value, std::string field, const std::string& option) {
  entry(id, std::move(value), std::move(field)).options.push_back(option);
}

void FlagList::add_for_rows(std::string_view id, std::string value, std::string field, BenefitMask rows) {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if ((rows_[i] & rows) != 0) add(id, value, field, analysis_.options[i].estimate->id);
  }
}

}  // namespace preauth
