#include "batch/summary.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "engine/question_stop.h"
#include "formats/json_writer.h"
#include "report/estimate_json.h"

namespace preauth {
namespace {

constexpr std::size_t kMostNames = 500;
constexpr std::size_t kMostQuestionsListed = 10;
constexpr std::string_view kOthers = "(others)";

void write_count(JsonWriter& json, std::string_view key, std::uint64_t count) {
  json.key(key).number(static_cast<std::int64_t>(count));
}

Summary::OptionCounts counts_of(const OptionEstimate& option, const std::optional<Money>& budget) {
  Summary::OptionCounts counts;
  counts.clients = 1;
  if (!option.unpriced.empty()) {
    counts.without_price = 1;
    return counts;
  }
  counts.likely.add(option.likely.patient());
  counts.low.add(option.low.patient());
  counts.high.add(option.high.patient());
  if (budget && option.likely.patient() > *budget) counts.over_budget = 1;
  return counts;
}

bool is_over_budget(const Comparison& comparison) {
  if (!comparison.budget) return false;
  return std::all_of(comparison.options.begin(), comparison.options.end(), [&](const OptionEstimate& option) {
    return option.unpriced.empty() && option.likely.patient() > *comparison.budget;
  });
}

// The questions worth a call, by the rule that `preauth questions` stops by.
Summary::PlanCounts questions_of(const Comparison& comparison) {
  Summary::PlanCounts counts;
  counts.clients = 1;
  const Money stop = usual_stop(comparison);
  for (const Question& question : comparison.questions) {
    if (!question.has_figure() || question.most_moved() < stop) continue;
    counts.questions[question.id] = {question.ask, question.text, 1};
  }
  return counts;
}

}  // namespace

void Summary::OptionCounts::merge(const OptionCounts& other) {
  clients += other.clients;
  without_price += other.without_price;
  over_budget += other.over_budget;
  likely.merge(other.likely);
  low.merge(other.low);
  high.merge(other.high);
}

void Summary::QuestionCounts::merge(const QuestionCounts& other) {
  if (clients == 0 || other.text < text) text = other.text;
  ask = other.ask;
  clients += other.clients;
}

void Summary::PlanCounts::merge(const PlanCounts& other) {
  clients += other.clients;
  for (const auto& [id, question] : other.questions) questions[id].merge(question);
}

template <class Counts>
void Summary::ByName<Counts>::add(const std::string& name, const Counts& counts) {
  named[name].merge(counts);
  if (named.size() <= kMostNames) return;
  const auto last = std::prev(named.end());
  others.merge(last->second);
  named.erase(last);
}

template <class Counts>
void Summary::ByName<Counts>::merge(const ByName& other) {
  for (const auto& [name, counts] : other.named) add(name, counts);
  others.merge(other.others);
}

void Summary::add(const Comparison& comparison) {
  ++clients_;
  for (const OptionEstimate& option : comparison.options) options_.add(option.id, counts_of(option, comparison.budget));
  if (comparison.budget) ++with_budget_;
  if (is_over_budget(comparison)) ++all_over_budget_;
  plans_.add(comparison.plans.front().id, questions_of(comparison));
}

void Summary::merge(const Summary& other) {
  clients_ += other.clients_;
  rejected_ += other.rejected_;
  with_budget_ += other.with_budget_;
  all_over_budget_ += other.all_over_budget_;
  options_.merge(other.options_);
  plans_.merge(other.plans_);
}

void Summary::write_options(JsonWriter& json) const {
  const auto write = [&json](std::string_view name, const OptionCounts& counts) {
    json.begin_object(JsonWriter::Shape::one_line).member("id", name);
    write_count(json, "clients", counts.clients);
    write_count(json, "without_price", counts.without_price);
    write_count(json, "over_budget", counts.over_budget);
    write_money(json, "median_likely", counts.likely.median());
    write_money(json, "median_low", counts.low.median());
    write_money(json, "median_high", counts.high.median());
    json.end_object();
  };
  json.key("options").begin_array();
  for (const auto& [name, counts] : options_.named) write(name, counts);
  if (options_.others.clients > 0) write(kOthers, options_.others);
  json.end_array();
}

void Summary::write_plans(JsonWriter& json) const {
  const auto write = [&json](std::string_view name, const PlanCounts& counts) {
    json.begin_object().member("id", name);
    write_count(json, "clients", counts.clients);
    std::vector<std::map<std::string, QuestionCounts>::const_iterator> order;
    for (auto at = counts.questions.begin(); at != counts.questions.end(); ++at) order.push_back(at);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a->second.clients > b->second.clients; });
    if (order.size() > kMostQuestionsListed) order.erase(order.begin() + kMostQuestionsListed, order.end());
    json.key("questions").begin_array();
    for (const auto& question : order) {
      json.begin_object(JsonWriter::Shape::one_line).member("id", question->first);
      json.member("ask", question->second.ask).member("text", question->second.text);
      write_count(json, "clients", question->second.clients);
      json.end_object();
    }
    json.end_array().end_object();
  };
  json.key("plans").begin_array();
  for (const auto& [name, counts] : plans_.named) write(name, counts);
  if (plans_.others.clients > 0) write(kOthers, plans_.others);
  json.end_array();
}

std::string Summary::json() const {
  JsonWriter json;
  json.begin_object().member("schema", "preauth.batch-summary/1");
  write_count(json, "rows", clients_ + rejected_);
  write_count(json, "estimated", clients_);
  write_count(json, "rejected", rejected_);
  write_count(json, "with_budget", with_budget_);
  write_count(json, "every_option_over_budget", all_over_budget_);
  write_options(json);
  write_plans(json);
  json.end_object();
  return json.take();
}

}  // namespace preauth
