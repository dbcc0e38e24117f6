#include "batch/quick_cases.h"

#include <algorithm>
#include <utility>

#include "batch/quick_value.h"
#include "engine/start.h"
#include "load/phrase.h"

namespace preauth {
namespace {

// A case takes some hundred kilobytes. A run over more of them begins again with none.
constexpr std::size_t kMostCases = 96;
constexpr std::size_t kMostSchedules = 1'000;

constexpr char kNumber = '#';  // in the key: a number stands here
constexpr char kText = '=';    // in the key: the cell as it is

}  // namespace

void QuickCases::append_to_key(const RowValue& cell, std::string_view rest, char kind) {
  key_ += cell.column->path;
  key_ += kind;
  key_ += rest;
  key_ += '\0';
}

// One way of writing a length is one schedule, whatever the row.
const Schedule* QuickCases::schedule_of(std::string_view text) {
  auto found = schedules_.find(text);
  if (found == schedules_.end()) {
    if (schedules_.size() >= kMostSchedules) return nullptr;
    const PhraseResult<Schedule> parsed = parse_schedule(text);
    const bool exact = parsed.value && parsed.problems.empty() && parsed.value->count.is_exact();
    found = schedules_.emplace(std::string(text), exact ? parsed.value : std::nullopt).first;
  }
  return found->second ? &*found->second : nullptr;
}

// False: the cell has to stand in the key as it is.
bool QuickCases::read_value(const RowValue& cell) {
  Value value;
  value.patch = &cell.column->patch;
  switch (value.patch->kind) {
    case PatchKind::none:
      return false;
    case PatchKind::start:
    case PatchKind::used_as_of: {
      const std::optional<Date> date = parse_date(cell.text);
      if (!date) return false;
      value.date = *date;
      append_to_key(cell, {}, kNumber);
      break;
    }
    case PatchKind::used_amount:
    case PatchKind::price: {
      const std::optional<QuickAmount> amount = read_quick_amount(cell.text);
      const bool is_price = value.patch->kind == PatchKind::price;
      if (!amount || (!is_price && !amount->rest.empty())) return false;
      value.amount = amount->amount;
      append_to_key(cell, amount->rest, kNumber);
      break;
    }
    case PatchKind::schedule:
      value.schedule = schedule_of(cell.text);
      if (value.schedule == nullptr) return false;
      append_to_key(cell, {}, kNumber);
      break;
  }
  values_.push_back(value);
  return true;
}

void QuickCases::read(const Row& row) {
  key_.assign(row.plan);
  key_ += '\0';
  key_ += row.treatment;
  key_ += '\0';
  values_.clear();
  for (const RowValue& cell : row.values) {
    if (!read_value(cell)) append_to_key(cell, cell.text, kText);
  }
}

QuickCases::Group* QuickCases::find_group(const LoadCase& load, std::unique_ptr<LoadedCase>& loaded) {
  const auto found = groups_.find(key_);
  if (found != groups_.end()) return &found->second;
  if (case_count_ >= kMostCases || groups_.size() >= kMostCases) {
    groups_.clear();
    case_count_ = 0;
  }
  loaded = load();
  if (!loaded) return nullptr;
  Group group;
  group.start = loaded->treatment.start.known.value_or(as_of_);
  const Known<Date>& used_as_of = loaded->treatment.so_far.as_of.known;
  if (used_as_of.is_exact()) group.used_as_of = used_as_of.value();
  return &groups_.emplace(key_, std::move(group)).first->second;
}

// Steps with a day of their own have to be checked against the first day, row by row.
bool QuickCases::may_be_prepared(const Treatment& treatment) const {
  const bool sets_start = std::any_of(values_.begin(), values_.end(),
                                      [](const Value& value) { return value.patch->kind == PatchKind::start; });
  if (!sets_start) return true;
  for (const Option& option : treatment.options) {
    for (const Step& step : option.steps) {
      if (step.start.known.is_stated()) return false;
    }
  }
  return true;
}

QuickCases::Variant* QuickCases::find_variant(Group& group, const LoadCase& load, std::unique_ptr<LoadedCase>& loaded) {
  Date start = group.start;
  std::optional<Date> used_as_of = group.used_as_of;
  for (const Value& value : values_) {
    if (value.patch->kind == PatchKind::start) start = value.date;
    if (value.patch->kind == PatchKind::used_as_of) used_as_of = value.date;
  }
  const int year = start.year();
  const bool old_amounts = amounts_are_old(used_as_of, start, defaults_);
  for (Variant& variant : group.variants) {
    if (variant.year == year && variant.old_amounts == old_amounts) return &variant;
  }
  if (!loaded) loaded = load();
  if (!loaded) return nullptr;
  Variant& variant = group.variants.emplace_back();
  variant.year = year;
  variant.old_amounts = old_amounts;
  ++case_count_;
  if (may_be_prepared(loaded->treatment)) {
    variant.prepared =
        std::make_unique<QuickCase>(std::move(loaded->plan), std::move(loaded->treatment), defaults_, as_of_);
  }
  return &variant;
}

bool QuickCases::put_in_place(QuickCase& prepared) const {
  for (const Value& value : values_) {
    bool done = false;
    switch (value.patch->kind) {
      case PatchKind::none:
        break;
      case PatchKind::start:
      case PatchKind::used_as_of:
        done = prepared.set_date(*value.patch, value.date);
        break;
      case PatchKind::used_amount:
        done = prepared.set_amount(*value.patch, value.amount);
        break;
      case PatchKind::price:
        done = prepared.set_price(*value.patch, value.amount);
        break;
      case PatchKind::schedule:
        done = prepared.set_schedule(*value.patch, *value.schedule);
        break;
    }
    if (!done) return false;
  }
  return true;
}

QuickFigures QuickCases::estimate(const Row& row, std::optional<Money> budget, const LoadCase& load) {
  read(row);
  std::unique_ptr<LoadedCase> loaded;  // by whichever needs it first
  Group* group = find_group(load, loaded);
  Variant* variant = group != nullptr ? find_variant(*group, load, loaded) : nullptr;
  if (variant == nullptr || !variant->prepared || !put_in_place(*variant->prepared)) return {};
  const Comparison& comparison = variant->prepared->estimate(budget);
  if (variant->leads.empty()) variant->leads = brief_leads(comparison, guard_);
  return {&comparison, &variant->leads};
}

}  // namespace preauth
