#include "report/compare_words.h"

#include <algorithm>
#include <set>
#include <utility>

#include "messages/assumptions.h"
#include "messages/compare.h"
#include "report/amount_text.h"
#include "report/care_words.h"
#include "report/path_words.h"
#include "report/value_words.h"

namespace preauth {
namespace {

constexpr std::size_t kMostReasons = 2;  // of one wide range, on the first screen
constexpr std::size_t kMostAssumptions = 3;
constexpr std::size_t kMostAssumedOptions = 2;

using Options = std::vector<const OptionEstimate*>;

bool same_network(const Options& options) {
  return std::all_of(options.begin(), options.end(),
                     [&](const OptionEstimate* option) { return option->network == options.front()->network; });
}

// The deductible counts as untouched only because nobody said otherwise.
bool met_is_assumed(const Comparison& comparison) {
  return std::any_of(comparison.assumptions.begin(), comparison.assumptions.end(),
                     [](const Assumption& assumption) { return assumption.id == "nothing-used"; });
}

std::string deductible_clause(const Comparison& comparison, const PlanSummary& plan, Lang lang) {
  if (plan.deductible_unknown) return msg::compare::deductible_unknown(lang);
  if (!plan.has_deductible || !plan.deductible || plan.deductible->is_zero())
    return msg::compare::deductible_none(lang);
  if (plan.deductible_met.is_zero()) {
    return met_is_assumed(comparison) ? msg::compare::deductible_assumed_untouched(lang, *plan.deductible)
                                      : msg::compare::deductible_untouched(lang, *plan.deductible);
  }
  if (plan.deductible_met >= *plan.deductible) return msg::compare::deductible_met(lang, *plan.deductible);
  return msg::compare::deductible_part_met(lang, plan.deductible_met, *plan.deductible);
}

std::string maximum_clause(const PlanSummary& plan, Lang lang) {
  if (plan.maximum_unknown) return msg::compare::maximum_unknown(lang);
  if (!plan.has_maximum) return msg::compare::maximum_none(lang);
  if (!plan.maximum_left.is_positive()) return msg::compare::maximum_reached(lang);
  return msg::compare::maximum_left(lang, plan.maximum_left);
}

// The first distinct phrases for the paths: "a and b".
std::string why(Lang lang, const std::vector<std::string>& paths, std::string_view option) {
  std::vector<std::string> phrases;
  for (const std::string& path : paths) {
    std::string phrase = about_path(lang, path, option);
    if (std::find(phrases.begin(), phrases.end(), phrase) == phrases.end()) phrases.push_back(std::move(phrase));
    if (phrases.size() == kMostReasons) break;
  }
  return listed(lang, phrases);
}

// Options with the same reason share a sentence.
struct Grouped {
  std::string why;
  std::vector<std::string> names;
};

std::vector<Grouped> group_by_reason(const Comparison& comparison, const Options& options, Lang lang,
                                     std::vector<std::string> (*paths)(const OptionEstimate&)) {
  std::vector<Grouped> groups;
  for (const OptionEstimate* option : options) {
    const std::string reason = why(lang, paths(*option), option->id);
    if (reason.empty()) continue;
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Grouped& each) { return each.why == reason; });
    if (group == groups.end()) group = groups.insert(group, {reason, {}});
    group->names.push_back(distinct_name(comparison, *option, lang));
  }
  return groups;
}

std::string years_sentence(const Comparison& comparison, const OptionEstimate& option, Lang lang) {
  std::vector<std::string> years;
  for (const YearAmount& year : option.by_year) {
    years.push_back(msg::compare::year_amount(lang, year.patient, year.year));
  }
  return msg::compare::by_year(lang, distinct_name(comparison, option, lang), listed(lang, years));
}

bool has_level(const Options& options, Level level) {
  return std::any_of(options.begin(), options.end(), [level](const OptionEstimate* option) {
    return std::find(option->levels.begin(), option->levels.end(), level) != option->levels.end();
  });
}

bool is_priced(const OptionEstimate& option) { return option.unpriced.empty(); }

bool has_uncapped(const OptionEstimate& option) { return is_priced(option) && option.likely.uncapped().is_positive(); }

bool has_day_cost(const OptionEstimate& option) {
  return is_priced(option) && option.top_low && option.top_high && option.top_high->is_positive();
}

using Paths = std::vector<std::string>;
using Sentence = std::string (*)(Lang, std::string_view, std::string_view);

bool is_wide(const OptionEstimate& option) {
  return is_priced(option) && option.low.patient() < option.high.patient() && !option.wide_because.empty();
}

bool may_be_free(const OptionEstimate& option) {
  return is_priced(option) && option.low.patient().is_zero() && !option.free_if.empty();
}

// Often the unknown that makes the range wide is the one that may make it free: then one sentence says both.
bool one_reason(const OptionEstimate& option) {
  return is_wide(option) && may_be_free(option) && option.free_if.front() == option.wide_because.front();
}

Paths unpriced_paths(const OptionEstimate& option) { return option.unpriced; }

Paths wide_paths(const OptionEstimate& option) {
  return is_wide(option) && !one_reason(option) ? option.wide_because : Paths();
}

Paths wide_or_free_paths(const OptionEstimate& option) { return one_reason(option) ? option.wide_because : Paths(); }

Paths free_paths(const OptionEstimate& option) {
  return may_be_free(option) && !one_reason(option) ? option.free_if : Paths();
}

// Which options an assumption is about, when that is few of them: "…, for iop".
std::string with_options(const Comparison& comparison, const Assumption& assumption, const std::string& sentence,
                         Lang lang) {
  std::set<std::string> all;
  for (const OptionEstimate& option : comparison.options) all.insert(option.id);
  const std::vector<std::string>& about = assumption.options;
  if (about.empty() || about.size() > kMostAssumedOptions || about.size() >= all.size()) return sentence;
  return msg::compare::assumed_for(lang, sentence, listed(lang, about));
}

}  // namespace

std::string listed(Lang lang, std::span<const std::string> items) {
  if (items.empty()) return {};
  if (items.size() == 1) return items.front();
  if (items.size() == 2) return msg::compare::list_and(lang, items[0], items[1]);
  return msg::compare::list_more(lang, items.front(), listed(lang, items.subspan(1)));
}

std::vector<const OptionEstimate*> options_of(const Comparison& comparison, std::size_t plan) {
  Options options;
  for (const OptionEstimate& option : comparison.options) {
    if (option.plan_index == plan) options.push_back(&option);
  }
  return options;
}

std::vector<std::string> plan_sentences(const Comparison& comparison, std::size_t plan_index, Lang lang) {
  const PlanSummary& plan = comparison.plans[plan_index];
  const Options options = options_of(comparison, plan_index);
  const std::string name = plan_title(plan);
  const std::string kind = kind_words(lang, plan.kind);
  const Date start = comparison.treatment.start;
  std::vector<std::string> sentences;
  sentences.push_back(
      options.empty() || !same_network(options)
          ? msg::compare::plan_starts_mixed(lang, name, kind, start)
          : msg::compare::plan_starts(lang, name, kind, start, network_words(lang, options.front()->network)));
  sentences.push_back(
      msg::compare::amounts(lang, deductible_clause(comparison, plan, lang), maximum_clause(plan, lang)));
  if (plan.example) sentences.push_back(msg::compare::plan_example(lang));
  return sentences;
}

std::string row_title(const Comparison& comparison, const OptionEstimate& option, Lang lang) {
  const std::string title = distinct_title(comparison, option, lang);
  if (same_network(options_of(comparison, option.plan_index))) return title;
  return msg::compare::title_network(lang, title, network_words(lang, option.network));
}

std::string likely_cell(const OptionEstimate& option, Lang lang) {
  return is_priced(option) ? rounded(lang, option.likely.patient()) : msg::compare::unpriced(lang);
}

std::string range_cell(const OptionEstimate& option, Lang lang) {
  if (!is_priced(option)) return msg::compare::nothing(lang);
  return rounded_range(lang, option.low.patient(), option.high.patient());
}

std::string top_cell(const OptionEstimate& option, Lang lang) {
  std::string cell;
  if (has_uncapped(option)) cell = msg::compare::top_included(lang, option.likely.uncapped());
  if (has_day_cost(option)) {
    if (!cell.empty()) cell += '\n';
    cell += msg::compare::top_a_day(lang, rounded_range(lang, *option.top_low, *option.top_high));
  }
  return cell.empty() ? msg::compare::nothing(lang) : cell;
}

std::vector<std::string> table_notes(const Comparison& comparison, Lang lang) {
  Options options;
  for (const OptionEstimate& option : comparison.options) options.push_back(&option);
  const auto any = [&](auto&& test) {
    return std::any_of(options.begin(), options.end(), [&](const OptionEstimate* option) { return test(*option); });
  };
  std::vector<std::string> notes;
  if (any(has_day_cost)) notes.push_back(msg::compare::note_top(lang));
  if (any(has_uncapped)) notes.push_back(msg::compare::note_included(lang));
  if (has_level(options, Level::residential)) {
    notes.push_back(msg::compare::note_rehab(lang));
  } else if (has_level(options, Level::inpatient)) {
    notes.push_back(msg::compare::note_hospital(lang));
  }
  return notes;
}

std::vector<std::string> reasons(const Comparison& comparison, std::size_t plan, Lang lang) {
  const Options options = options_of(comparison, plan);
  std::vector<std::string> sentences;
  const auto add_groups = [&](Paths (*paths)(const OptionEstimate&), Sentence one, Sentence many) {
    for (const Grouped& group : group_by_reason(comparison, options, lang, paths)) {
      sentences.push_back((group.names.size() == 1 ? one : many)(lang, listed(lang, group.names), group.why));
    }
  };
  add_groups(unpriced_paths, msg::compare::unpriced_one, msg::compare::unpriced_one);
  add_groups(wide_paths, msg::compare::wide_one, msg::compare::wide_many);
  add_groups(wide_or_free_paths, msg::compare::wide_free_one, msg::compare::wide_free_many);
  add_groups(free_paths, msg::compare::free_one, msg::compare::free_one);
  for (const OptionEstimate* option : options) {
    const std::string name = distinct_name(comparison, *option, lang);
    if (is_priced(*option) && option->by_year.size() > 1)
      sentences.push_back(years_sentence(comparison, *option, lang));
    if (is_priced(*option) && option->high.uncapped() > option->likely.uncapped()) {
      sentences.push_back(msg::compare::high_uncapped(lang, name, option->high.uncapped()));
    }
    if (option->deposit.is_positive()) sentences.push_back(msg::compare::deposit(lang, name, option->deposit));
    if (!option->insured) sentences.push_back(msg::compare::not_insurance(lang, name));
  }
  return sentences;
}

std::string assumption_sentence(Lang lang, const Assumption& assumption) {
  const std::string value = value_words(lang, assumption.value);
  std::string sentence = msg::assumptions::by_id(lang, assumption.id, value);
  return sentence.empty() ? assumption.field + " = " + value : sentence;
}

std::string assumed_sentence(const Comparison& comparison, Lang lang) {
  if (comparison.assumptions.empty()) return {};
  std::string list;
  const std::size_t shown = std::min(comparison.assumptions.size(), kMostAssumptions);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) list += "; ";
    const Assumption& assumption = comparison.assumptions[i];
    list += with_options(comparison, assumption, assumption_sentence(lang, assumption), lang);
  }
  const std::size_t more = comparison.assumptions.size() - shown;
  return more == 0 ? msg::compare::assumed(lang, list)
                   : msg::compare::assumed_more(lang, list, static_cast<std::int64_t>(more));
}

std::string warning_sentence(Lang lang, const Warning& warning) {
  const std::string value = value_words(lang, warning.value);
  std::string sentence = msg::assumptions::by_id(lang, warning.id, value);
  return sentence.empty() ? warning.id + ": " + value : sentence;
}

}  // namespace preauth
