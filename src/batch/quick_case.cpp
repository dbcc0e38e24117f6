#include "batch/quick_case.h"

#include <utility>

#include "engine/option_estimate.h"

namespace preauth {
namespace {

template <class T>
bool put(Field<T>* field, const T& value) {
  if (field == nullptr || !field->known.is_exact()) return false;
  field->known = Known<T>(value);
  return true;
}

}  // namespace

QuickCase::QuickCase(Plan plan, Treatment treatment, const Defaults& defaults, Date as_of)
    : plan_(std::move(plan)),
      treatment_(std::move(treatment)),
      model_(build_model(plan_, treatment_, defaults, as_of)),
      totals_(model_) {
  for (const PreparedOption& option : model_.treatment.options) {
    OptionEstimate& estimate = comparison_.options.emplace_back(describe_option(option));
    estimate.plan = plan_.id;
    const bool priced = option.unpriced.empty();
    searches_.push_back(priced ? std::make_unique<ExtremeSearch>(model_, searches_.size()) : nullptr);
  }
}

bool QuickCase::set_date(const Patch& patch, Date date) { return put(date_of(patch, treatment_), date); }

bool QuickCase::set_amount(const Patch& patch, Money amount) { return put(amount_of(patch, treatment_), amount); }

bool QuickCase::set_price(const Patch& patch, Money amount) {
  Field<PriceText>* price = price_of(patch, treatment_);
  return price != nullptr && price->known.is_exact() &&
         put(price, PriceText{UnitPrice::from(amount), price->known.value().unit});
}

bool QuickCase::set_schedule(const Patch& patch, const Schedule& schedule) {
  return put(schedule_of(patch, treatment_), schedule);
}

void QuickCase::estimate_option(std::size_t option) {
  if (!searches_[option]) return;
  ExtremeSearch& search = *searches_[option];
  search.run(totals_);
  OptionEstimate& estimate = comparison_.options[option];
  estimate.likely = search.likely();
  estimate.low = search.low().amounts;
  estimate.high = search.high().amounts;
  estimate.first_day = search.likely_days().first;
  estimate.last_day = search.likely_days().last;
  estimate.network = search.likely_network();
}

const Comparison& QuickCase::estimate(std::optional<Money> budget) {
  follow_changes(model_.treatment, plan_);
  totals_.treatment_changed();
  comparison_.budget = budget;
  for (std::size_t i = 0; i < searches_.size(); ++i) estimate_option(i);
  return comparison_;
}

}  // namespace preauth
