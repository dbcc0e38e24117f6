#include "report/lever_words.h"

#include <algorithm>
#include <optional>
#include <span>

#include "base/date.h"
#include "messages/compare.h"
#include "messages/levers.h"
#include "report/care_words.h"
#include "report/compare_words.h"
#include "report/estimate_json.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr int kLongestFacility = 60;

bool same_choice(const Lever& a, const Lever& b) { return a.id == b.id && a.value == b.value && a.plan == b.plan; }

std::string change_words(const Comparison& comparison, const Lever& lever, Lang lang) {
  const OptionEstimate* option = find_option(comparison, lever.plan, lever.option);
  const std::string what = option == nullptr ? lever.option : distinct_name(comparison, *option, lang);
  return lever.after < lever.before ? msg::levers::less(lang, what, lever.before - lever.after)
                                    : msg::levers::more(lang, what, lever.after - lever.before);
}

// A facility's id, or a day as people write it.
std::string sentence_of(const Lever& lever, const std::string& list, Lang lang) {
  if (const std::optional<Date> day = parse_date(lever.value)) {
    return lever.id == "start-after-reset" ? msg::levers::start_after_reset(lang, *day, list)
                                           : msg::levers::start_before_reset(lang, *day, list);
  }
  const std::string facility = shorten(lever.value, kLongestFacility);
  if (lever.id == "other-order") return msg::levers::other_order(lang, facility, list);
  if (lever.id == "gap-exception") return msg::levers::gap_exception(lang, facility, list);
  return msg::levers::other_facility(lang, facility, list);
}

std::string sentence_for(const Comparison& comparison, std::span<const Lever> same, Lang lang) {
  std::string list;
  for (const Lever& lever : same) {
    const std::string change = change_words(comparison, lever, lang);
    list = list.empty() ? change : msg::compare::and_another(lang, list, change);
  }
  return sentence_of(same.front(), list, lang);
}

}  // namespace

std::vector<std::string> lever_sentences(const Comparison& comparison, std::size_t most, Lang lang) {
  std::vector<std::vector<Lever>> groups;
  for (const Lever& lever : comparison.levers) {
    const auto group = std::find_if(groups.begin(), groups.end(),
                                    [&](const std::vector<Lever>& each) { return same_choice(each.front(), lever); });
    group == groups.end() ? groups.push_back({lever}) : group->push_back(lever);
  }
  if (groups.size() > most) groups.resize(most);
  std::vector<std::string> sentences;
  for (const std::vector<Lever>& group : groups) {
    sentences.push_back(with_plans(comparison, {group.front().plan}, sentence_for(comparison, group, lang), lang));
  }
  return sentences;
}

void write_levers(JsonWriter& json, const Comparison& comparison) {
  json.key("levers").begin_array();
  for (const Lever& lever : comparison.levers) {
    json.begin_object(JsonWriter::Shape::one_line);
    json.member("id", lever.id).member("option", lever.option).member("plan", lever.plan);
    write_text(json, "value", lever.value);
    write_money(json, "before", lever.before);
    write_money(json, "after", lever.after);
    json.member("text", sentence_for(comparison, {&lever, 1}, Lang::en)).end_object();
  }
  json.end_array();
}

const OptionEstimate* find_option(const Comparison& comparison, std::string_view plan, std::string_view id) {
  const auto found = std::find_if(comparison.options.begin(), comparison.options.end(),
                                  [&](const OptionEstimate& option) { return option.plan == plan && option.id == id; });
  return found == comparison.options.end() ? nullptr : &*found;
}

std::string with_plans(const Comparison& comparison, const std::vector<std::string>& plans, const std::string& sentence,
                       Lang lang) {
  if (comparison.plans.size() < 2) return sentence;
  std::vector<std::string> names;
  for (const PlanSummary& plan : comparison.plans) {
    if (std::find(plans.begin(), plans.end(), plan.id) != plans.end()) names.push_back(plan_title(plan));
  }
  return msg::levers::with_plan(lang, listed(lang, names), sentence);
}

}  // namespace preauth
