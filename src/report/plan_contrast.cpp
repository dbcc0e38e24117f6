#include "report/plan_contrast.h"

#include <algorithm>
#include <optional>

#include "messages/compare.h"
#include "report/amount_text.h"
#include "report/care_words.h"
#include "report/compare_words.h"
#include "report/estimate_json.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr int kLongestTerms = 80;

bool is_priced(const OptionEstimate& option) { return option.unpriced.empty(); }

bool comes_first(const OptionEstimate* a, const OptionEstimate* b) {
  if (is_priced(*a) != is_priced(*b)) return is_priced(*a);
  return is_priced(*a) && a->likely.patient() < b->likely.patient();
}

OptionUnderPlans under_plans(const Comparison& comparison, const std::string& id) {
  OptionUnderPlans found;
  for (const OptionEstimate& option : comparison.options) {
    if (option.id == id) found.ranked.push_back(&option);
  }
  std::stable_sort(found.ranked.begin(), found.ranked.end(), comes_first);
  if (found.ranked.size() < 2 || !is_priced(*found.ranked[1])) return found;
  const OptionEstimate& first = *found.ranked[0];
  const OptionEstimate& second = *found.ranked[1];
  found.lead = second.likely.patient() - first.likely.patient();
  found.ranges_overlap = first.high.patient() >= second.low.patient();
  return found;
}

// Collects what one plan after the other says about a thing, in the order in which things come up.
class Differences {
 public:
  Differences(const Comparison& comparison, Lang lang) : comparison_(comparison), lang_(lang) {}

  std::vector<PlanDifference> take() {
    for (std::size_t plan = 0; plan < comparison_.plans.size(); ++plan) add_figures(plan);
    for (const OptionEstimate& option : comparison_.options) add_rows(option);
    for (const OptionEstimate& option : comparison_.options) add_authorization(option);
    std::erase_if(all_, [&](const PlanDifference& difference) { return !differs(difference); });
    return std::move(all_);
  }

 private:
  void add_figures(std::size_t index) {
    const PlanSummary& plan = comparison_.plans[index];
    add("deductible.in", msg::compare::differs_deductible(lang_),
        figure(index, plan.deductible, plan.deductible_unknown, "deductible.in"));
    add("out_of_pocket_max.in", msg::compare::differs_maximum(lang_),
        figure(index, plan.maximum, plan.maximum_unknown, "out_of_pocket_max.in"));
  }

  PlanValue figure(std::size_t plan, const std::optional<Money>& amount, bool is_unknown, std::string field) const {
    if (is_unknown) return {plan, "unknown", msg::compare::differs_unknown(lang_), std::move(field)};
    if (!amount) return {plan, "none", msg::compare::differs_none(lang_), std::move(field)};
    return {plan, decimal(*amount), rounded(lang_, *amount), std::move(field)};
  }

  void add_rows(const OptionEstimate& option) {
    for (const RowTerms& row : option.rows) {
      std::string what = benefit_words(lang_, row.benefit);
      if (row.network != Network::in)
        what = msg::compare::title_network(lang_, what, network_words(lang_, row.network));
      const std::string words = row.provision.text.empty() ? "unknown" : row.provision.text;
      add("benefits." + std::string(id(row.benefit)) + "." + std::string(id(row.network)),
          msg::compare::differs_row(lang_, what),
          {option.plan_index, words, msg::compare::differs_quoted(lang_, shorten(words, kLongestTerms)),
           row.provision.path});
    }
  }

  void add_authorization(const OptionEstimate& option) {
    for (const StepAuthorization& step : option.authorization) {
      const std::string_view level = id(step.level);
      const std::string path = "benefits." + std::string(level) + ".prior_auth";
      add(path, msg::compare::differs_authorization(lang_, benefit_words(lang_, benefit_of(step.level))),
          required(option.plan_index, step.required, path));
    }
  }

  PlanValue required(std::size_t plan, RequiredState state, const std::string& path) const {
    switch (state) {
      case RequiredState::yes:
        return {plan, "yes", msg::compare::differs_needed(lang_), path};
      case RequiredState::no:
        return {plan, "no", msg::compare::differs_not_needed(lang_), path};
      case RequiredState::unknown:
        return {plan, "unknown", msg::compare::differs_unknown(lang_), path};
    }
    return {};
  }

  // The first word of a plan on a thing holds: several options fall under the same row.
  void add(const std::string& what, std::string label, PlanValue value) {
    auto found = std::find_if(all_.begin(), all_.end(), [&](const PlanDifference& each) { return each.what == what; });
    if (found == all_.end()) found = all_.insert(found, {what, std::move(label), {}});
    const bool known = std::any_of(found->values.begin(), found->values.end(),
                                   [&](const PlanValue& other) { return other.plan == value.plan; });
    if (!known) found->values.push_back(std::move(value));
  }

  static bool differs(const PlanDifference& difference) {
    return std::any_of(difference.values.begin(), difference.values.end(),
                       [&](const PlanValue& value) { return value.value != difference.values.front().value; });
  }

  const Comparison& comparison_;
  Lang lang_;
  std::vector<PlanDifference> all_;
};

// Plans that say the same share a part: "$2,000 (A and B); $1,700 (C)".
std::string difference_sentence(const Comparison& comparison, const PlanDifference& difference, Lang lang) {
  std::string list;
  std::vector<std::string> said;
  for (const PlanValue& value : difference.values) {
    if (std::find(said.begin(), said.end(), value.value) != said.end()) continue;
    said.push_back(value.value);
    std::vector<std::string> plans;
    for (const PlanValue& other : difference.values) {
      if (other.value == value.value) plans.push_back(plan_title(comparison.plans[other.plan]));
    }
    const std::string part = msg::compare::differs_part(lang, value.shown, listed(lang, plans));
    list = list.empty() ? part : msg::compare::and_another(lang, list, part);
  }
  return msg::compare::differs(lang, difference.label, list);
}

std::string lead_sentence(const Comparison& comparison, const OptionUnderPlans& option, Lang lang) {
  const OptionEstimate& first = *option.ranked[0];
  const std::string what = distinct_title(comparison, first, lang);
  const std::string plan = plan_title(comparison.plans[first.plan_index]);
  const std::string other = plan_title(comparison.plans[option.ranked[1]->plan_index]);
  return option.ranges_overlap ? msg::compare::lead_open(lang, what, option.lead, plan, other)
                               : msg::compare::lead_settled(lang, what, option.lead, plan, other);
}

void write_ranking(JsonWriter& json, const OptionUnderPlans& option) {
  json.begin_object().member("option", option.ranked.front()->id);
  json.key("ranges_overlap").boolean(option.ranges_overlap);
  json.key("ranked").begin_array();
  for (const OptionEstimate* estimate : option.ranked) {
    json.begin_object(JsonWriter::Shape::one_line).member("plan", estimate->plan);
    write_money(json, "likely", valid(*estimate, estimate->likely.patient()));
    write_money(json, "low", valid(*estimate, estimate->low.patient()));
    write_money(json, "high", valid(*estimate, estimate->high.patient()));
    write_money(json, "above_least",
                valid(*estimate, estimate->likely.patient() - option.ranked.front()->likely.patient()));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

std::vector<OptionUnderPlans> options_under_plans(const Comparison& comparison) {
  std::vector<OptionUnderPlans> all;
  for (const OptionEstimate* option : options_of(comparison, 0)) all.push_back(under_plans(comparison, option->id));
  return all;
}

Standing standing_of(const Comparison& comparison, const OptionEstimate& option) {
  const OptionUnderPlans all = under_plans(comparison, option.id);
  Standing standing;
  for (const OptionEstimate* other : all.ranked) {
    if (comes_first(other, &option)) ++standing.rank;
  }
  if (is_priced(option)) standing.above_least = option.likely.patient() - all.ranked.front()->likely.patient();
  return standing;
}

std::vector<PlanDifference> plan_differences(const Comparison& comparison, Lang lang) {
  return Differences(comparison, lang).take();
}

bool is_met_under_several(const Comparison& comparison) {
  return std::count_if(comparison.plans.begin(), comparison.plans.end(),
                       [](const PlanSummary& plan) { return plan.deductible_met.is_positive(); }) > 1;
}

std::vector<std::string> contrast_sentences(const Comparison& comparison, Lang lang) {
  std::vector<std::string> sentences;
  for (const OptionUnderPlans& option : options_under_plans(comparison)) {
    if (option.lead.is_positive()) sentences.push_back(lead_sentence(comparison, option, lang));
  }
  for (const PlanDifference& difference : plan_differences(comparison, lang)) {
    sentences.push_back(difference_sentence(comparison, difference, lang));
  }
  return sentences;
}

void write_contrast(JsonWriter& json, const Comparison& comparison) {
  if (comparison.plans.size() < 2) return;
  json.key("side_by_side").begin_object();
  json.key("options").begin_array();
  for (const OptionUnderPlans& option : options_under_plans(comparison)) write_ranking(json, option);
  json.end_array();
  json.key("differences").begin_array();
  for (const PlanDifference& difference : plan_differences(comparison, Lang::en)) {
    json.begin_object().member("what", difference.what);
    json.key("plans").begin_array();
    for (const PlanValue& value : difference.values) {
      json.begin_object(JsonWriter::Shape::one_line).member("plan", comparison.plans[value.plan].id);
      json.member("value", value.value);
      write_text(json, "field", value.field);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace preauth
